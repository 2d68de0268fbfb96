// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/columns.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace headway::report {
namespace {

using testing::ElementsAre;

TEST(Columns, CountsWhatATerminalShows) {
    EXPECT_EQ(columns_of("résumé"), 6);
    EXPECT_EQ(columns_of("e\xCC\x81"), 1) << "a letter and a combining acute";
    EXPECT_EQ(columns_of("日本"), 4);
    EXPECT_EQ(columns_of("한국어"), 6);
    EXPECT_EQ(columns_of("👩"), 2);
    EXPECT_EQ(columns_of("“…” – ┃█·"), 9);
    EXPECT_EQ(columns_of(""), 0);
}

TEST(Columns, ShortensToTheColumn) {
    EXPECT_EQ(shorten("Kubernetes", 10), "Kubernetes");
    EXPECT_EQ(shorten("Kubernetes", 9), "Kubernet…");
    EXPECT_EQ(shorten("unit tests", 6), "unit…") << "no blank before the dots";
    EXPECT_EQ(shorten("日本語", 4), "日…") << "half a wide character does not fit";
    EXPECT_EQ(shorten("abc", 1), "…");
    EXPECT_EQ(shorten("abc", 0), "");
}

TEST(Columns, KeepsMarksWithTheirLetter) {
    EXPECT_EQ(first_columns("e\xCC\x81x", 1), "e\xCC\x81");
    EXPECT_EQ(last_columns("xe\xCC\x81", 1), "e\xCC\x81");
    EXPECT_EQ(last_columns("日本語", 5), "本語");
    EXPECT_EQ(last_columns("abc", 9), "abc");
    EXPECT_EQ(last_columns("abc", 0), "");
}

TEST(Columns, FitsExactly) {
    EXPECT_EQ(fit_left("日本", 6), "日本  ");
    EXPECT_EQ(fit_right("4.5", 6), "   4.5");
    EXPECT_EQ(columns_of(fit_left("日本語日本語", 7)), 7);
    EXPECT_EQ(columns_of(fit_right("Kubernetes", 4)), 4);
}

TEST(Columns, WrapsAtBlanks) {
    EXPECT_THAT(wrap("Continuous integration and testing", 14),
                ElementsAre("Continuous", "integration", "and testing"));
    EXPECT_THAT(wrap("a  b", 10), ElementsAre("a b"));
    EXPECT_THAT(wrap("", 10), ElementsAre(""));
    EXPECT_THAT(wrap("abcdefgh ij", 3), ElementsAre("abc", "def", "gh", "ij"));
    EXPECT_THAT(wrap("日本", 1), ElementsAre("日", "本")) << "too narrow for a wide character: one a line";
}

TEST(Columns, WrappingLosesNoWord) {
    const std::string text = "Lead developer of the metering platform: 日本語 readings every fifteen minutes";
    for (int width = 1; width < 90; ++width) {
        std::string joined;
        for (const std::string& line : wrap(text, width)) {
            EXPECT_LE(columns_of(line), std::max(width, 2));
            joined += line;
        }
        std::string expected = text;
        std::erase(expected, ' ');
        std::erase(joined, ' ');
        EXPECT_EQ(joined, expected);
    }
}

}  // namespace
}  // namespace headway::report
