// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/plain_text.hpp"

#include <gtest/gtest.h>

namespace headway::document {
namespace {

TEST(PlainText, NormalisesBulletsAndLineEnds) {
    EXPECT_EQ(parse_plain_text("Skills\r\n- C++\r\n* Go\r\n", "a.txt")->text,
              "Skills\n\u2022 C++\n\u2022 Go\n");
}

TEST(PlainText, MarkdownLosesItsHeadingMarks) {
    EXPECT_EQ(parse_plain_text("# Ada\n\nAbout\n=====\n## C#\n### Go ###\n```\n# kept\n```\n", "cv.md")->text,
              "Ada\n\nAbout\n\nC#\nGo\n```\n# kept\n```\n");
}

TEST(PlainText, OneHashLineIsNoMarkdown) {
    EXPECT_EQ(parse_plain_text("# of reports: 5\n", "cv.txt")->text, "# of reports: 5\n");
}

TEST(PlainText, BinaryIsRefused) {
    const auto result = parse_plain_text(std::string("\x01\x00\x02", 3), "x.bin");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::invalid);
    EXPECT_EQ(result.error().where, "x.bin");
}

}  // namespace
}  // namespace headway::document
