// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/charset.hpp"

#include <gtest/gtest.h>

namespace headway::document {
namespace {

using namespace std::string_literals;

TEST(DecodeText, KeepsUtf8AndDropsItsMark) {
    EXPECT_EQ(decode_text("\xEF\xBB\xBFr\u00E9sum\u00E9", {})->text, "r\u00E9sum\u00E9");
    EXPECT_TRUE(decode_text("r\u00E9sum\u00E9", {})->warning.empty());
}

TEST(DecodeText, ReadsUtf16WithAndWithoutMark) {
    EXPECT_EQ(decode_text("\xFF\xFEH\0i\0"s, {})->text, "Hi");
    EXPECT_EQ(decode_text("\xFE\xFF\0H\0i"s, {})->text, "Hi");
    std::string unmarked;
    for (char c : "plain letters only"s) unmarked += {c, '\0'};
    EXPECT_EQ(decode_text(unmarked, {})->text, "plain letters only");
}

TEST(DecodeText, FallsBackToWindows1252WithAWarning) {
    const auto decoded = decode_text("caf\xE9 \x93quoted\x94 \x80 5", {});
    EXPECT_EQ(decoded->text, "caf\u00E9 \u201Cquoted\u201D \u20AC 5");
    EXPECT_FALSE(decoded->warning.empty());
    EXPECT_TRUE(decode_text("caf\xE9", "ISO-8859-1")->warning.empty());
}

TEST(DecodeText, RefusesBinary) {
    EXPECT_FALSE(
        decode_text("\x7F"
                    "ELF\0\0\0\x01\x02"s,
                    {}));
    EXPECT_FALSE(decode_text("\x01\x02\x03\x04", {}));
}

TEST(Utf16, LoneSurrogatesAndOddBytesAreReplaced) {
    EXPECT_EQ(utf16_to_utf8("\x3D\xD8\x00\xDE"s, ByteOrder::little), "\U0001F600");
    EXPECT_EQ(utf16_to_utf8("\x3D\xD8"s + "a\0"s, ByteOrder::little), "\uFFFDa");
    EXPECT_EQ(utf16_to_utf8("a", ByteOrder::little), "\uFFFD");
}

}  // namespace
}  // namespace headway::document
