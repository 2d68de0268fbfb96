// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/sniff.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/fixtures.hpp"

namespace headway::document {
namespace {

using namespace std::string_literals;
using testing::HasSubstr;

TEST(SniffFormat, LooksAtTheContentAndNotAtTheName) {
    EXPECT_EQ(sniff_format(fixtures::make_pdf("x"), "cv.txt"), Format::pdf);
    EXPECT_EQ(sniff_format("\xEF\xBB\xBF\r\n%PDF-1.7", "cv"), Format::pdf);
    EXPECT_EQ(sniff_format("@PJL SET COPIES=1\n" + fixtures::make_pdf("x"), "cv"), Format::pdf);
    EXPECT_EQ(sniff_format(fixtures::make_docx(""), "cv.pdf"), Format::docx);
    EXPECT_EQ(sniff_format("\n <!DOCTYPE html><p>x", "cv.docx"), Format::html);
    EXPECT_EQ(sniff_format("Plain <b>not html", "cv.pdf"), Format::text);
}

TEST(SniffFormat, TheNameDecidesForFragments) {
    EXPECT_EQ(sniff_format("Hello<br>you", "cv.html"), Format::html);
    EXPECT_EQ(sniff_format("Hello<br>you", "cv.txt"), Format::text);
}

TEST(SniffFormat, KnownButUnreadFormatsSayWhatToDo) {
    const std::string compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s;
    const std::vector<std::pair<std::string, std::string>> cases{
        {"{\\rtf1 hello}", "RTF"},
        {"\x89PNG\r\n\x1A\n", "picture"},
        {"\xFF\xD8\xFF\xE0", "picture"},
        {"GIF89a\x01", "picture"},
        {"RIFF\x24\0\0\0WEBPVP8 "s, "picture (WebP)"},
        {"Rar!\x1A\x07\x01\0"s, "RAR"},
        {compound + "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"s, ".doc"},
    };
    for (const auto& [bytes, word] : cases) {
        const auto format = sniff_format(bytes, "cv");
        ASSERT_FALSE(format);
        EXPECT_EQ(format.error().code, ErrorCode::invalid);
        EXPECT_THAT(format.error().what, HasSubstr(word));
        EXPECT_THAT(format.error().fix, HasSubstr("PDF or DOCX"));
    }
}

TEST(SniffFormat, TextThatSpeaksOfFormatsIsText) {
    for (const char* text : {
             "Skills: WEBP optimisation, image pipelines",
             "RIFF and WEBP containers",
             "Rar! archives and other wonders",
             "GIF8 and other jokes",
             "Wrote a reader of PDF files: every one begins with\n%PDF-1.7, which is checked first",
             "Tools: %PDF-aware scanners",
             "Converted <?mso-application files to DOCX",
         }) {
        EXPECT_EQ(sniff_format(text, "cv.txt"), Format::text) << text;
    }
}

TEST(SniffFormat, AnEncryptedDocxIsAPasswordMatter) {
    const auto format = sniff_format(
        "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s, "cv");
    ASSERT_FALSE(format);
    EXPECT_THAT(format.error().what, HasSubstr("password"));
}

}  // namespace
}  // namespace headway::document
