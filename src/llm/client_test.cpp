// SPDX-License-Identifier: GPL-3.0-or-later
// The client against a real aimock; a server of our own only for what aimock cannot do: count attempts, fall
// silent, speak in other dialects than OpenAI's.
#include "llm/client.hpp"

#include <atomic>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "json/json.hpp"
#include "support/aimock.hpp"
#include "support/loopback_server.hpp"

namespace headway::llm {
namespace {

using std::chrono::milliseconds;
using test::Aimock;
using test::Asked;
using test::LoopbackServer;
using test::Wire;
using testing::HasSubstr;
using testing::Not;

constexpr const char* fixtures = R"([
{"match":{"userMessage":"stream"},"response":{"content":"# Title\n\n- **one**\n- two\n\n```\ncode\n```\n"},"chunkSize":3},
{"match":{"userMessage":"busy once","sequenceIndex":0},
 "response":{"error":{"message":"slow down","type":"rate_limit"},"status":429,"retryAfter":1}},
{"match":{"userMessage":"busy once","sequenceIndex":1},"response":{"content":"now"}},
{"match":{"userMessage":"busy for long"},"response":{"error":{"message":"come back"},"status":429,"retryAfter":3600}},
{"match":{"userMessage":"fails once","sequenceIndex":0},"response":{"error":{"message":"oops"},"status":500}},
{"match":{"userMessage":"fails once","sequenceIndex":1},"response":{"content":"well"}},
{"match":{"userMessage":"always fails"},"response":{"error":{"message":"oops sk-0123456789abcdef"},"status":500}},
{"match":{"userMessage":"bad key"},"response":{"error":{"message":"wrong key sk-0123456789abcdef"},"status":401}},
{"match":{"userMessage":"malformed"},"response":{"content":"x"},"chaos":{"malformedRate":1}},
{"match":{"userMessage":"cut"},"response":{"content":"one two three four five"},"chunkSize":4,"latency":30,"truncateAfterChunks":3},
{"match":{"userMessage":"slow"},"response":{"content":"late"},"streamingProfile":{"ttft":20000}},
{"match":{"userMessage":"in json","responseFormat":"json_schema"},
 "response":{"error":{"message":"response_format of type json_schema is not supported"},"status":400}},
{"match":{"userMessage":"in json","responseFormat":"json_object"},
 "response":{"error":{"message":"unknown field response_format"},"status":400}},
{"match":{"userMessage":"in json"},"response":{"content":"Here:\n```json\n{\"a\":1}\n```"}},
{"match":{"userMessage":"strict json","responseFormat":"json_schema"},"response":{"content":"{\"a\":2}"}},
{"match":{"inputText":"vector"},"response":{"embedding":[0.5,0.25]}}
])";

Settings brisk() {
    Settings s;
    s.first_backoff = milliseconds(5);
    s.longest_wait = milliseconds(3'000);
    return s;
}

ChatRequest say(std::string words) {
    return {{{"system", "You are terse."}, {"user", std::move(words)}}, {}};
}

class LlmClient : public testing::Test {
  protected:
    static void SetUpTestSuite() { server_ = Aimock::start(fixtures).release(); }
    static void TearDownTestSuite() {
        delete server_;
        server_ = nullptr;
    }
    void SetUp() override { HEADWAY_NEEDS_AIMOCK(server_); }

    [[nodiscard]] static Endpoint endpoint() {
        return {server_->base_url(), "any-model", "sk-0123456789abcdef", Trust::administrator};
    }
    Result<ChatAnswer> stream(const std::string& words, Settings settings = brisk()) {
        Client client(std::move(settings));
        return client.chat(endpoint(), say(words),
                           [this](std::string_view text) {
                               came_ += text;
                               ++pieces_;
                               return true;
                           },
                           {});
    }

    static Aimock* server_;
    std::string came_;
    int pieces_ = 0;
};

Aimock* LlmClient::server_ = nullptr;

TEST_F(LlmClient, StreamsTextAsItComesAndCountsItsTokens) {
    const auto answer = stream("stream");
    ASSERT_TRUE(answer) << answer.error().message();
    EXPECT_EQ(answer->text, "# Title\n\n- **one**\n- two\n\n```\ncode\n```\n");
    EXPECT_EQ(came_, answer->text);
    EXPECT_GT(pieces_, 5);
    EXPECT_EQ(answer->finish, "stop");
    EXPECT_GT(answer->usage.input.value_or(0), 0);
    EXPECT_GT(answer->usage.output.value_or(0), 0);
}

TEST_F(LlmClient, AnswersWholeToo) {
    Client client(brisk());
    const auto answer = client.chat(endpoint(), say("stream"));
    ASSERT_TRUE(answer) << answer.error().message();
    EXPECT_THAT(answer->text, HasSubstr("- **one**\n- two"));
    EXPECT_TRUE(answer->usage.output);
}

TEST_F(LlmClient, WaitsForAsLongAsIsAskedWithinReason) {
    const auto answer = stream("busy once");
    ASSERT_TRUE(answer) << answer.error().message();
    EXPECT_EQ(answer->text, "now");
    const auto never = stream("busy for long");
    ASSERT_FALSE(never);
    EXPECT_EQ(never.error().code, ErrorCode::rate_limited);
    EXPECT_THAT(never.error().what, HasSubstr("come back"));
}

TEST_F(LlmClient, TriesAgainAfterAFailureOfTheServer) {
    const auto answer = stream("fails once");
    ASSERT_TRUE(answer) << answer.error().message();
    EXPECT_EQ(answer->text, "well");
    const auto never = stream("always fails");
    ASSERT_FALSE(never);
    EXPECT_EQ(never.error().code, ErrorCode::unavailable);
}

TEST_F(LlmClient, NoErrorHoldsTheKey) {
    for (const char* words : {"always fails", "bad key"}) {
        const auto answer = stream(words);
        ASSERT_FALSE(answer);
        EXPECT_THAT(answer.error().message(), Not(HasSubstr("0123456789"))) << words;
    }
    EXPECT_EQ(stream("bad key").error().code, ErrorCode::unauthenticated);
    EXPECT_EQ(stream("nothing knows this").error().code, ErrorCode::not_found);
}

TEST_F(LlmClient, SaysSoWhenTheAnswerCannotBeRead) {
    const auto answer = stream("malformed");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::unavailable);
    EXPECT_THAT(answer.error().what, HasSubstr("cannot be read"));
}

