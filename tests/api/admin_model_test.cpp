// SPDX-License-Identifier: GPL-3.0-or-later
// The language model for everybody: what administrators set up, and what the configuration names.
#include "api/health_checks.hpp"
#include "api/server_fixture.hpp"
#include "flows/server_model.hpp"
#include "support/loopback_server.hpp"

namespace headway::test {
namespace {

constexpr const char* path = "/api/admin/model";
constexpr const char* key = "sk-0123456789abcdef";

std::string json_of(const boost::json::object& value) {
    return boost::json::serialize(value);
}

class AdminModelTest : public ApiTest {
  protected:
    boost::json::value set(const boost::json::object& body, int status = 200) {
        return ask(&admin, Method::put, path, json_of(body), {{"If-Match", "*"}}, status);
    }
    boost::json::value set_here() {
        return set({{"base_url", server_.origin() + "/v1"}, {"model", "house-model"}, {"key", key}});
    }
    /// "source model" as a person is told.
    std::string told(const TestUser& user) {
        const auto shown = ask(&user, Method::get, "/api/settings/model");
        return text_at(shown, "source") + " " + text_at(shown, "model");
    }
    /// What is asked for anna's questions in one process.
    Result<flows::ChosenModel> chosen(const api::Parts& parts) {
        return parts.database.read(
            [&](sql::Connection& c) { return flows::model_of(c, parts.models, anna.id); });
    }
    std::string health() {
        for (const auto& check : ask(&admin, Method::get, "/api/admin/health").at("checks").as_array()) {
            if (text_at(check, "name") == "model")
                return text_at(check, "status") + ": " + text_at(check, "detail");
        }
        return "none";
    }
    LoopbackServer server_{[](const Asked& a, const Wire& w) {
        if (a.header("Authorization") != std::string("Bearer ") + key) return w.reply(401, "{}");
        w.reply(200, R"({"data":[{"id":"house-model"},{"id":"configured-model"}]})");
    }};
};

TEST_F(AdminModelTest, IsForEverybodyFromTheMomentItIsSetUp) {
    EXPECT_EQ(text_at(ask(&admin, Method::get, path), "source"), "none");
    EXPECT_EQ(told(anna), "none null");
    EXPECT_EQ(health().substr(0, 4), "off:");
    EXPECT_EQ(at(ask(&admin, Method::post, std::string(path) + "/check"), "works"), false);
    const auto now = set_here();
    EXPECT_EQ(text_at(now, "source"), "administrator");
    EXPECT_EQ(text_at(now, "host"), "127.0.0.1") << "it may lie in one's own network";
    EXPECT_EQ(text_at(now, "model"), "house-model");
    EXPECT_EQ(told(anna), "server house-model");
    for (const auto& [who, where] : {std::pair(&admin, std::string(path) + "/check"),
                                     std::pair(&anna, std::string("/api/settings/model/check"))})
        EXPECT_EQ(at(ask(who, Method::post, where), "works"), true) << where;
    EXPECT_EQ(health(), "ok: house-model at 127.0.0.1 answers. An administrator has set it up.");
    EXPECT_EQ(send(&admin, Method::delete_, path, "", matching(admin, path)).status, 204);
    EXPECT_EQ(send(&admin, Method::delete_, path, "", {{"If-Match", "*"}}).status, 404);
    EXPECT_EQ(told(anna), "none null");
}

TEST_F(AdminModelTest, ItsKeyIsKeptSealedAndNeverTold) {
    const auto now = set_here();
    EXPECT_EQ(at(now, "stored.has_key"), true);
    EXPECT_EQ(text_at(now, "stored.key_hint"), "cdef");
    std::string seen = boost::json::serialize(now);
    for (const char* where : {path, "/api/admin/health", "/api/settings/model"})
        seen += std::string(send(&admin, Method::get, where).text());
    EXPECT_EQ(seen.find("0123456789"), std::string::npos);
    const auto stored = parts().database.read([](sql::Connection& c) { return store::get_server_model(c); });
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->sealed_key.find("0123456789"), std::string::npos);
    EXPECT_FALSE(parts().models.keys.open(admin.id, stored->sealed_key)) << "it is nobody's own";
    const auto model = chosen(parts());
    ASSERT_TRUE(model);
    EXPECT_EQ(model->endpoint.key, key);
}

TEST_F(AdminModelTest, TheKeyStaysWithTheAddressThatItWasEnteredFor) {
    set({{"base_url", "https://api.models.example/v1"}, {"model", "small-1"}, {"key", key}});
    const auto same = set({{"base_url", "https://api.models.example/v2"}, {"model", "large-1"}});
    EXPECT_EQ(text_at(same, "stored.key_hint"), "cdef");
    set({{"base_url", "https://evil.example/v1"}, {"model", "m"}}, 400);
    EXPECT_EQ(text_at(ask(&admin, Method::get, path), "host"), "api.models.example") << "nothing changed";
    const auto without = set({{"base_url", "https://other.example/v1"}, {"model", "m"}, {"key", nullptr}});
    EXPECT_EQ(at(without, "stored.has_key"), false);
}

/// Two administrators, or one with two tabs.
TEST_F(AdminModelTest, WhatAnotherChangedMeanwhileIsNotOverwritten) {
    const std::string mine = json_of({{"base_url", "https://mine.example/v1"}, {"model", "m"}});
    const auto seen = matching(admin, path);
    EXPECT_EQ(send(&admin, Method::put, path, mine).status, 428);
    const auto saved = ask(&admin, Method::put, path, mine, seen);
    EXPECT_EQ(matching(admin, path).front().second, "\"" + text_at(saved, "version") + "\"");
    const std::string other = json_of({{"base_url", "https://other.example/v1"}, {"model", "m"}});
    EXPECT_EQ(send(&admin, Method::put, path, other, seen).status, 412);
    EXPECT_EQ(send(&admin, Method::delete_, path, "", seen).status, 412);
    const auto before = matching(admin, path);
    EXPECT_EQ(send(&admin, Method::delete_, path, "", before).status, 204);
    EXPECT_EQ(send(&admin, Method::put, path, other, seen).status, 412) << "gone is not as it was at first";
    EXPECT_EQ(send(&admin, Method::put, path, other, before).status, 412);
    ask(&admin, Method::put, path, other, matching(admin, path));
}

TEST_F(AdminModelTest, OtherProcessesAskItWithoutARestart) {
    auto second = app::Backend::open(configuration_, knowledge(), [this]() -> Timestamp { return now_; });
    ASSERT_TRUE(second) << second.error().message();
    EXPECT_EQ(chosen((*second)->parts())->source, flows::ModelSource::none);
    set_here();
    const auto model = chosen((*second)->parts());
    ASSERT_TRUE(model);
    EXPECT_EQ(model->source, flows::ModelSource::server);
    EXPECT_EQ(model->endpoint.key, key);
    EXPECT_EQ(model->endpoint.trust, llm::Trust::administrator);
}

TEST_F(AdminModelTest, AProcessWithAnotherSecretSaysSo) {
    set_here();
    app::Configuration other = configuration_;
    other.secret_key = "another secret than that of the folder";
    auto second = app::Backend::open(other, knowledge(), [this]() -> Timestamp { return now_; });
    ASSERT_TRUE(second) << second.error().message();
    const auto model = chosen((*second)->parts());
    ASSERT_FALSE(model);
    EXPECT_EQ(model.error().code, ErrorCode::unavailable);
    const auto judged = api::judge_model(
        (*second)->parts().models,
        parts().database.read([](sql::Connection& c) { return store::get_server_model(c); }).value());
    EXPECT_EQ(judged.status, "warning");
    EXPECT_NE(judged.fix.value_or("").find("secret-key"), std::string::npos);
}

TEST_F(AdminModelTest, OnesOwnComesFirst) {
    set_here();
    ask(&anna, Method::put, "/api/settings/model",
        json_of({{"base_url", "https://mine.example/v1"}, {"model", "mine"}}), {{"If-Match", "*"}});
    EXPECT_EQ(told(anna), "own mine");
    EXPECT_EQ(told(ben), "server house-model");
}

/// Who let one server read their documents did not let another.
TEST_F(AdminModelTest, ConsentToReadingIsNotForAnother) {
    const auto reads = [&] { return at(ask(&anna, Method::get, "/api/settings/model"), "reads_documents"); };
    set_here();
    ask(&anna, Method::put, "/api/settings/model/reading", R"({"on":true})", {{"If-Match", "*"}});
    EXPECT_EQ(reads(), true);
    set({{"base_url", "https://other.example/v1"}, {"model", "house-model"}, {"key", nullptr}});
    EXPECT_EQ(reads(), false);
}

class ConfiguredModelTest : public AdminModelTest {
  protected:
    void configure(app::Configuration& c) override {
        c.llm_url = server_.origin() + "/v1";
        c.llm_model = "configured-model";
        c.llm_key = key;
    }
};

TEST_F(ConfiguredModelTest, TheConfigurationWins) {
    const auto shown = ask(&admin, Method::get, path);
    EXPECT_EQ(text_at(shown, "source"), "configuration");
    EXPECT_EQ(at(shown, "stored"), nullptr);
    EXPECT_EQ(health(), "ok: configured-model at 127.0.0.1 answers. The configuration names it.");
    const auto now = set({{"base_url", "https://other.example/v1"}, {"model", "stored-model"}});
    EXPECT_EQ(text_at(now, "source"), "configuration");
    EXPECT_EQ(text_at(now, "model"), "configured-model");
    EXPECT_EQ(text_at(now, "stored.model"), "stored-model");
    EXPECT_EQ(told(anna), "server configured-model");
    EXPECT_NE(health().find("is not used"), std::string::npos) << health();
    EXPECT_EQ(at(ask(&admin, Method::post, std::string(path) + "/check"), "works"), true)
        << "the one in use is asked";
}

}  // namespace
}  // namespace headway::test
