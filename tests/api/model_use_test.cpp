// SPDX-License-Identifier: GPL-3.0-or-later
// What asking language models took: by person, month, purpose and model. The model is a real aimock.
#include "api/chat_fixture.hpp"

namespace headway::test {
namespace {

constexpr const char* path = "/api/settings/model/usage";
constexpr const char* fixtures = R"([
{"match":{"userMessage":"BEGIN DOCUMENT"},"response":{"content":"{\"skills\":[]}",
 "usage":{"prompt_tokens":700,"completion_tokens":30}}},
{"match":{"userMessage":"cut"},"response":{"content":"one two three four five six"},"chunkSize":4,"latency":30,"truncateAfterChunks":4},
{"match":{"userMessage":"far"},"response":{"content":"So far.","usage":{"prompt_tokens":1000,"completion_tokens":20}}},
{"match":{"userMessage":"BEGIN DATA"},"response":{"content":"{\"order\":[{\"item\":1,\"why\":\"First.\"}],\"proposals\":[]}",
 "usage":{"prompt_tokens":400,"completion_tokens":8}}}
])";

class ModelUseTest : public ModelChatTest {
  protected:
    ModelUseTest() : ModelChatTest(fixtures) {}
    /// "feature answers uncounted input output" of every row.
    static std::string rows_of(const boost::json::value& usage) {
        std::string out;
        for (const auto& i : usage.at("items").as_array()) {
            out += text_at(i, "month") + " " + text_at(i, "feature") + " " + text_at(i, "source") + " " +
                   text_at(i, "model") + " " + text_at(i, "answers") + " " + text_at(i, "uncounted") + " " +
                   text_at(i, "input_tokens") + " " + text_at(i, "output_tokens") + "\n";
        }
        return out;
    }
};

TEST_F(ModelUseTest, AnswersAreSummedByMonthPurposeAndModelOfEachPerson) {
    EXPECT_EQ(rows_of(ask(&anna, Method::get, path)), "");
    say("How far?");
    say("How far?");
    say("cut it");
    EXPECT_EQ(rows_of(ask(&anna, Method::get, path)), "2026-11 chat server test-model 3 1 2000 40\n")
        << "of an answer that broke off nobody said what it took";
    ask(&anna, Method::put, "/api/settings/model/reading", R"({"on":true})", {{"If-Match", "*"}});
    const auto made = send(&anna, Method::post, "/api/gap/run", R"({"job_id":")" + job_ + "\"}");
    const std::string run = text_at(boost::json::parse(made.text()), "run_id");
    EXPECT_TRUE(parts().waiter.wait(anna.id, run, std::chrono::seconds(60)));
    now_ = now_ + std::chrono::days(30);
    say("How far?");
    const std::string all =
        "2026-12 chat server test-model 1 0 1000 20\n"
        "2026-11 chat server test-model 3 1 2000 40\n"
        "2026-11 reading server test-model 2 0 1400 60\n";
    const auto usage = ask(&anna, Method::get, path);
    EXPECT_EQ(rows_of(usage), all);
    EXPECT_EQ(text_at(usage, "months.1.month"), "2026-11");
    EXPECT_EQ(at(usage, "months.1.input_tokens"), 3400);
    EXPECT_EQ(at(usage, "months.1.answers"), 5);
    EXPECT_EQ(rows_of(ask(&ben, Method::get, path)), "") << "anna's is anna's";
    // It stays when what was asked is deleted.
    ask(&anna, Method::delete_, path_, {}, matching(anna, path_), 204);
    EXPECT_EQ(rows_of(ask(&anna, Method::get, path)), all);
    // After a year it is not shown any more.
    now_ = now_ + std::chrono::days(330);
    EXPECT_EQ(rows_of(ask(&anna, Method::get, path)), "2026-12 chat server test-model 1 0 1000 20\n");
}

TEST_F(ModelUseTest, LearningItemsCountToo) {
    const auto made = send(&anna, Method::post, "/api/gap/run", R"({"job_id":")" + job_ + "\"}");
    const std::string run = text_at(boost::json::parse(made.text()), "run_id");
    EXPECT_TRUE(parts().waiter.wait(anna.id, run, std::chrono::seconds(60)));
    const std::string body = R"({"gap_report_id":")" + run + "\"}";
    send(&anna, Method::post, "/api/learn/generate", body);
    const auto begun = boost::json::parse(send(&anna, Method::post, "/api/learn/advise", body).text());
    EXPECT_TRUE(parts().waiter.wait(anna.id, text_at(begun, "run_id"), std::chrono::seconds(60)));
    EXPECT_EQ(rows_of(ask(&anna, Method::get, path)), "2026-11 learning server test-model 1 0 400 8\n");
}

TEST_F(ModelUseTest, AdministratorsSeeWhatTheServersModelTook) {
    say("How far?");
    const std::string account = "/api/admin/users/" + anna.id;
    const auto shown = ask(&admin, Method::get, account);
    EXPECT_EQ(text_at(shown, "model_use.month"), "2026-11");
    EXPECT_EQ(at(shown, "model_use.input_tokens"), 1000);
    const auto listed = ask(&admin, Method::get, "/api/admin/users?q=" + anna.email);
    EXPECT_EQ(at(listed, "items.0.model_use"), at(shown, "model_use"));
    const std::string all = "2026-11 chat server test-model 1 0 1000 20\n";
    EXPECT_EQ(rows_of(ask(&admin, Method::get, account + "/model-usage")), all);
    ask(&ben, Method::get, account + "/model-usage", {}, {}, 403);
    ask(&admin, Method::get, "/api/admin/users/01890a5d-ac96-774b-bcce-b302099a8057/model-usage", {}, {},
        404);
}

/// People may ask models of their own on this machine, which is allowed for tests only.
class OwnModelUseTest : public ModelUseTest {
  protected:
    void configure(app::Configuration& c) override { c.private_models = true; }
};

TEST_F(OwnModelUseTest, WhatAModelOfOnesOwnTookIsItsOwnersAffair) {
    ask(&anna, Method::put, "/api/settings/model",
        R"({"base_url":")" + server_->base_url() + R"(","model":"my-model"})", {{"If-Match", "*"}});
    say("How far?");
    EXPECT_EQ(rows_of(ask(&anna, Method::get, path)), "2026-11 chat own my-model 1 0 1000 20\n");
    const std::string account = "/api/admin/users/" + anna.id;
    EXPECT_EQ(rows_of(ask(&admin, Method::get, account + "/model-usage")), "");
    EXPECT_EQ(at(ask(&admin, Method::get, account), "model_use.answers"), 0);
}

}  // namespace
}  // namespace headway::test
