// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/ocr.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/fixtures.hpp"
#include "document/layer_text.hpp"
#include "document/page_text.hpp"
#include "document/pdf.hpp"

namespace headway::document {
namespace {

using testing::HasSubstr;

TEST(TesseractTsv, TakesSureWordsAndSkipsTheRest) {
    const OcrPage page = parse_tesseract_tsv(
        "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
        "1\t1\t0\t0\t0\t0\t0\t0\t100\t100\t-1\t\n"
        "4\t1\t1\t1\t1\t0\t10\t16\t120\t18\t-1\t\n"
        "5\t1\t1\t1\t1\t1\t10\t20\t60\t12\t96.5\tWelding\n"
        "5\t1\t1\t1\t1\t2\t80\t20\t40\t12\t88.5\tsafety\n"
        "5\t1\t1\t1\t1\t3\t130\t20\t9\t12\t12\t~|\n"
        "5\t1\t1\tbroken line\n"
        "5\t1\t1\t1\t1\t4\t10\t40\tx\t12\t90\tword\n");
    EXPECT_EQ(text_of_pages({page.words}).front(), "Welding safety\n");
    EXPECT_DOUBLE_EQ(page.confidence, 92.5);
}

class Ocr : public testing::Test {
  protected:
    void SetUp() override {
        if (find_tesseract().empty()) GTEST_SKIP() << "tesseract is not installed";
    }
};

/// A page of text as a scanner would give it, with what an app writes in front of it.
std::string make_scan(const std::vector<fixtures::Placed>& stamp = {}) {
    const auto image = render_pdf_page(
        fixtures::make_pdf({fixtures::PdfPage{{{72, 100, "Certified welder with nine years in shipyards", 14},
                                               {72, 130, "Reads technical drawings", 14}},
                                              {},
                                              {}}}),
        "scan", 0, 150, 4'000'000);
    fixtures::PdfPage page;
    if (image) page.image = *image;
    page.texts = stamp;
    return fixtures::make_pdf({page});
}

TEST_F(Ocr, AScanIsReadWithAWarning) {
    const auto document = read_document(make_scan(), "scan.pdf", Limits{});
    ASSERT_TRUE(document) << document.error().message();
    EXPECT_THAT(document->text, HasSubstr("Certified welder with nine years in shipyards"));
    ASSERT_FALSE(document->warnings.empty());
    EXPECT_THAT(document->warnings[0], HasSubstr("Page 1 is a picture and was read by OCR"));
}

TEST_F(Ocr, AScanWithAStampIsReadAndTheStampNotDoubled) {
    const auto document =
        read_document(make_scan({{400, 820, "Scanned with CamScanner"}}), "scan.pdf", Limits{});
    ASSERT_TRUE(document) << document.error().message();
    EXPECT_THAT(document->text, HasSubstr("Certified welder with nine years in shipyards"));
    const std::size_t stamp = document->text.find("CamScanner");
    ASSERT_NE(stamp, std::string::npos);
    EXPECT_EQ(document->text.find("CamScanner", stamp + 1), std::string::npos) << document->text;
    ASSERT_FALSE(document->warnings.empty());
    EXPECT_THAT(document->warnings[0], HasSubstr("Page 1 is a picture and was read by OCR"));
}

TEST_F(Ocr, AnUnknownLanguageIsAnErrorThatNamesIt) {
    Limits limits;
    limits.ocr_languages = "nosuch";
    const auto document = read_document(make_scan(), "scan.pdf", limits);
    ASSERT_FALSE(document);
    EXPECT_THAT(document.error().message(), HasSubstr("nosuch"));
}

TEST(ReadDocument, AScanWithoutOcrSaysWhatToDo) {
    Limits limits;
    limits.ocr = false;
    const auto document = read_document(make_scan(), "scan.pdf", limits);
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::invalid);
    EXPECT_THAT(document.error().message(),
                testing::AllOf(HasSubstr("scan.pdf"), HasSubstr("scan"), HasSubstr("tesseract")));
}

TEST(ReadDocument, AStampOnAScanWithoutOcrIsAWarningThatNamesThePage) {
    Limits limits;
    limits.ocr = false;
    const auto document =
        read_document(make_scan({{400, 820, "Scanned with CamScanner"}}), "scan.pdf", limits);
    ASSERT_TRUE(document) << document.error().message();
    EXPECT_EQ(document->text, "Scanned with CamScanner\n");
    ASSERT_EQ(document->warnings.size(), 1U);
    EXPECT_THAT(document->warnings[0],
                HasSubstr("Page 1 is a picture and was not read: OCR is switched off"));
}

TEST(LayerText, WhatOcrReadIsNotSaidTwice) {
    EXPECT_EQ(with_layer_text("Welder\nScanned wlth CamScanner\n", "Scanned with CamScanner\n"),
              "Welder\nScanned wlth CamScanner\n");
    EXPECT_EQ(with_layer_text("Welder\n", "Received by fax\nwelder\n"), "Welder\n\nReceived by fax\n");
    EXPECT_EQ(with_layer_text("", "stamp\n"), "stamp\n");
}

}  // namespace
}  // namespace headway::document
