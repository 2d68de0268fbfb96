// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/answer_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace headway::flows {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

struct Read {
    std::string text;
    std::vector<std::string> cited;
    std::size_t dropped = 0;
    std::vector<Proposal> proposals;
};

/// What is read when the answer comes in pieces of `size`; R1 to R9 and S1 to S9 may be cited.
Read read(std::string_view answer, std::size_t size = 1) {
    AnswerReader reader([](std::string_view id) { return id.size() == 2 && (id[0] == 'R' || id[0] == 'S'); });
    Read out;
    for (std::size_t at = 0; at < answer.size(); at += size) out.text += reader.feed(answer.substr(at, size));
    out.text += reader.finish();
    out.cited = reader.cited();
    out.dropped = reader.dropped();
    out.proposals = reader.proposals();
    return out;
}

TEST(AnswerReader, MarkdownAndLineBreaksPassWhateverThePieces) {
    const std::string answer =
        "# Title\n\n- **one** [link](https://example.org) [ ] todo\n1. `a[0]`\r\n\n> quote\n\n"
        "```\nint x[3]; // [R99]\n```\n``` headway\nno block\n```\n| a | b |\n[unfinished [R1, and";
    for (std::size_t size = 1; size < answer.size(); ++size) {
        const Read r = read(answer, size);
        EXPECT_EQ(r.text, answer) << size;
        EXPECT_THAT(r.cited, IsEmpty());
        EXPECT_EQ(r.dropped, 0U) << "code is code";
    }
}

TEST(AnswerReader, CitationsAreHeldAgainstWhatWasGiven) {
    const Read r = read("You lack Kubernetes [R1], as the ad says [S2, R1]. Also [R77] and [J1, S3].\n[R2]");
    EXPECT_EQ(r.text, "You lack Kubernetes [R1], as the ad says [S2][R1]. Also  and [S3].\n[R2]");
    EXPECT_THAT(r.cited, ElementsAre("R1", "S2", "S3", "R2"));
    EXPECT_EQ(r.dropped, 2U);
}

TEST(AnswerReader, WhatIsNoCitationIsText) {
    for (const char* text : {"[R]", "[r1]", "[R12345]", "[]", "[X1]", "[R1 and S2]", "[R1,]", "[1]"})
        EXPECT_EQ(read(text).text, text);
}

TEST(AnswerReader, TheBlockOfProposalsIsTakenOut) {
    const std::string answer =
        "Do "
        "this:\n\n```headway\n{\"proposals\":[{\"action\":\"create_task\",\"title\":\"Learn\",\"text\":"
        "\"a\\nb\"},\n"
        "{\"action\":\"start_report\"}]}\n```\nBye";
    for (std::size_t size = 1; size < answer.size(); ++size) {
        const Read r = read(answer, size);
        EXPECT_EQ(r.text, "Do this:\n\nBye") << size;
        ASSERT_THAT(r.proposals, SizeIs(2)) << size;
        EXPECT_EQ(r.proposals[0].action, "create_task");
        EXPECT_EQ(r.proposals[0].text, "a\nb");
        EXPECT_EQ(r.proposals[1].action, "start_report");
    }
}

TEST(AnswerReader, ABlockThatIsNotAsAskedForProposesNothing) {
    const auto proposed = [](const std::string& json) {
        return read("```headway\n" + json + "\n```").proposals;
    };
    EXPECT_THAT(proposed(R"({"proposals":[{"action":"save_note","title":"t","text":"x"}]})"), SizeIs(1));
    for (const char* bad :
         {"", "{", "[]", R"({"proposals":[{"action":"delete_account"}]})",
          R"({"proposals":[{"action":"create_task"}]})",
          R"({"proposals":[{"action":"create_task","title":""}]})",
          R"({"proposals":[{"action":"save_job","job_id":"1"}]})", R"({"proposals":[],"run":"rm"})",
          R"({"proposals":[{"action":"save_job"},{"action":"save_job"},{"action":"save_job"},
              {"action":"save_job"},{"action":"save_job"},{"action":"save_job"}]})"})
        EXPECT_THAT(proposed(bad), IsEmpty()) << bad;
    const std::string one = "```headway\n{\"proposals\":[{\"action\":\"save_job\"}]}\n```\n";
    EXPECT_THAT(read(one + one).proposals, IsEmpty()) << "one block, or none";
    EXPECT_THAT(read(one.substr(0, one.size() - 5)).proposals, SizeIs(1)) << "its end may be forgotten";
    EXPECT_THAT(read("```headway\n" + std::string(100'000, '{')).proposals, IsEmpty());
    EXPECT_THAT(read("a ```headway\n{}").text, HasSubstr("```headway")) << "only at the begin of a line";
}

}  // namespace
}  // namespace headway::flows