TEST_F(LlmClient, AStreamThatIsCutIsAnErrorBehindWhatCame) {
    const auto answer = stream("cut");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::unavailable);
    EXPECT_TRUE(std::string("one two three four five").starts_with(came_));
    EXPECT_FALSE(came_.empty());
}

TEST_F(LlmClient, DoesNotWaitForEverForTheFirstByte) {
    Settings hasty = brisk();
    hasty.first_byte = milliseconds(200);
    hasty.idle = milliseconds(200);  // some send their header at once
    hasty.retries = 0;
    const auto answer = stream("slow", hasty);
    ASSERT_FALSE(answer);
    EXPECT_THAT(answer.error().what, HasSubstr("too slowly"));
}

TEST_F(LlmClient, EndsWhenNobodyWantsTheAnswerAnyMore) {
    std::atomic<int> looked = 0;
    Client client(brisk());
    const auto answer = client.chat(
        endpoint(), say("slow"), [](std::string_view) { return true; }, [&] { return ++looked < 3; });
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::unavailable);
}

TEST_F(LlmClient, AsksForJsonInTheWayThatTheServerUnderstands) {
    Client client(brisk());
    ChatRequest request = say("in json");
    request.schema = Schema{"thing", R"({"type":"object","properties":{"a":{"type":"integer"}}})"};
    for (int i = 0; i < 2; ++i) {
        const auto answer = client.chat(endpoint(), request);
        ASSERT_TRUE(answer) << answer.error().message();
        EXPECT_EQ(answer->text, R"({"a":1})");
    }
    request.messages.back().content = "strict json";
    Endpoint other = endpoint();
    other.model = "a-model-that-knows-schemas";
    const auto strict = client.chat(other, request);
    ASSERT_TRUE(strict) << strict.error().message();
    EXPECT_EQ(strict->text, R"({"a":2})");
}

TEST_F(LlmClient, MakesVectors) {
    Client client(brisk());
    const auto vectors = client.embed(endpoint(), {"vector a", "vector b"});
    ASSERT_TRUE(vectors) << vectors.error().message();
    EXPECT_EQ(vectors->size(), 2U);
    EXPECT_EQ(vectors->at(1), (std::vector<float>{0.5F, 0.25F}));
}

TEST_F(LlmClient, ChecksWithoutSpendingTokens) {
    Client client(brisk());
    const auto checked = client.check(endpoint());
    EXPECT_TRUE(checked || checked.error().code == ErrorCode::not_found) << checked.error().message();
    Endpoint nowhere = endpoint();
    nowhere.base_url = "http://127.0.0.1:1/v1";
    EXPECT_EQ(client.check(nowhere).error().code, ErrorCode::unavailable);
}

// What aimock cannot do.

