// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bytes.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <unistd.h>
#include <utility>

#include "support/temp_folder.hpp"

namespace headway {
namespace {

std::string_view view(const MappedFile& file) {
    return {reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size()};
}

TEST(Bytes, ReadsAWholeFile) {
    const test::TempFolder folder;
    const std::string content = std::string(200000, 'x') + std::string("\0\xff end", 6);
    const std::string path = folder.write("a", content);
    EXPECT_EQ(read_file(path, 1U << 20U).value(), content);
    EXPECT_EQ(view(MappedFile::open(path).value()), content);
    EXPECT_EQ(read_file(folder.write("empty", ""), 10).value(), "");
    EXPECT_TRUE(MappedFile::open(folder.file("empty")).value().bytes().empty());
}

/// Kilobytes of files that this process holds in memory.
std::size_t held_of_files() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("RssFile:")) return std::stoul(line.substr(8));
    }
    return 0;
}

TEST(Bytes, AMappedFileGivesMemoryBackAndKeepsItsBytes) {
    const test::TempFolder folder;
    const std::string content(std::size_t{32} << 20U, 'y');
    const auto file = MappedFile::open(folder.write("a", content)).value();
    EXPECT_EQ(view(file), content);
    const std::size_t before = held_of_files();
    file.give_back();
    EXPECT_LT(held_of_files() + (24U << 10U), before);
    EXPECT_EQ(view(file), content);
}

TEST(Bytes, TheLimitIsExact) {
    const test::TempFolder folder;
    const std::string path = folder.write("a", "12345");
    EXPECT_EQ(read_file(path, 5).value(), "12345");
    EXPECT_EQ(read_file(path, 4).error().code, ErrorCode::too_large);
    EXPECT_EQ(read_file("/dev/zero", 1U << 20U).error().code, ErrorCode::too_large) << "an endless file ends";
}

TEST(Bytes, SaysWhatIsWrongWithAPath) {
    const test::TempFolder folder;
    EXPECT_EQ(read_file(folder.file("none"), 10).error().code, ErrorCode::not_found);
    EXPECT_EQ(MappedFile::open(folder.file("none")).error().code, ErrorCode::not_found);
    EXPECT_EQ(read_file(folder.path(), 10).error().code, ErrorCode::invalid);
    EXPECT_EQ(MappedFile::open(folder.path()).error().code, ErrorCode::invalid);
    EXPECT_EQ(MappedFile::open("/dev/null").error().code, ErrorCode::invalid);
    EXPECT_NE(read_file(folder.file("none"), 10).error().message().find(folder.file("none")),
              std::string::npos);
    if (::geteuid() == 0) return;  // root may read everything
    std::filesystem::permissions(folder.write("secret", "x"), std::filesystem::perms::none);
    EXPECT_EQ(read_file(folder.file("secret"), 10).error().code, ErrorCode::unavailable);
}

TEST(Bytes, AMappingMovesAndEndsOnce) {
    const test::TempFolder folder;
    auto a = MappedFile::open(folder.write("a", "first")).value();
    auto b = MappedFile::open(folder.write("b", "second")).value();
    b = std::move(a);
    EXPECT_EQ(view(b), "first");
    const MappedFile c = std::move(b);
    EXPECT_EQ(view(c), "first");
}

TEST(Bytes, WritesTheWholeFileOrNothing) {
    const test::TempFolder folder;
    const std::string path = folder.write("a", "old");
    ASSERT_TRUE(write_file_atomically(path, "new content"));
    EXPECT_EQ(read_file(path, 100).value(), "new content");
    EXPECT_FALSE(write_file_atomically(folder.file("no/such/folder"), "x"));
    std::filesystem::create_directory(folder.file("taken"));
    EXPECT_FALSE(write_file_atomically(folder.file("taken"), "x"));
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& f : std::filesystem::directory_iterator(folder.path())) ++files;
    EXPECT_EQ(files, 2U) << "no temporary file is left";
}

}  // namespace
}  // namespace headway
