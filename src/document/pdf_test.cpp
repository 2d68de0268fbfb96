// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/pdf.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/fixtures.hpp"

namespace headway::document {
namespace {

using fixtures::make_pdf;
using fixtures::PdfPage;
using testing::HasSubstr;

Result<Parsed> parse(const std::string& bytes, const Limits& limits = {}) {
    EXPECT_TRUE(prepare_pdf_reader());
    return parse_pdf(bytes, "cv.pdf", limits);
}

TEST(Pdf, PagesAndTheirText) {
    const auto parsed =
        parse(make_pdf({PdfPage{{{72, 72, "caf\xE9 one"}}, {}, {}}, PdfPage{{{72, 72, "two"}}, {}, {}}}));
    ASSERT_TRUE(parsed);
    EXPECT_EQ(parsed->pages, (std::vector<std::string>{"caf\u00E9 one\n", "two\n"}));
    EXPECT_TRUE(parsed->pictures.empty());
}

TEST(Pdf, TellsPicturesFromBlankPages) {
    const auto parsed = parse(make_pdf({PdfPage{}, PdfPage{{}, "0 0 0 rg 100 100 300 300 re f\n", {}}}));
    ASSERT_TRUE(parsed);
    EXPECT_EQ(parsed->pictures, std::vector<std::uint32_t>{1});
}

/// Dark bars on white, as lines of text are from afar.
GrayImage picture_of_lines() {
    GrayImage image{100, 140, 0, std::string(100 * 140, '\xFF')};
    for (std::size_t y = 20; y < 120; y += 10) image.pixels.replace(y * 100 + 10, 80, 80, '\0');
    return image;
}

TEST(Pdf, AFewWordsOnAPictureOfAPageAreAPicture) {
    const auto parsed = parse(make_pdf({
        PdfPage{{{400, 820, "Scanned with CamScanner"}}, {}, picture_of_lines()},
        PdfPage{{{72, 72, "The end of a letter"}}, "1 0 0 rg 72 700 40 40 re f\n", {}},  // a logo
        PdfPage{{{72, 72, "On a white ground"}}, {}, GrayImage{1, 1, 0, "\xFF"}},
    }));
    ASSERT_TRUE(parsed);
    EXPECT_EQ(parsed->pictures, std::vector<std::uint32_t>{0});
    EXPECT_EQ(parsed->pages[0], "Scanned with CamScanner\n");
}

TEST(Pdf, InkOverTheWholePageIsAPictureAndAFormIsNone) {
    std::string lines;  // text as outlines
    for (int y = 40; y < 800; y += 14) lines += "40 " + std::to_string(y) + " 515 7 re f\n";
    std::string boxes;
    for (int y = 100; y < 800; y += 60) boxes += "60 " + std::to_string(y) + " 250 24 re S\n";
    const auto parsed = parse(make_pdf(
        {PdfPage{{{72, 820, "A stamp"}}, lines, {}}, PdfPage{{{72, 60, "Name and address"}}, boxes, {}}}));
    ASSERT_TRUE(parsed);
    EXPECT_EQ(parsed->pictures, std::vector<std::uint32_t>{0});
}

TEST(Pdf, ManyWordsOnAPictureAreText) {
    PdfPage page{{}, {}, picture_of_lines()};
    for (int line = 0; line < 10; ++line) page.texts.push_back({72, 100.0 + 20 * line, "three words more"});
    const auto parsed = parse(make_pdf({page}));
    ASSERT_TRUE(parsed);
    EXPECT_TRUE(parsed->pictures.empty());
}

TEST(Pdf, ATurnedPageReadsUpright) {
    // A quarter turn: the lines run from the bottom to the top of the sheet.
    const auto parsed = parse(make_pdf({PdfPage{{},
                                                "BT /F1 10 Tf 0 1 -1 0 100 100 Tm (first line) Tj ET "
                                                "BT /F1 10 Tf 0 1 -1 0 114 100 Tm (second line) Tj ET\n",
                                                {}}}));
    ASSERT_TRUE(parsed);
    EXPECT_EQ(parsed->pages[0], "first line\nsecond line\n");
}

TEST(Pdf, DamageThatCouldBeMendedIsAWarning) {
    const std::string whole = make_pdf("some text");
    EXPECT_TRUE(parse(whole)->warnings.empty());
    std::string wrong = whole;  // the stream of the page is not as long as it says
    wrong.replace(wrong.find("/Length ") + 8, 2, "99");
    const auto mended = parse(wrong);
    ASSERT_TRUE(mended);
    EXPECT_EQ(mended->pages[0], "some text\n");
    ASSERT_EQ(mended->warnings.size(), 1U);
    EXPECT_THAT(mended->warnings[0], HasSubstr("damaged"));
}

TEST(Pdf, TextWithoutAFontIsAWarning) {
    const auto parsed =
        parse(make_pdf({PdfPage{{{72, 72, "shown"}}, "BT /F9 10 Tf 72 72 Td (lost) Tj ET\n", {}}}));
    ASSERT_TRUE(parsed);
    EXPECT_EQ(parsed->pages[0], "shown\n");
    ASSERT_EQ(parsed->warnings.size(), 1U);
    EXPECT_THAT(parsed->warnings[0], HasSubstr("left out"));
}

TEST(Pdf, ErrorsInPlainWords) {
    const auto locked = parse(make_pdf({PdfPage{}}, fixtures::Lock::password));
    ASSERT_FALSE(locked);
    EXPECT_THAT(locked.error().what, HasSubstr("password"));
    const auto damaged = parse("%PDF-1.4\nnothing of use");
    ASSERT_FALSE(damaged);
    EXPECT_THAT(damaged.error().what, HasSubstr("damaged"));
    EXPECT_EQ(damaged.error().where, "cv.pdf");
}

TEST(Pdf, LimitsHold) {
    Limits limits;
    limits.pages = 1;
    const auto many = parse(make_pdf({PdfPage{}, PdfPage{}}), limits);
    ASSERT_FALSE(many);
    EXPECT_EQ(many.error().code, ErrorCode::too_large);
    limits = {};
    limits.text_bytes = 10;
    const auto longer = parse(make_pdf("more than ten bytes of text"), limits);
    ASSERT_FALSE(longer);
    EXPECT_EQ(longer.error().code, ErrorCode::too_large);
}

TEST(Pdf, EveryTruncationGivesTextOrAnError) {
    const std::string whole = make_pdf("some text");
    for (std::size_t n = 0; n < whole.size(); n += 7) {
        const auto parsed = parse(whole.substr(0, n));
        if (parsed) EXPECT_EQ(parsed->pages.size(), 1U);
    }
}

TEST(RenderPdfPage, StaysBelowTheLimitOfPixels) {
    const auto image = render_pdf_page(make_pdf("x"), "cv.pdf", 0, 300, 100'000);
    ASSERT_TRUE(image);
    EXPECT_LE(image->pixels.size(), 110'000U);
    EXPECT_EQ(image->pixels.size(), std::size_t{image->width} * image->height);
    EXPECT_FALSE(render_pdf_page(make_pdf("x"), "cv.pdf", 5, 300, 100'000));
}

}  // namespace
}  // namespace headway::document
