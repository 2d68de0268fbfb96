// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/quotation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/columns.hpp"
#include "report/example_report.hpp"
#include "text/utf8.hpp"

namespace headway::report {
namespace {

using testing::ElementsAre;

/// "Wrote the [GitLab pipelines] that…": quoted pieces in brackets.
std::string shown(const Passage& passage) {
    std::string out;
    for (const Piece& piece : passage.pieces) out += piece.quoted ? "[" + piece.text + "]" : piece.text;
    return out;
}

WireEvidence at(std::string_view text, std::string_view words, int n = 0) {
    return example::evidence(text, words, n);
}

TEST(OneLine, LeavesNothingThatMovesACursorOrTurnsText) {
    EXPECT_EQ(one_line("a\x1b[31mb\x07"), "a[31mb");
    EXPECT_EQ(one_line("a\xC2\x9B"
                       "31m"),
              "a31m")
        << "C1 control sequence introducer";
    EXPECT_EQ(one_line("a\n\t b\xC2\xA0\xE2\x80\xA8"
                       "c"),
              "a b c");
    EXPECT_EQ(one_line("x\xE2\x80\xAEy\xE2\x81\xA6z"), "xyz") << "right-to-left override, isolate";
    EXPECT_EQ(one_line("\xFF"), "\xEF\xBF\xBD");
    EXPECT_EQ(one_line("naïve 日本"), "naïve 日本");
}

TEST(OneLine, KeepsLinesWhereAskedTo) {
    EXPECT_EQ(many_lines("a\tb\r\nc\fd\x1b"), "a\tb\nc\nd");
}

TEST(Sentences, ShowEvidenceInItsSentence) {
    const Sentences sentences(example::resume_text);
    EXPECT_EQ(shown(sentences.around(at(example::resume_text, "GitLab pipelines"))),
              "Wrote the [GitLab pipelines] that build, scan and ship all services.");
    EXPECT_EQ(shown(sentences.around(at(example::resume_text, "Rust"))), "Currently learning [Rust].");
}

TEST(Sentences, FallBackToTheQuotedWords) {
    const Sentences sentences(example::resume_text);
    WireEvidence e = at(example::resume_text, "Java");
    e.start += 1;
    EXPECT_FALSE(sentences.holds(e));
    EXPECT_EQ(shown(sentences.around(e)), "[Java]");
    e.end = 4000000000U;
    EXPECT_EQ(shown(sentences.around(e)), "[Java]");
    e = {};
    EXPECT_FALSE(sentences.holds(e)) << "nothing proves nothing";
    EXPECT_EQ(shown(Sentences("").around(at(example::resume_text, "Java"))), "[Java]");
}

TEST(Sentences, RefuseHalfACharacter) {
    const std::string_view text = "Über";
    WireEvidence e;
    e.text = text.substr(1, 2);
    e.start = 1;
    e.end = 3;
    EXPECT_FALSE(Sentences(text).holds(e));
}

TEST(Sentences, TakeEvidenceOfOneSentenceTogether) {
    const Sentences sentences(example::job_text);
    const std::vector<WireEvidence> all = {at(example::job_text, "automated testing"),
                                           at(example::job_text, "Kubernetes"),
                                           at(example::job_text, "Continuous integration")};
    const std::vector<Passage> passages = sentences.passages(all);
    ASSERT_EQ(passages.size(), 2U);
    EXPECT_EQ(shown(passages[0]), "[Continuous integration] and [automated testing]");
    EXPECT_EQ(passages[0].evidence.size(), 2U);
    EXPECT_EQ(shown(passages[1]), "[Kubernetes] in production");
}

TEST(Sentences, JoinEvidenceThatOverlaps) {
    const std::string_view text = "Machine learning engineering at sea.";
    const std::vector<WireEvidence> all = {at(text, "Machine learning"), at(text, "learning engineering"),
                                           at(text, "learning")};
    const std::vector<Passage> passages = Sentences(text).passages(all);
    ASSERT_EQ(passages.size(), 1U);
    EXPECT_EQ(shown(passages[0]), "[Machine learning engineering] at sea.");
}

TEST(Shorten, KeepsTheQuotedWords) {
    const std::string_view text =
        "Lead developer of the platform, in Java and Spring Boot, eight services in all.";
    const Passage whole = Sentences(text).around(at(text, "Java"));
    for (int width = 8; width < 90; ++width) {
        const Passage cut = shorten(whole, width);
        std::string plain;
        for (const Piece& piece : cut.pieces) plain += piece.text;
        EXPECT_LE(columns_of(plain), width);
        EXPECT_THAT(shown(cut), testing::HasSubstr("[Java]"));
        EXPECT_GE(columns_of(plain), std::min<int>(width, columns_of(text)) - 1) << "no room is wasted";
    }
    EXPECT_EQ(shown(shorten(whole, 200)), shown(whole));
    EXPECT_EQ(shown(shorten(whole, 3)), "[Ja…]");
}

TEST(Shorten, TakesAnyWidth) {
    for (int width = -2; width < 120; ++width) {
        for (const WireEvidence& e : {at(example::hostile, "pipe"), at(example::hostile, example::hostile)}) {
            std::string plain;
            for (const Piece& piece : shorten(Sentences(example::hostile).around(e), width).pieces) {
                plain += piece.text;
            }
            EXPECT_LE(columns_of(plain), std::max(width, 1));
            EXPECT_EQ(text::first_invalid(plain), std::string::npos);
        }
    }
}

}  // namespace
}  // namespace headway::report
