// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/docx.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/fixtures.hpp"

namespace headway::document {
namespace {

using fixtures::make_docx;
using fixtures::paragraph;
using testing::HasSubstr;

Result<Document> parse(const std::string& bytes, const Limits& limits = {}) {
    return parse_docx(bytes, "cv.docx", limits);
}

std::string text_of(const std::string& body, const std::vector<fixtures::Part>& more = {}) {
    auto result = parse(make_docx(body, more));
    return result ? result->text : "error: " + result.error().message();
}

std::string cell(const std::string& content) {
    return "<w:tc>" + content + "</w:tc>";
}

const fixtures::Part relations{
    "word/_rels/document.xml.rels",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"h\" Type=\"http://x/header\" Target=\"header1.xml\"/>"
    "<Relationship Id=\"f\" Type=\"http://x/footer\" Target=\"/word/footer1.xml\"/>"
    "<Relationship Id=\"s\" Type=\"http://x/styles\" Target=\"styles.xml\"/></Relationships>"};

TEST(Docx, ParagraphsRunsBreaksAndTabs) {
    EXPECT_EQ(text_of("<w:p><w:r><w:t>Ada </w:t></w:r><w:r><w:t>Lovelace</w:t><w:br/><w:t>London</w:t>"
                      "<w:tab/><w:t>2020</w:t></w:r></w:p>" +
                      paragraph("") + paragraph("Next")),
              "Ada Lovelace\nLondon\t2020\n\nNext\n");
}

TEST(Docx, TrackedChangesKeepInsertionsOnly) {
    const auto result = parse(
        make_docx("<w:p><w:r><w:t>used </w:t></w:r><w:del><w:r><w:delText>Java</w:delText></w:r></w:del>"
                  "<w:ins><w:r><w:t>Kotlin</w:t></w:r></w:ins></w:p>"));
    ASSERT_TRUE(result);
    EXPECT_EQ(result->text, "used Kotlin\n");
    ASSERT_EQ(result->warnings.size(), 1U);
    EXPECT_THAT(result->warnings[0], HasSubstr("tracked changes"));
}

TEST(Docx, ListsBecomeBullets) {
    const std::string item = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
    EXPECT_EQ(text_of(paragraph("Skills") + paragraph("C++", item) + paragraph("Go", item) +
                      paragraph("none", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>")),
              "Skills\n\u2022 C++\n\u2022 Go\nnone\n");
}

TEST(Docx, SpacingOfStylesPartsParagraphs) {
    const fixtures::Part styles{
        "word/styles.xml",
        "<w:styles xmlns:w=\"w\"><w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:pPr>"
        "<w:spacing w:after=\"200\"/></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Body\">"
        "<w:basedOn w:val=\"Base\"/></w:style></w:styles>"};
    const std::string body = "<w:pStyle w:val=\"Body\"/>";
    EXPECT_EQ(
        text_of(paragraph("one", body) + paragraph("two", body) + paragraph("three"), {relations, styles}),
        "one\n\ntwo\n\nthree\n");
}

TEST(Docx, TableRowsAreLines) {
    EXPECT_EQ(
        text_of("<w:tbl><w:tr>" + cell(paragraph("Acme") + paragraph("Berlin")) + cell(paragraph("2019")) +
                "</w:tr><w:tr>" + cell(paragraph("Beta")) + cell(paragraph("2021")) + "</w:tr></w:tbl>"),
        "Acme\t2019\nBerlin\nBeta\t2021\n");
}

TEST(Docx, ATableThatLaysOutThePageIsReadCellByCell) {
    const std::string left = paragraph("Skills") + paragraph("C++") + paragraph("Go");
    const std::string right = paragraph("Work") + paragraph("Acme") + paragraph("Beta");
    EXPECT_EQ(text_of("<w:tbl><w:tr>" + cell(left) + cell(right) + "</w:tr></w:tbl>"),
              "Skills\nC++\nGo\n\nWork\nAcme\nBeta\n");
}

TEST(Docx, HeadersFootersAndNotesOnce) {
    const std::vector<fixtures::Part> parts{
        relations,
        {"word/header1.xml", "<w:hdr xmlns:w=\"w\">" + paragraph("Ada, page top") + "</w:hdr>"},
        {"word/footer1.xml", "<w:ftr xmlns:w=\"w\">" + paragraph("Page 1 of 2") + "</w:ftr>"},
        {"word/footnotes.xml", "<w:footnotes xmlns:w=\"w\"><w:footnote w:id=\"7\">" + paragraph("A note") +
                                   "</w:footnote><w:footnote w:id=\"8\">" + paragraph("unused") +
                                   "</w:footnote></w:footnotes>"}};
    EXPECT_EQ(text_of("<w:p><w:r><w:t>Body</w:t><w:footnoteReference w:id=\"7\"/></w:r></w:p>"
                      "<w:sectPr><w:headerReference w:id=\"h\"/><w:footerReference w:id=\"f\"/></w:sectPr>",
                      parts),
              "Ada, page top\n\nBody\n\nA note\n\nPage 1 of 2\n");
}

TEST(Docx, TextBoxesOnceAfterTheirParagraph) {
    const std::string box = "<w:txbxContent>" + paragraph("boxed") + "</w:txbxContent>";
    EXPECT_EQ(text_of("<w:p><w:r><mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback>" + box +
                      "</mc:Fallback></mc:AlternateContent><w:t>anchor</w:t></w:r></w:p>"),
              "anchor\n\nboxed\n");
}

TEST(Docx, SymbolsHyphensAndHiddenText) {
    EXPECT_EQ(
        text_of("<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0A7\"/><w:t> built e</w:t><w:noBreakHyphen/>"
                "<w:t>mail</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"),
        "\u2022 built e-mail\n");
}

TEST(Docx, EntitiesAreNotExpanded) {
    const std::string bomb =
        "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
        "<w:document xmlns:w=\"w\"><w:body>" +
        paragraph("x&b;y") + "</w:body></w:document>";
    const auto result = parse(fixtures::make_zip({{"word/document.xml", bomb}}));
    if (result) EXPECT_THAT(result->text, testing::Not(HasSubstr("aaaa")));
}

TEST(Docx, ErrorsSayWhatTheArchiveIs) {
    const auto error_of = [](const std::string& bytes) { return parse(bytes).error().what; };
    EXPECT_THAT(error_of("PK\x03\x04 not really"), HasSubstr("damaged"));
    EXPECT_THAT(error_of(make_docx("<w:p>")), HasSubstr("damaged"));
    EXPECT_THAT(error_of(fixtures::make_zip({{"xl/workbook.xml", "x"}})), HasSubstr("spreadsheet"));
    EXPECT_THAT(error_of(fixtures::make_zip({{"mimetype", "x"}, {"content.xml", "x"}})),
                HasSubstr("OpenDocument"));
}

TEST(Docx, LimitsHold) {
    Limits limits;
    limits.unpacked_bytes = 200;
    const auto large = parse(make_docx(paragraph(std::string(1000, 'x'))), limits);
    ASSERT_FALSE(large);
    EXPECT_EQ(large.error().code, ErrorCode::too_large);

    std::string deep;
    for (int i = 0; i < 5000; ++i) deep += "<w:sdt><w:sdtContent>";
    deep += paragraph("x");
    for (int i = 0; i < 5000; ++i) deep += "</w:sdtContent></w:sdt>";
    const auto nested = parse(make_docx(deep));
    ASSERT_FALSE(nested);
    EXPECT_EQ(nested.error().code, ErrorCode::invalid);
}

}  // namespace
}  // namespace headway::document
