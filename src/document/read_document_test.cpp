// SPDX-License-Identifier: GPL-3.0-or-later
#include <condition_variable>
#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <mutex>
#include <thread>

#include "document/child.hpp"
#include "document/document.hpp"
#include "document/fixtures.hpp"

namespace headway::document {
namespace {

using fixtures::make_pdf;
using fixtures::PdfPage;
using testing::HasSubstr;

TEST(ReadDocument, PagesLieInTheText) {
    const auto document = read_document(make_pdf({PdfPage{{{72, 72, "page one"}}, {}, {}}, PdfPage{},
                                                  PdfPage{{{72, 72, "page three"}}, {}, {}}}),
                                        "cv.pdf", Limits{});
    ASSERT_TRUE(document) << document.error().message();
    EXPECT_EQ(document->format, Format::pdf);
    EXPECT_EQ(document->text, "page one\n\npage three\n");
    ASSERT_EQ(document->pages.size(), 3U);
    EXPECT_EQ(document->pages[0].begin, 0U);
    EXPECT_EQ(document->text.substr(document->pages[2].begin), "page three\n");
    EXPECT_EQ(document->pages[2].end, document->text.size());
    EXPECT_TRUE(document->warnings.empty());
}

TEST(ReadDocument, EveryFormatComesBackUnderItsName) {
    EXPECT_EQ(read_document(fixtures::make_docx(fixtures::paragraph("x")), "a", Limits{})->format,
              Format::docx);
    EXPECT_EQ(read_document("<html><body>x</body></html>", "a", Limits{})->format, Format::html);
    EXPECT_EQ(read_document("x", "a", Limits{})->format, Format::text);
}

TEST(ReadDocument, APictureAmongPagesIsAWarning) {
    Limits limits;
    limits.ocr = false;
    const auto document = read_document(
        make_pdf({PdfPage{{{72, 72, "text"}}, {}, {}}, PdfPage{{}, "0 0 0 rg 100 100 300 300 re f\n", {}}}),
        "cv.pdf", limits);
    ASSERT_TRUE(document);
    ASSERT_EQ(document->warnings.size(), 1U);
    EXPECT_THAT(document->warnings[0], HasSubstr("Page 2 is a picture and was not read"));
}

TEST(ReadDocument, ErrorsAreOneSentenceWithAWayOut) {
    Limits limits;
    limits.file_bytes = 100;
    const std::vector<std::pair<Result<Document>, ErrorCode>> cases{
        {read_document("", "cv", Limits{}), ErrorCode::invalid},
        {read_document(" \n ", "cv", Limits{}), ErrorCode::invalid},
        {read_document(std::string(101, 'x'), "cv", limits), ErrorCode::too_large},
        {read_document(make_pdf({PdfPage{}}), "cv", Limits{}), ErrorCode::invalid},
        {read_document(make_pdf({PdfPage{}}, fixtures::Lock::password), "cv", Limits{}), ErrorCode::invalid},
        {read_document("\x89PNG\r\n\x1A\n", "cv", Limits{}), ErrorCode::invalid},
    };
    for (const auto& [result, code] : cases) {
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, code) << result.error().message();
        EXPECT_EQ(result.error().where, "cv");
        EXPECT_FALSE(result.error().what.empty());
        EXPECT_FALSE(result.error().fix.empty());
        EXPECT_EQ(result.error().message().find('\n'), std::string::npos);
    }
}

TEST(ReadDocument, AnEndlessDocumentEndsAtTheTimeLimit) {
    Limits limits;
    limits.seconds = 1;
    const auto document = read_document(fixtures::make_endless_pdf(), "form.pdf", limits);
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::unavailable);
    EXPECT_THAT(document.error().message(), HasSubstr("longer than the limit of 1 seconds"));
}

TEST(ReadDocument, TooLittleMemoryIsAnErrorAndNoCrash) {
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
    GTEST_SKIP() << "address space cannot be limited under a sanitizer";
#endif
#endif
    Limits limits;
    limits.memory_bytes = 1U << 20U;
    // Large enough not to fit into what the parent, of which the child is a copy, happens to have free.
    const auto document = read_document(std::string(19U << 20U, 'x'), "cv.txt", limits);
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::unavailable) << document.error().message();
}

TEST(ReadDocument, WorksBesideOtherThreads) {
    std::mutex mutex;
    std::condition_variable changed;
    bool over = false;
    std::thread other([&] {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return over; });
    });
    const auto document = read_document(make_pdf("beside threads"), "cv.pdf", Limits{});
    {
        const std::lock_guard lock(mutex);
        over = true;
    }
    changed.notify_one();
    other.join();
    ASSERT_TRUE(document) << document.error().message();
    EXPECT_EQ(document->text, "beside threads\n");
}

TEST(ReadDocument, AReaderProcessDoesNotMultiply) {
    ::setenv(child_environment, "1", 1);
    const auto document = read_document("text", "cv", Limits{});
    ::unsetenv(child_environment);
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::internal);
}

}  // namespace
}  // namespace headway::document
