// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/utf8.hpp"

#include <gtest/gtest.h>
#include <string>

namespace headway::text {
namespace {

std::string encoded(char32_t v) {
    const auto byte = [](char32_t x) { return static_cast<char>(static_cast<unsigned char>(x)); };
    if (v < 0x80) return {byte(v)};
    if (v < 0x800) return {byte(0xC0 | v >> 6), byte(0x80 | (v & 0x3F))};
    if (v < 0x10000) return {byte(0xE0 | v >> 12), byte(0x80 | (v >> 6 & 0x3F)), byte(0x80 | (v & 0x3F))};
    return {byte(0xF0 | v >> 18), byte(0x80 | (v >> 12 & 0x3F)), byte(0x80 | (v >> 6 & 0x3F)),
            byte(0x80 | (v & 0x3F))};
}

TEST(Utf8, DecodesEveryCodePointAndNothingElse) {
    for (char32_t v = 0; v < 0x110400; ++v) {
        const std::string s = encoded(v);
        const CodePoint c = decode(s, 0);
        const bool valid = v <= 0x10FFFF && (v < 0xD800 || v > 0xDFFF);
        if (valid) {
            ASSERT_EQ(c.value, v);
            ASSERT_EQ(c.length, s.size());
            ASSERT_EQ(first_invalid(s), std::string_view::npos);
        } else {
            ASSERT_EQ(c.value, 0xFFFDU) << std::hex << static_cast<unsigned>(v);
            ASSERT_EQ(c.length, 1U);
            ASSERT_EQ(first_invalid(s), 0U);
        }
    }
}

TEST(Utf8, RefusesOverlongAndCutForms) {
    for (const char* bad : {"\xC0\xAF", "\xC1\xBF", "\xE0\x80\xAF", "\xE0\x9F\xBF", "\xF0\x80\x80\xAF",
                            "\xF0\x8F\xBF\xBF", "\xF8\x88\x80\x80\x80", "\x80", "\xBF", "\xFE", "\xFF",
                            "\xC3", "\xE2\x82", "\xF0\x9F\x98", "\xED\xA0\x80", "\xF4\x90\x80\x80"}) {
        EXPECT_EQ(first_invalid(bad), 0U) << bad;
        EXPECT_EQ(decode(bad, 0).length, 1U);
    }
}

TEST(Utf8, ACutFormAtTheEndReadsNoFurther) {
    const std::string s = "ab\xE2\x82\xAC";
    EXPECT_EQ(decode(std::string_view(s).substr(0, 4), 2).length, 1U);
    EXPECT_EQ(decode(s, 2).value, 0x20ACU);
}

TEST(Utf8, MakeValidReplacesEachBadByteOnly) {
    EXPECT_EQ(make_valid("caf\xC3\xA9"), "caf\xC3\xA9");
    EXPECT_EQ(make_valid("a\xFF"
                         "b\xC3"),
              "a\xEF\xBF\xBD"
              "b\xEF\xBF\xBD");
    EXPECT_EQ(make_valid("\xEF\xBF\xBD"), "\xEF\xBF\xBD") << "the sign itself is valid";
    EXPECT_EQ(make_valid(""), "");
    EXPECT_EQ(first_invalid(make_valid(std::string(300, '\xE2'))), std::string_view::npos);
}

TEST(Utf8, FoldLeavesWhatIsCompared) {
    EXPECT_EQ(fold("Résumé"), "resume");
    EXPECT_EQ(fold("ﬁle ＡＢＣ"), "file abc");
    EXPECT_EQ(fold("STRASSE"), fold("Straße"));
    EXPECT_EQ(fold("ΣΊΣΥΦΟΣ"), fold("σίσυφος"));
    EXPECT_EQ(fold("C++ & C#"), "c++ & c#");
    EXPECT_EQ(fold(""), "");
}

}  // namespace
}  // namespace headway::text
