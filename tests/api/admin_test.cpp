// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include "api/server_fixture.hpp"

namespace headway::test {
namespace {

TEST_F(ApiTest, AnAdminSeesAccountsButNobodyElseDoes) {
    EXPECT_EQ(ask(&admin, Method::get, "/api/admin/users").at("items").as_array().size(), 3U);
    EXPECT_EQ(send(&anna, Method::get, "/api/admin/users").status, 403);
    EXPECT_EQ(send(&anna, Method::get, "/api/admin/users/" + ben.id).status, 403);
    ask(&admin, Method::get, "/api/admin/health");
    ask(&admin, Method::get, "/api/admin/ontology");
}

TEST_F(ApiTest, ADisabledAccountIsLockedOutAtOnce) {
    const std::string path = "/api/admin/users/" + ben.id;
    EXPECT_EQ(send(&ben, Method::get, "/api/goals").status, 200);
    ask(&admin, Method::patch, path, R"({"disabled":true})", matching(admin, path));
    EXPECT_EQ(send(&ben, Method::get, "/api/goals").status, 401);
}

TEST_F(ApiTest, TheLastAdminStays) {
    const std::string path = "/api/admin/users/" + admin.id;
    EXPECT_EQ(send(&admin, Method::patch, path, R"({"role":"user"})", matching(admin, path)).status, 409);
    EXPECT_EQ(send(&admin, Method::patch, path, R"({"disabled":true})", matching(admin, path)).status, 409);
    EXPECT_EQ(send(&admin, Method::get, "/api/admin/users").status, 200);
}

TEST_F(ApiTest, QuotasAreEnforcedAndShown) {
    const std::string path = "/api/admin/users/" + anna.id;
    ask(&admin, Method::patch, path, R"({"quotas":{"jobs":1}})", matching(admin, path));
    EXPECT_EQ(send(&anna, Method::post, "/api/jobs", R"({"title":"One"})").status, 201);
    EXPECT_EQ(send(&anna, Method::post, "/api/jobs", R"({"title":"Two"})").status, 403);
    EXPECT_EQ(send(&ben, Method::post, "/api/jobs", R"({"title":"Two"})").status, 201)
        << "nobody else's limit";
    const auto membership = ask(&anna, Method::get, "/api/membership");
    for (const auto& quota : membership.at("quotas").as_array()) {
        if (quota.at("name").as_string() != "jobs") continue;
        EXPECT_EQ(quota.at("limit").to_number<int>(), 1);
        EXPECT_EQ(quota.at("used").to_number<int>(), 1);
    }
}

/// One of the boards that want a key has one.
class WithAKeyTest : public ApiTest {
  protected:
    void configure(app::Configuration& c) override {
        c.adzuna_id = "id";
        c.adzuna_key = "hidden";
    }
};

TEST_F(WithAKeyTest, BoardsThatWantOneAreOnTheHealthPage) {
    const auto health = ask(&admin, Method::get, "/api/admin/health");
    EXPECT_EQ(boost::json::serialize(health).find("hidden"), std::string::npos);
    std::string seen;
    for (const auto& check : health.at("checks").as_array()) {
        const std::string name = text_at(check, "name");
        if (name == "adzuna" || name == "usajobs") seen += name + " " + text_at(check, "status") + "; ";
    }
    EXPECT_EQ(seen, "adzuna ok; usajobs off; ");
}

/// Files that are gone take no server out of service, and asking writes none.
TEST_F(ApiTest, ReadinessIsTheDatabases) {
    namespace fs = std::filesystem;
    const fs::path folder = configuration_.folder + "/files";
    EXPECT_EQ(text_at(ask(nullptr, Method::get, "/readyz"), "checks.1.status"), "ok");
    const auto written = fs::last_write_time(folder);
    for (int i = 0; i < 5; ++i) ask(nullptr, Method::get, "/readyz");
    EXPECT_EQ(fs::last_write_time(folder), written);
}

/// Nowhere to put a file from the start.
class WithoutFilesTest : public ApiTest {};

TEST_F(WithoutFilesTest, ServersAreReady) {
    namespace fs = std::filesystem;
    fs::remove_all(configuration_.folder + "/files");
    folder_.write("data/files", "no folder");
    const auto ready = ask(nullptr, Method::get, "/readyz");
    EXPECT_EQ(text_at(ready, "status"), "ready");
    EXPECT_EQ(text_at(ready, "checks.1.status"), "warning");
    EXPECT_TRUE(at(ready, "checks.1.fix").is_string());
}

}  // namespace
}  // namespace headway::test
