// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/source.hpp"

#include <gtest/gtest.h>
#include <utility>
#include <vector>
#include <zip.h>

#include "support/temp_folder.hpp"

namespace headway::ontology {
namespace {

using Entries = std::vector<std::pair<std::string, std::string>>;

std::string write_zip(const test::TempFolder& folder, const Entries& entries) {
    const std::string path = folder.file("db_30_1_text.zip");
    int problem = 0;
    zip_t* zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &problem);
    for (const auto& [name, text] : entries) {
        zip_source_t* source = zip_source_buffer(zip, text.data(), text.size(), 0);
        zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    }
    EXPECT_EQ(zip_close(zip), 0);
    return path;
}

std::string refusal(const std::string& path) {
    auto source = Source::open(path);
    return source ? "accepted" : source.error().what;
}

TEST(Source, ReadsAFolder) {
    const test::TempFolder folder;
    folder.write("b.txt", "two");
    folder.write("a.txt", "one");
    folder.write("deeper/c.txt", "not here");
    auto source = Source::open(folder.path()).value();
    EXPECT_EQ(source.names(), (std::vector<std::string>{"a.txt", "b.txt"}));
    EXPECT_EQ(source.read("b.txt").value(), "two");
    EXPECT_EQ(source.read("c.txt").error().code, ErrorCode::not_found);
}

TEST(Source, ReadsAZipWhereverItsFilesLie) {
    const test::TempFolder folder;
    const auto path =
        write_zip(folder, {{"db_30_1_text/a.txt", "one"}, {"b.txt", "two"}, {"__MACOSX/a.txt", "x"}});
    auto source = Source::open(path).value();
    EXPECT_EQ(source.names(), (std::vector<std::string>{"a.txt", "b.txt"}));
    EXPECT_EQ(source.read("a.txt").value(), "one");
    EXPECT_EQ(source.label(), "db_30_1_text");
}

TEST(Source, LabelIsTheLastPartOfThePath) {
    const test::TempFolder folder;
    folder.write("onet-29.3-fill/a.txt", "");
    EXPECT_EQ(Source::open(folder.file("onet-29.3-fill")).value().label(), "onet-29.3-fill");
    EXPECT_EQ(Source::open(folder.file("onet-29.3-fill/")).value().label(), "onet-29.3-fill");
}

TEST(Source, RefusesWhatIsNeither) {
    const test::TempFolder folder;
    EXPECT_EQ(Source::open(folder.file("none")).error().code, ErrorCode::not_found);
    EXPECT_NE(Source::open(folder.write("x.zip", "no zip")).error().what.find("neither"), std::string::npos);
}

TEST(Source, RefusesTheSameNameTwice) {
    const test::TempFolder folder;
    const auto path = write_zip(folder, {{"x/a.txt", "1"}, {"y/a.txt", "2"}});
    EXPECT_NE(refusal(path).find("two files named a.txt"), std::string::npos);
}

TEST(Source, RefusesABomb) {
    const test::TempFolder folder;
    const auto path = write_zip(folder, {{"a.txt", std::string(std::size_t{4} << 20U, 'x')}});
    EXPECT_NE(refusal(path).find("more tightly"), std::string::npos);
}

TEST(Source, RefusesMoreThanTheLimits) {
    const test::TempFolder folder;
    const auto path = write_zip(folder, {{"a.txt", "12345"}, {"b.txt", "12345"}});
    const auto code = [&](const SourceLimits& limits) {
        auto source = Source::open(path, limits);
        return source ? ErrorCode::internal : source.error().code;
    };
    EXPECT_EQ(code({.files = 1}), ErrorCode::too_large);
    EXPECT_EQ(code({.file_bytes = 4}), ErrorCode::too_large);
    EXPECT_EQ(code({.total_bytes = 9}), ErrorCode::too_large);
    EXPECT_EQ(code({.files = 2, .file_bytes = 5, .total_bytes = 10}), ErrorCode::internal);
}

TEST(Source, AFolderHasLimitsToo) {
    const test::TempFolder folder;
    folder.write("a.txt", "12345");
    folder.write("b.txt", "12345");
    EXPECT_EQ(Source::open(folder.path(), {.files = 1}).error().code, ErrorCode::too_large);
    auto source = Source::open(folder.path(), {.total_bytes = 9}).value();
    EXPECT_TRUE(source.read("a.txt"));
    EXPECT_EQ(source.read("b.txt").error().code, ErrorCode::too_large);
}

}  // namespace
}  // namespace headway::ontology
