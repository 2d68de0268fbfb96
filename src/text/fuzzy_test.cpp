// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fuzzy.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <vector>

namespace headway::text {
namespace {

/// Optimal string alignment by the plain table.
std::uint32_t reference(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::uint32_t>> d(a.size() + 1, std::vector<std::uint32_t>(b.size() + 1));
    for (std::uint32_t i = 0; i <= a.size(); ++i) d[i][0] = i;
    for (std::uint32_t j = 0; j <= b.size(); ++j) d[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::uint32_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
            const bool swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swap) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d[a.size()][b.size()];
}

std::uint32_t distance(std::string_view a, std::string_view b, std::uint32_t limit = 1000) {
    return EditDistance(a).to(b, limit);
}

TEST(EditDistance, KnownPairs) {
    EXPECT_EQ(distance("kitten", "sitting"), 3U);
    EXPECT_EQ(distance("pyhton", "python"), 1U) << "a swap is one";
    EXPECT_EQ(distance("ca", "abc"), 3U) << "no edit inside a swap";
    EXPECT_EQ(distance("", ""), 0U);
    EXPECT_EQ(distance("", "abc"), 3U);
    EXPECT_EQ(distance("abc", ""), 3U);
    EXPECT_EQ(distance("same", "same"), 0U);
}

TEST(EditDistance, AgreesWithThePlainTableOnRandomStrings) {
    std::mt19937 random(20);
    const auto word = [&](std::size_t longest, int letters) {
        std::string out(random() % (longest + 1), 'a');
        for (char& c : out)
            c = static_cast<char>('a' + static_cast<int>(random() % static_cast<unsigned>(letters)));
        return out;
    };
    for (int i = 0; i < 20000; ++i) {
        const int letters = 2 + i % 5;
        const std::string a = word(i % 10 == 0 ? 64 : 12, letters);
        const std::string b = word(i % 10 == 0 ? 90 : 12, letters);
        ASSERT_EQ(distance(a, b), reference(a, b)) << a << " / " << b;
    }
}

TEST(EditDistance, AgreesOnSmallChangesOfLongWords) {
    std::mt19937 random(21);
    for (int i = 0; i < 2000; ++i) {
        std::string a(1 + random() % 64, 'x');
        for (char& c : a) c = static_cast<char>('a' + static_cast<int>(random() % 26));
        std::string b = a;
        for (unsigned k = random() % 4; k > 0 && b.size() > 1; --k) {
            const std::size_t at = random() % (b.size() - 1);
            if (k == 1) std::swap(b[at], b[at + 1]);
            if (k == 2) b.erase(at, 1);
            if (k == 3) b.insert(at, 1, 'q');
        }
        ASSERT_EQ(distance(a, b), reference(a, b)) << a << " / " << b;
    }
}

TEST(EditDistance, AboveTheLimitIsOneMore) {
    EXPECT_EQ(distance("abcdef", "uvwxyz", 2), 3U);
    EXPECT_EQ(distance("a", std::string(500, 'b'), 3), 4U);
    EXPECT_EQ(distance("", "abc", 1), 2U);
    EXPECT_EQ(distance("abc", "abd", 0), 1U);
    EXPECT_EQ(distance("abc", "abc", 0), 0U);
}

TEST(EditDistance, BytesAboveAsciiAreBytes) {
    EXPECT_EQ(distance("r\xc3\xa9sum\xc3\xa9", "resume"), 4U) << "two bytes each";
    EXPECT_EQ(distance(std::string("\0\xff", 2), std::string("\0\xfe", 2)), 1U);
}

TEST(EditDistance, LongPatternsAreCutToSixtyFourBytes) {
    const EditDistance d(std::string(100, 'a'));
    EXPECT_EQ(d.length(), 64U);
    EXPECT_EQ(d.to(std::string(64, 'a'), 5), 0U);
}

}  // namespace
}  // namespace headway::text
