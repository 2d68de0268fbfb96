// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/table_file.hpp"

#include <array>
#include <cstring>
#include <gtest/gtest.h>

#include "support/temp_folder.hpp"

namespace headway {
namespace {

constexpr std::string_view magic = "HWTEST1\n";

struct Pair {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
};

class TableFileTest : public ::testing::Test {
  protected:
    TableFileTest() {
        TableFileWriter writer;
        writer.add<std::uint64_t>("numbers", std::array<std::uint64_t, 3>{1, 2, 3});
        writer.add<Pair>("pairs", std::array<Pair, 2>{Pair{4, 5}, Pair{6, 7}});
        writer.add<char>("nothing", {});
        EXPECT_TRUE(writer.write(path_, magic, 3));
        bytes_ = read_file(path_, 1U << 20U).value();
    }
    [[nodiscard]] Result<TableFile> open(const std::string& bytes) const {
        return TableFile::open(folder_.write("other", bytes), magic, 3);
    }
    test::TempFolder folder_;
    std::string path_ = folder_.file("tables");
    std::string bytes_;
};

TEST_F(TableFileTest, GivesBackWhatWasWritten) {
    const auto file = TableFile::open(path_, magic, 3).value();
    const auto numbers = file.rows<std::uint64_t>("numbers").value();
    ASSERT_EQ(numbers.size(), 3U);
    EXPECT_EQ(numbers[2], 3U);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(numbers.data()) % 64, 0U);
    EXPECT_EQ(file.rows<Pair>("pairs").value()[1].b, 7U);
    EXPECT_TRUE(file.rows<char>("nothing").value().empty());
    EXPECT_TRUE(file.intact());
}

TEST_F(TableFileTest, RefusesTheWrongTableOrRow) {
    const auto file = TableFile::open(path_, magic, 3).value();
    EXPECT_FALSE(file.rows<std::uint64_t>("absent"));
    EXPECT_FALSE(file.rows<std::uint32_t>("numbers")) << "rows of another size";
    EXPECT_FALSE(file.rows<std::uint64_t>(""));
}

TEST_F(TableFileTest, RefusesOtherKindsAndVersions) {
    EXPECT_FALSE(TableFile::open(path_, "HWOTHER\n", 3));
    EXPECT_FALSE(TableFile::open(path_, magic, 4));
    EXPECT_EQ(TableFile::open(folder_.file("none"), magic, 3).error().code, ErrorCode::not_found);
}

TEST_F(TableFileTest, RefusesEveryTruncationAndExtension) {
    for (std::size_t n = 0; n < bytes_.size(); ++n) EXPECT_FALSE(open(bytes_.substr(0, n))) << n;
    EXPECT_FALSE(open(bytes_ + '\0'));
}

/// Headers and directories are covered when opening; contents by intact(); nothing is read outside the file.
TEST_F(TableFileTest, EveryDamagedByteIsRefusedOrHarmless) {
    for (std::size_t i = 0; i < bytes_.size(); ++i) {
        std::string damaged = bytes_;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x81);
        const auto file = open(damaged);
        if (!file) continue;
        EXPECT_GE(i, 24U) << "magic, version, table count and size are checked";
        const auto numbers = file->rows<std::uint64_t>("numbers");
        const auto pairs = file->rows<Pair>("pairs");
        ASSERT_TRUE(numbers && pairs) << i << ": the directory is checked";
        EXPECT_EQ(numbers->size() + pairs->size(), 5U);
        const bool reserved = i >= 40 && i < 64;
        if (!reserved) EXPECT_FALSE(file->intact()) << i;
    }
}

TEST_F(TableFileTest, AHugeTableCountIsRefused) {
    for (const std::uint32_t count : {257U, 0x10000000U, 0xFFFFFFFFU}) {
        std::string damaged = bytes_;
        std::memcpy(damaged.data() + 12, &count, sizeof count);
        EXPECT_FALSE(open(damaged)) << count;
    }
}

TEST_F(TableFileTest, EqualInputGivesEqualBytesAndOtherInputAnotherChecksum) {
    TableFileWriter a;
    a.add<std::uint32_t>("x", std::array<std::uint32_t, 2>{1, 2});
    TableFileWriter b;
    b.add<std::uint32_t>("x", std::array<std::uint32_t, 2>{1, 3});
    ASSERT_TRUE(a.write(folder_.file("a"), magic, 1) && a.write(folder_.file("a2"), magic, 1) &&
                b.write(folder_.file("b"), magic, 1));
    EXPECT_EQ(read_file(folder_.file("a"), 10000).value(), read_file(folder_.file("a2"), 10000).value());
    EXPECT_NE(TableFile::open(folder_.file("a"), magic, 1).value().content_checksum(),
              TableFile::open(folder_.file("b"), magic, 1).value().content_checksum());
}

}  // namespace
}  // namespace headway
