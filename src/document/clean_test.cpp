// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/clean.hpp"

#include <gtest/gtest.h>

namespace headway::document {
namespace {

std::string clean(std::string_view s) {
    return clean_characters(s, SoftHyphen::invisible);
}

TEST(CleanCharacters, FoldsLigaturesSpacesAndLineEnds) {
    EXPECT_EQ(clean("e\uFB03cient work\uFB02ow \uFB01t"), "efficient workflow fit");
    EXPECT_EQ(clean("a\u00A0b\u2009c\u3000d"), "a b c d");
    EXPECT_EQ(clean("a\r\nb\rc\u2028d"), "a\nb\nc\nd");
}

TEST(CleanCharacters, SoftHyphensArePaintedOnlyInPdf) {
    EXPECT_EQ(clean("engi\u00ADneer"), "engineer");
    EXPECT_EQ(clean_characters("Shin\u00ADIl", SoftHyphen::painted), "Shin-Il");
}

TEST(CleanCharacters, DropsIconsAndKeepsPrivateBullets) {
    CleanLosses losses;
    EXPECT_EQ(clean_characters("\uF095 +1 555\uFFFD", SoftHyphen::painted, &losses), " +1 555");
    EXPECT_EQ(losses.unreadable, 2U);
    EXPECT_EQ(clean("\uF0B7 item"), "\u2022 item");
}

TEST(CleanCharacters, DropsControlAndZeroWidthCharacters) {
    EXPECT_EQ(clean(std::string("a\0b\x07\x1B[1m", 8)), "ab[1m");
    EXPECT_EQ(clean("Py\u200Bthon\uFEFF \u202Eabc"), "Python abc");
}

TEST(CleanCharacters, ComposesAccents) {
    EXPECT_EQ(clean("Re\u0301sume\u0301"), "R\u00E9sum\u00E9");
}

TEST(BulletLength, KnowsMarksAndSparesWords) {
    EXPECT_EQ(bullet_length("\u2022 item"), 4U);
    EXPECT_EQ(bullet_length("\u25AAitem"), 3U);
    EXPECT_EQ(bullet_length("- item"), 2U);
    EXPECT_EQ(bullet_length("o Led a team"), 2U);
    EXPECT_EQ(bullet_length("-5 degrees"), 0U);
    EXPECT_EQ(bullet_length("of course"), 0U);
    EXPECT_EQ(bullet_length("+1 555"), 0U);
    EXPECT_EQ(bullet_length(""), 0U);
}

TEST(TidyLines, GivesTheShapeThatTheContractPromises) {
    EXPECT_EQ(tidy_lines("\n\n  * one  \n\n\n\n- two   words\t \n"), "\u2022 one\n\n\u2022 two words\n");
    EXPECT_EQ(tidy_lines("a \t b"), "a\tb\n");
    EXPECT_EQ(tidy_lines(" \n\t\n"), "");
}

}  // namespace
}  // namespace headway::document
