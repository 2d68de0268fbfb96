// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.hpp"

#include <gtest/gtest.h>
#include <set>

#include "base/hash.hpp"
#include "base/result.hpp"

namespace headway {
namespace {

TEST(Error, MessageIsOneSentenceOfWhatThereIs) {
    EXPECT_EQ((Error{ErrorCode::invalid, "is a folder", "cv.pdf", "Name one file"}).message(),
              "cv.pdf: is a folder. Name one file");
    EXPECT_EQ((Error{ErrorCode::invalid, "is a folder", "", ""}).message(), "is a folder");
    EXPECT_EQ((Error{ErrorCode::invalid, "is a folder", "", "Name one file"}).message(),
              "is a folder. Name one file");
}

TEST(Error, EveryCodeHasItsOwnName) {
    std::set<std::string_view> names;
    for (int c = 0; c <= static_cast<int>(ErrorCode::internal); ++c)
        names.insert(to_string(static_cast<ErrorCode>(c)));
    EXPECT_EQ(names.size(), static_cast<std::size_t>(ErrorCode::internal) + 1);
    EXPECT_TRUE(names.contains("too_large"));
}

TEST(Result, AnErrorPassesThroughOtherTypes) {
    Result<int> failed = fail(ErrorCode::not_found, "no such file", "x", "Check");
    const Result<std::string> other = pass_on(failed);
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, ErrorCode::not_found);
    EXPECT_EQ(other.error().message(), "x: no such file. Check");
}

TEST(Hash, NeverChanges) {
    // Hashes lie in files: these were taken once and hold for ever.
    EXPECT_EQ(hash64(""), 0xefd01f60ba992926ULL);
    EXPECT_EQ(hash64("kubernetes"), 0x91d8f0f9ccbf3ee0ULL);
    EXPECT_NE(hash64("a"), hash64("b"));
    EXPECT_NE(hash64("a", 1), hash64("a", 2));
    EXPECT_NE(hash64("ab"), hash64("ba"));
    EXPECT_NE(hash64(std::string_view("\0", 1)), hash64(""));
}

}  // namespace
}  // namespace headway
