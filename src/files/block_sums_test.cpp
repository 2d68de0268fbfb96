// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/block_sums.hpp"

#include <gtest/gtest.h>

#include "files/file_store.hpp"

namespace headway::files {
namespace {

constexpr std::size_t mebibyte = std::size_t{1} << 20U;

std::string some_bytes(std::size_t size) {
    std::string out(size, '\0');
    for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<char>(i * 2654435761U >> 13U);
    return out;
}

TEST(BlockSums, AreThoseOfCastagnoli) {
    EXPECT_EQ(crc32c("123456789"), 0xE3069283);
    EXPECT_EQ(crc32c(""), 0U);
    EXPECT_EQ(crc32c(std::string(32, '\0')), 0x8A9136AAU) << "RFC 3720, B.4";
    EXPECT_EQ(crc32c(std::string(32, '\xFF')), 0x62A8AB43U);
}

TEST(BlockSums, ComeBackFromText) {
    const std::string bytes = some_bytes(2 * mebibyte + 5);
    const std::string text = BlockSums::of(bytes).text();
    EXPECT_EQ(text.substr(0, 8), "1048576 ");
    EXPECT_EQ(text.size(), 7U + 3 * 9);
    const auto back = BlockSums::parse(text, bytes.size());
    ASSERT_TRUE(back);
    EXPECT_EQ(back->text(), text);
    EXPECT_TRUE(back->hold_for(bytes, 0));
    for (const char* wrong :
         {"", "x", "1048576", "1048576 12", "12 1 2 3", "1048576 1 2 x", "1048576 1 2 3 4"})
        EXPECT_FALSE(BlockSums::parse(wrong, bytes.size())) << wrong;
    EXPECT_FALSE(BlockSums::parse(text, bytes.size() + mebibyte)) << "of another file";
    EXPECT_TRUE(BlockSums::parse(BlockSums::of("").text(), 0));
}

TEST(BlockSums, FitTheMetadataOfTheLargestFile) {
    const std::string text = BlockSums::of(std::string(largest_file, 'x')).text();
    EXPECT_LT(text.size(), 256U);
    EXPECT_EQ(text.substr(0, 9), "16777216 ");
}

TEST(BlockSums, FindAFlippedBitInAnyPart) {
    std::string bytes = some_bytes(2 * mebibyte + 5);
    const BlockSums sums = BlockSums::of(bytes);
    const auto range = sums.widened({mebibyte + 1, mebibyte + 2});
    EXPECT_EQ(range.begin, mebibyte);
    EXPECT_EQ(range.end, 2 * mebibyte);
    EXPECT_EQ(sums.widened({2 * mebibyte, 2 * mebibyte + 5}).end, bytes.size());
    EXPECT_TRUE(sums.hold_for(bytes.substr(mebibyte), mebibyte));
    for (const std::size_t at : {std::size_t{0}, mebibyte - 1, mebibyte, 2 * mebibyte, bytes.size() - 1}) {
        bytes[at] ^= 4;
        const std::size_t begin = at / mebibyte * mebibyte;
        EXPECT_FALSE(sums.hold_for(bytes.substr(begin, mebibyte), begin)) << at;
        bytes[at] ^= 4;
    }
    EXPECT_FALSE(sums.hold_for(bytes.substr(0, mebibyte - 1), 0)) << "one is missing";
}

}  // namespace
}  // namespace headway::files
