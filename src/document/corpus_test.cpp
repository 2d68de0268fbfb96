// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/bytes.hpp"
#include "document/document.hpp"
#include "document/fixtures.hpp"
#include "text/utf8.hpp"

namespace headway::document {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

std::vector<std::string> files_under(const std::string& folder) {
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) files.push_back(entry.path().string());
    }
    std::ranges::sort(files);
    return files;
}

bool is_allowed(char c) {
    return c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= 0x20;
}

/// What Document promises of any text.
void expect_contract(const Document& document) {
    const std::string& text = document.text;
    ASSERT_FALSE(text.empty());
    EXPECT_EQ(text::first_invalid(text), std::string_view::npos);
    EXPECT_TRUE(std::ranges::all_of(text, is_allowed));
    EXPECT_EQ(text.find("\n\n\n"), std::string::npos);
    EXPECT_EQ(text.find(" \n"), std::string::npos);
    EXPECT_NE(text.front(), '\n');
    EXPECT_EQ(text.back(), '\n');
    ASSERT_FALSE(document.pages.empty());
    std::size_t at = 0;
    for (const Page& page : document.pages) {
        EXPECT_EQ(page.begin, at);
        EXPECT_LE(page.begin, page.end);
        at = page.end;
    }
    EXPECT_EQ(at, text.size());
}

TEST(Corpus, HostileFilesGiveTextOrOneSentence) {
    const std::string data = fixtures::data_folder();
    if (data.empty()) return;
    Limits limits;
    limits.ocr = false;
    std::size_t texts = 0;
    std::size_t errors = 0;
    for (const std::string& path : files_under(data + "/hostile")) {
        SCOPED_TRACE(path);
        const auto bytes = read_file(path, limits.file_bytes);
        ASSERT_TRUE(bytes);
        const auto document = read_document(*bytes, fs::path(path).filename().string(), limits);
        if (document) {
            ++texts;
            expect_contract(*document);
        } else {
            ++errors;
            const Error& error = document.error();
            // Signals and timeouts would mean that a parser is beaten by one of these files.
            EXPECT_EQ(error.code, ErrorCode::invalid) << error.message();
            EXPECT_FALSE(error.fix.empty()) << error.message();
        }
    }
    std::printf("%zu texts, %zu errors\n", texts, errors);
    EXPECT_GT(texts, 300U);
}

std::string resume(const std::string& name) {
    const std::string data = fixtures::data_folder();
    if (data.empty()) return {};
    const auto bytes = read_file(data + "/resumes/" + name, Limits{}.file_bytes);
    if (!bytes) return "error: " + bytes.error().message();
    const auto document = read_document(*bytes, name, Limits{});
    return document ? document->text : "error: " + document.error().message();
}

/// The parts stand in the text in this order.
void expect_order(const std::string& text, const std::vector<std::string>& parts) {
    std::size_t at = 0;
    for (const std::string& part : parts) {
        const std::size_t found = text.find(part, at);
        ASSERT_NE(found, std::string::npos) << "missing, or too early: " << part << "\n" << text;
        at = found + part.size();
    }
}

TEST(Corpus, TwoColumnResumesAreReadColumnByColumn) {
    for (const char* name : {"resume-matcher/two-column.pdf", "resume-matcher/modern-two-column.pdf"}) {
        const std::string text = resume(name);
        if (text.empty()) return;
        SCOPED_TRACE(name);
        expect_order(text, {"github.com/johndoe\n", "SUMMARY", "cloud-native infrastructure", "EXPERIENCE",
                            "Senior Software Engineer\tJan 2023", "\u2022 Designed and implemented real-time",
                            "Software Engineer\tJul 2019", "PROJECTS", "community-driven development",
                            "EDUCATION", "UC Berkeley", "SKILLS", "Observability", "LINKS"});
    }
}

TEST(Corpus, RightAlignedDatesStayOnTheirLines) {
    const std::string text = resume("awesome-cv/cv.pdf");
    if (text.empty()) return;
    expect_order(
        text, {"Claud D. Park", "(+82) 10-9030-1843", "Education",
               "Computer Science and Engineering\tMar. 2010 - Aug. 2017\n", "Skills", "DevOps\tAWS, Docker",
               "Back-end\tKoa", "Experience", "20 enterprise systems including AWS"});
    const std::size_t footer = text.find("Curriculum Vitae");
    EXPECT_EQ(text.find("Curriculum Vitae", footer + 1), std::string::npos) << "the footer stands once";
}

}  // namespace
}  // namespace headway::document
