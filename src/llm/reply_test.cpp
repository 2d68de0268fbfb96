// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/reply.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "json/tree.hpp"
#include "llm/request_body.hpp"

namespace headway::llm {
namespace {

TEST(Reply, ReadsPiecesOfAStream) {
    const auto piece =
        read_piece(R"({"choices":[{"index":0,"delta":{"content":"a\nb"},"finish_reason":null}]})");
    ASSERT_TRUE(piece);
    EXPECT_EQ(piece->text, "a\nb");
    EXPECT_FALSE(piece->finish);
    const auto last = read_piece(R"({"choices":[],"usage":{"prompt_tokens":2,"completion_tokens":6}})");
    ASSERT_TRUE(last && last->usage);
    EXPECT_EQ(last->usage->input, 2);
    EXPECT_EQ(last->usage->output, 6);
    EXPECT_TRUE(read_piece(
        R"({"choices":[{"delta":{"role":"assistant","content":null,"reasoning_content":"hm"}}]})"));
    EXPECT_FALSE(read_piece("[1]"));
    EXPECT_FALSE(read_piece("{"));
    const auto broken = read_piece(R"({"error":{"message":"out of\nmemory"}})");
    ASSERT_FALSE(broken);
    EXPECT_THAT(broken.error().what, testing::HasSubstr("out of memory"));
}

TEST(Reply, UsageThatIsNotSaidIsUnknown) {
    const auto answer = read_answer(R"({"choices":[{"message":{"content":"hi"},"finish_reason":"stop"}]})");
    ASSERT_TRUE(answer);
    EXPECT_FALSE(answer->usage.input);
    EXPECT_FALSE(answer->usage.output);
    EXPECT_FALSE(read_answer(R"({"choices":[]})"));
}

TEST(Reply, PutsVectorsInTheirOrderAndChecksThem) {
    const auto good =
        read_embeddings(R"({"data":[{"index":1,"embedding":[3,4]},{"index":0,"embedding":[1,2.5]}]})", 2);
    ASSERT_TRUE(good);
    EXPECT_EQ(good->at(0), (std::vector<float>{1, 2.5F}));
    EXPECT_EQ(good->at(1), (std::vector<float>{3, 4}));
    for (const char* bad : {R"({"data":[{"index":0,"embedding":[1]}]})",
                            R"({"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1]}]})",
                            R"({"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]})",
                            R"({"data":[{"index":0,"embedding":[1]},{"index":5,"embedding":[1]}]})",
                            R"({"data":[{"index":0,"embedding":["1"]},{"index":1,"embedding":[1]}]})",
                            R"({"data":[{"index":0,"embedding":[1e39]},{"index":1,"embedding":[1]}]})"})
        EXPECT_FALSE(read_embeddings(bad, 2)) << bad;
}

TEST(Reply, FindsTheJsonInAnAnswer) {
    EXPECT_EQ(json_in("Sure!\n```json\n{\"a\": [1]}\n```\nAnything else?"), "{\"a\": [1]}");
    EXPECT_EQ(json_in("[{\"a\":1}]"), "[{\"a\":1}]");
    EXPECT_EQ(json_in("no json"), "no json");
}

TEST(Reply, TellsWhatARefusalSaysOnOneShortLine) {
    EXPECT_EQ(read_complaint(R"({"error":{"message":"no\tsuch model"}})"), "no such model");
    EXPECT_EQ(read_complaint(R"({"error":"plain"})"), "plain");
    EXPECT_EQ(read_complaint("<html>"), "");
    std::string umlauts;
    for (int i = 0; i < 300; ++i) umlauts += "ü";
    const std::string cut = read_complaint(R"({"detail":"x)" + umlauts + "\"}");
    EXPECT_LE(cut.size(), 200U);
    EXPECT_EQ(cut.size() % 2, 1U) << "no half letter at the end";
}

TEST(RequestBody, IsJsonInEveryDialect) {
    ChatRequest request{{{"user", "a \"quoted\"\nline"}}, Schema{"skills", R"({"type":"object"})"}};
    for (const Json mode : {Json::schema, Json::object, Json::words}) {
        for (const Delivery delivery : {Delivery::whole, Delivery::streamed}) {
            const auto tree = json::Tree::parse(chat_body("m", request, delivery, {mode, true}));
            ASSERT_TRUE(tree);
            const auto root = tree->root();
            EXPECT_EQ(root["model"].text(), "m");
            EXPECT_EQ(root["messages"].size(), mode == Json::schema ? 1U : 2U);
            EXPECT_EQ(root["response_format"].is_nothing(), mode == Json::words);
            EXPECT_EQ(root["stream"].truth().value_or(false), delivery == Delivery::streamed);
        }
    }
}

}  // namespace
}  // namespace headway::llm
