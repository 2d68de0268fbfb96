// SPDX-License-Identifier: GPL-3.0-or-later
// The language model that a person sets up for themselves: what may be set, what is kept, what is never told.
#include "store/model_settings.hpp"

#include <filesystem>

#include "api/server_fixture.hpp"
#include "store/account_rows.hpp"
#include "support/loopback_server.hpp"

namespace headway::test {
namespace {

constexpr const char* path = "/api/settings/model";
constexpr const char* key = "sk-0123456789abcdef";

std::string json_of(boost::json::object value) {
    return boost::json::serialize(value);
}

class ModelSettingsTest : public ApiTest {
  protected:
    boost::json::value set(boost::json::object body, int status = 200) {
        return ask(&anna, Method::put, path, json_of(std::move(body)), {{"If-Match", "*"}}, status);
    }
};

TEST_F(ModelSettingsTest, AKeyIsKeptSealedAndNeverToldAgain) {
    EXPECT_EQ(text_at(ask(&anna, Method::get, path), "source"), "none");
    const auto now = set({{"base_url", "https://api.models.example/v1"}, {"model", "small-1"}, {"key", key}});
    EXPECT_EQ(text_at(now, "source"), "own");
    EXPECT_EQ(text_at(now, "host"), "api.models.example");
    EXPECT_EQ(text_at(now, "key_hint"), "cdef");
    EXPECT_EQ(at(now, "has_key"), true);
    EXPECT_EQ(boost::json::serialize(now).find("0123456789"), std::string::npos);
    const auto stored =
        parts().database.read([&](sql::Connection& c) { return store::find_model_settings(c, anna.id); });
    ASSERT_TRUE(stored && *stored);
    EXPECT_EQ((*stored)->sealed_key.find("0123456789"), std::string::npos);
    const auto chosen = parts().database.read(
        [&](sql::Connection& c) { return flows::model_of(c, parts().models, anna.id); });
    ASSERT_TRUE(chosen);
    EXPECT_EQ(chosen->endpoint.key, key);
    EXPECT_EQ(chosen->endpoint.trust, llm::Trust::person);
    // Nor does it leave with one's data.
    for (const auto& table : store::account_tables()) {
        const auto rows =
            parts().database.read([&](sql::Connection& c) { return store::account_rows(c, anna.id, table); });
        ASSERT_TRUE(rows);
        for (const std::string& column : rows->columns) EXPECT_NE(column, "sealed_key");
    }
    EXPECT_EQ(text_at(ask(&ben, Method::get, path), "source"), "none") << "anna's is anna's";
}

TEST_F(ModelSettingsTest, TheServersSecretIsItsOwnersAlone) {
    namespace fs = std::filesystem;
    for (const char* name : {"secret.key", "cursor.key"}) {
        const fs::path file = configuration_.folder + "/" + name;
        EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write) << name;
        EXPECT_GE(fs::file_size(file), 32U);
    }
}

TEST_F(ModelSettingsTest, AKeyStaysWithTheAddressThatItWasEnteredFor) {
    set({{"base_url", "https://api.models.example/v1"}, {"model", "small-1"}, {"key", key}});
    const auto same = set({{"base_url", "https://api.models.example/v2"}, {"model", "large-1"}});
    EXPECT_EQ(text_at(same, "key_hint"), "cdef");
    const auto elsewhere = set({{"base_url", "https://evil.example/v1"}, {"model", "m"}}, 400);
    EXPECT_EQ(text_at(ask(&anna, Method::get, path), "host"), "api.models.example") << "nothing changed";
    const auto without = set({{"base_url", "https://other.example/v1"}, {"model", "m"}, {"key", nullptr}});
    EXPECT_EQ(at(without, "has_key"), false);
}

TEST_F(ModelSettingsTest, WhatCannotBeIsRefused) {
    set({{"base_url", "ftp://models.example"}, {"model", "m"}}, 400);
    set({{"base_url", "https://user:word@models.example"}, {"model", "m"}}, 400);
    set({{"base_url", "https://models.example"}, {"model", ""}}, 400);
    set({{"base_url", "https://models.example"}, {"model", "m"}, {"key", "two words"}}, 400);
    set({{"base_url", "https://models.example"}, {"model", "m"}, {"key", "a\r\nHost: b"}}, 400);
    set({{"base_url", "https://models.example"}, {"model", "m"}, {"temperature", 1}}, 400);
    ask(&anna, Method::delete_, path, {}, {{"If-Match", "*"}}, 404);
}

/// Two tabs: the second to save is told of the first.
TEST_F(ModelSettingsTest, WhatSomebodyElseChangedMeanwhileIsNotOverwritten) {
    const auto seen = matching(anna, path);
    const std::string mine = json_of({{"base_url", "https://mine.example/v1"}, {"model", "m"}});
    EXPECT_EQ(send(&anna, Method::put, path, mine).status, 428);
    const auto saved = ask(&anna, Method::put, path, mine, seen);
    EXPECT_EQ(matching(anna, path).front().second, "\"" + text_at(saved, "version") + "\"");
    const std::string other = json_of({{"base_url", "https://other.example/v1"}, {"model", "m"}});
    EXPECT_EQ(send(&anna, Method::put, path, other, seen).status, 412);
    EXPECT_EQ(send(&anna, Method::delete_, path, "", seen).status, 412);
    const std::string reading = std::string(path) + "/reading";
    EXPECT_EQ(send(&anna, Method::put, reading, R"({"on":true})", seen).status, 412);
    EXPECT_EQ(text_at(ask(&anna, Method::get, path), "host"), "mine.example");
    const auto before_reading = matching(anna, path);
    ask(&anna, Method::put, reading, R"({"on":true})", before_reading);
    EXPECT_EQ(send(&anna, Method::put, path, other, before_reading).status, 412) << "consent was given since";
    EXPECT_EQ(send(&anna, Method::delete_, path, "", matching(anna, path)).status, 204);
}

TEST_F(ModelSettingsTest, NoAddressInsideIsAsked) {
    const LoopbackServer inside([](const Asked&, const Wire& w) { w.reply(200, R"({"data":[]})"); });
    set({{"base_url", inside.origin() + "/v1"}, {"model", "m"}, {"key", key}});
    const auto tried = ask(&anna, Method::post, std::string(path) + "/check");
    EXPECT_EQ(at(tried, "works"), false);
    EXPECT_TRUE(inside.asked().empty());
    ask(&anna, Method::delete_, path, {}, {{"If-Match", "*"}}, 204);
    EXPECT_EQ(text_at(ask(&anna, Method::get, path), "source"), "none");
}

class ServerModelTest : public ModelSettingsTest {
  protected:
    void configure(app::Configuration& c) override {
        c.llm_url = server_.origin() + "/v1";
        c.llm_model = "house-model";
        c.llm_key = key;
    }
    LoopbackServer server_{[](const Asked& a, const Wire& w) {
        if (a.header("Authorization") != std::string("Bearer ") + key) return w.reply(401, "{}");
        w.reply(200, R"({"data":[{"id":"house-model"}]})");
    }};
};

TEST_F(ServerModelTest, TheServersModelIsForEverybodyAndItsKeyForNobody) {
    const auto shown = ask(&anna, Method::get, path);
    EXPECT_EQ(text_at(shown, "source"), "server");
    EXPECT_EQ(text_at(shown, "model"), "house-model");
    EXPECT_EQ(at(shown, "base_url"), nullptr);
    EXPECT_EQ(at(shown, "key_hint"), nullptr);
    EXPECT_EQ(at(ask(&anna, Method::post, std::string(path) + "/check"), "works"), true);
    const auto health = ask(&admin, Method::get, "/api/admin/health");
    const std::string text = boost::json::serialize(health);
    EXPECT_NE(text.find("house-model at 127.0.0.1 answers"), std::string::npos) << text;
    EXPECT_EQ(text.find("0123456789"), std::string::npos);
}

TEST_F(ServerModelTest, ConsentToReadingHoldsForOneAddress) {
    const auto reads = [&] { return at(ask(&anna, Method::get, path), "reads_documents"); };
    const auto agree = [&] {
        ask(&anna, Method::put, std::string(path) + "/reading", R"({"on":true})", {{"If-Match", "*"}});
        EXPECT_EQ(reads(), true);
    };
    set({{"base_url", "https://mine.example/v1"}, {"model", "m"}});
    agree();
    set({{"base_url", "https://mine.example/v2"}, {"model", "n"}});
    EXPECT_EQ(reads(), true) << "the same origin";
    set({{"base_url", "https://other.example/v1"}, {"model", "m"}});
    EXPECT_EQ(reads(), false);
    agree();
    ask(&anna, Method::delete_, path, {}, {{"If-Match", "*"}}, 204);
    EXPECT_EQ(text_at(ask(&anna, Method::get, path), "source"), "server");
    EXPECT_EQ(reads(), false) << "the server's model was never agreed to";
    agree();
    // The same server with another model.
    const LoopbackServer elsewhere([](const Asked&, const Wire& w) { w.reply(500, "{}"); });
    configuration_.llm_url = elsewhere.origin() + "/v1";
    dispatch_.reset();
    backend_.reset();
    auto opened = app::Backend::open(configuration_, knowledge(), [this]() -> Timestamp { return now_; });
    ASSERT_TRUE(opened) << opened.error().message();
    backend_ = std::move(*opened);
    dispatch_ = std::make_unique<http::Dispatch>(http::Settings(), backend_->make_router(),
                                                 backend_->make_authenticate(), http::Observers());
    EXPECT_EQ(reads(), false);
    ask(&anna, Method::post, "/api/resumes", R"({"name":"cv","text":"Skills\nPython, Docker and Git\n"})", {},
        201);
    const std::string job = text_at(ask(&anna, Method::post, "/api/jobs",
                                        R"({"title":"Dev","description":"Requirements\n- Python"})", {}, 201),
                                    "id");
    ask(&anna, Method::post, "/api/gap/run", R"({"job_id":")" + job + "\"}");
    EXPECT_TRUE(elsewhere.asked().empty()) << "no document goes where nobody agreed to";
    agree();
}

/// Jobs may be fetched from an intranet.
class IntranetTest : public ModelSettingsTest {
  protected:
    void configure(app::Configuration& c) override { c.allow_private_addresses = true; }
};

TEST_F(IntranetTest, ModelsOfPeopleStayOutsideOfIt) {
    const LoopbackServer inside([](const Asked&, const Wire& w) { w.reply(200, R"({"data":[]})"); });
    set({{"base_url", inside.origin() + "/v1"}, {"model", "m"}, {"key", key}});
    EXPECT_EQ(at(ask(&anna, Method::post, std::string(path) + "/check"), "works"), false);
    EXPECT_TRUE(inside.asked().empty());
}

class NoOwnModelsTest : public ModelSettingsTest {
  protected:
    void configure(app::Configuration& c) override { c.own_models = false; }
};

TEST_F(NoOwnModelsTest, AreRefusedWhereTheServerSaysSo) {
    set({{"base_url", "https://models.example"}, {"model", "m"}}, 403);
    EXPECT_EQ(at(ask(&anna, Method::get, path), "own_allowed"), false);
}

}  // namespace
}  // namespace headway::test
