// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/byte_range.hpp"

#include <gtest/gtest.h>

namespace headway::http {
namespace {

TEST(ByteRange, IsWhatOneRangeSays) {
    EXPECT_EQ(byte_range("bytes=2-5", 10), (ByteRange{2, 6}));
    EXPECT_EQ(byte_range("bytes=0-0", 10), (ByteRange{0, 1}));
    EXPECT_EQ(byte_range("bytes=7-", 10), (ByteRange{7, 10}));
    EXPECT_EQ(byte_range("bytes=7-99999999999999", 10), (ByteRange{7, 10}));
    EXPECT_EQ(byte_range("bytes=-3", 10), (ByteRange{7, 10}));
    EXPECT_EQ(byte_range("bytes=-30", 10), (ByteRange{0, 10}));
}

TEST(ByteRange, IsNoneForAllElse) {
    EXPECT_EQ(byte_range(std::nullopt, 10), std::nullopt);
    for (const char* header : {"", "bytes=", "bytes=-", "bytes=5-2", "bytes=10-", "bytes=-0", "bytes=1-2,4-5",
                               "lines=1-2", "bytes=a-b", "bytes= 1-2", "bytes=1-2x", "bytes=+1-2",
                               "bytes=99999999999999999999-", "bytes=0-99999999999999999999"})
        EXPECT_EQ(byte_range(header, 10), std::nullopt) << header;
    EXPECT_EQ(byte_range("bytes=-3", 0), std::nullopt);
    EXPECT_EQ(byte_range("bytes=0-", 0), std::nullopt);
}

}  // namespace
}  // namespace headway::http
