// SPDX-License-Identifier: GPL-3.0-or-later
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

}  // namespace
}  // namespace headway::test
