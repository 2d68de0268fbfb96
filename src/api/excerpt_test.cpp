// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/excerpt.hpp"

#include <gtest/gtest.h>

namespace headway::api {
namespace {

TEST(Excerpt, IsOneLineCutBetweenWords) {
    EXPECT_EQ(excerpt_of("Short\n\ttext "), "Short text");
    std::string text;
    for (int i = 0; i < 100; ++i) text += "würde ";
    const std::string out = excerpt_of(text);
    EXPECT_LE(out.size(), 283U);
    EXPECT_TRUE(out.ends_with("würde…")) << out;
}

TEST(Excerpt, AWordWithoutEndIsCutBetweenCharacters) {
    std::string text;
    for (int i = 0; i < 400; ++i) text += "ü";
    const std::string out = excerpt_of(text, {}, 61);
    EXPECT_EQ(out.size(), 60U + 3U);
}

TEST(Excerpt, BeginsNearWhatWasSearchedFor) {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "filler ";
    text += "then the needle and more";
    const std::string out = excerpt_of(text, {"needl"});
    EXPECT_TRUE(out.starts_with("…filler")) << out;
    EXPECT_NE(out.find("needle"), std::string::npos);
    EXPECT_EQ(excerpt_of("only a needle", {"needl"}), "only a needle");
}

TEST(PlainText, DropsMarkup) {
    EXPECT_EQ(excerpt_of(plain_text("# Head\n\n- **bold** [link](https://example.org)\n- `code`")),
              "Head - bold link - code");
    EXPECT_EQ(plain_text(""), "");
}

}  // namespace
}  // namespace headway::api