TEST(LlmClientAlone, APersonsAddressHasToBePublic) {
    const LoopbackServer server([](const Asked&, const Wire& w) { w.reply(200, "{}"); });
    Client client(brisk());
    for (const std::string& url : {server.origin(), std::string("http://169.254.169.254/v1"),
                                   "http://localhost:" + std::to_string(server.port())}) {
        const auto answer = client.chat({url, "m", "k", Trust::person}, say("x"));
        ASSERT_FALSE(answer) << url;
        EXPECT_EQ(answer.error().code, ErrorCode::forbidden) << url;
    }
    EXPECT_EQ(
        client.chat({"http://169.254.169.254/v1", "m", "k", Trust::administrator}, say("x")).error().code,
        ErrorCode::forbidden)
        << "metadata of clouds is nobody's model";
    EXPECT_TRUE(server.asked().empty());
}

TEST(LlmClientAlone, SendsTheKeyAndBeginsNothingAnewOnceTextCame) {
    const LoopbackServer server([](const Asked&, const Wire& w) {
        w.send(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 9999\r\n\r\n"
            "data: {\"choices\":[{\"delta\":{\"content\":\"half\"}}]}\r\n\r\n");
    });
    Client client(brisk());
    std::string came;
    const auto take = [&](std::string_view text) {
        came += text;
        return true;
    };
    EXPECT_FALSE(
        client.chat({server.origin() + "/v1/", "m", "sk-1", Trust::administrator}, say("x"), take, {}));
    EXPECT_EQ(came, "half");
    const auto asked = server.asked();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].target(), "/v1/chat/completions");
    EXPECT_EQ(asked[0].header("Authorization"), "Bearer sk-1");
}

TEST(LlmClientAlone, EachAttemptIsReadFromItsBegin) {
    std::atomic<int> attempt = 0;
    const LoopbackServer server([&](const Asked&, const Wire& w) {
        if (++attempt == 1) {  // a half event without text, then the end
            w.send("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\ndata: {\"choices\":[{\"delta\":{\"cont");
        } else {
            w.reply(
                200,
                "data: {\"choices\":[{\"delta\":{\"content\":\"whole\"},\"finish_reason\":\"stop\"}]}\n\n");
        }
    });
    Client client(brisk());
    const auto answer = client.chat({server.origin(), "m", "", Trust::administrator}, say("x"),
                                    [](std::string_view) { return true; }, {});
    ASSERT_TRUE(answer) << answer.error().message();
    EXPECT_EQ(answer->text, "whole");
    EXPECT_EQ(attempt, 2);
    EXPECT_FALSE(answer->usage.output) << "unknown, not zero";
}

TEST(LlmClientAlone, AServerThatFallsSilentIsLeft) {
    const LoopbackServer server([](const Asked&, const Wire& w) {
        w.send(
            "HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n"
            "data: {\"choices\":[{\"delta\":{\"content\":\"and then\"}}]}\n\n");
        w.wait_for_end();
    });
    Settings hasty = brisk();
    hasty.idle = milliseconds(150);
    Client client(hasty);
    const auto answer = client.chat({server.origin(), "m", "", Trust::administrator}, say("x"),
                                    [](std::string_view) { return true; }, {});
    ASSERT_FALSE(answer);
    EXPECT_THAT(answer.error().what, HasSubstr("too slowly"));
}

TEST(LlmClientAlone, TakesAWholeAnswerWhereAStreamWasAskedForAndDropsWhatIsNotUnderstood) {
    const LoopbackServer server([](const Asked& a, const Wire& w) {
        if (a.body.find("stream_options") != std::string::npos)
            return w.reply(400, R"({"error":{"message":"unknown field stream_options"}})");
        w.reply(200, R"({"choices":[{"message":{"content":"all at once"},"finish_reason":"stop"}]})");
    });
    Client client(brisk());
    std::string came;
    const auto answer = client.chat({server.origin(), "m", "", Trust::administrator}, say("x"),
                                    [&](std::string_view text) {
                                        came += text;
                                        return true;
                                    },
                                    {});
    ASSERT_TRUE(answer) << answer.error().message();
    EXPECT_EQ(came, "all at once");
    EXPECT_EQ(answer->text, came);
}

TEST(LlmClientAlone, NoAnswerIsLongerThanWhatIsTaken) {
    std::string events;
    for (int i = 0; i < 100; ++i)
        events += "data: {\"choices\":[{\"delta\":{\"content\":\"" + std::string(100, 'x') + "\"}}]}\n\n";
    const LoopbackServer server([&](const Asked&, const Wire& w) { w.reply(200, events); });
    Settings small = brisk();
    small.answer_bytes = 1000;
    Client client(small);
    const auto answer = client.chat({server.origin(), "m", "", Trust::administrator}, say("x"),
                                    [](std::string_view) { return true; }, {});
    ASSERT_TRUE(answer) << answer.error().message();
    EXPECT_EQ(answer->finish, "length");
    EXPECT_EQ(answer->text.size(), 1000U);
}

}  // namespace
}  // namespace headway::llm
