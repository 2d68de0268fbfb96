// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/gutters.hpp"

#include <gtest/gtest.h>
#include <iterator>

#include "document/fixtures.hpp"

namespace headway::document {
namespace {

using fixtures::words_at;

TEST(FindGutters, FindsTheStripThatNoWordCrosses) {
    std::vector<Word> words;
    for (int i = 0; i < 8; ++i) {
        std::ranges::copy(words_at(40, 50 + 14.0 * i, "left side"), std::back_inserter(words));
        std::ranges::copy(words_at(200, 50 + 14.0 * i, "right side"), std::back_inserter(words));
    }
    std::ranges::copy(words_at(40, 30, "a headline that crosses the strip of white"),
                      std::back_inserter(words));
    const auto rows = make_rows(words);
    ASSERT_EQ(rows.size(), 9U);
    const auto gutters = find_gutters(rows, 10);
    ASSERT_FALSE(gutters.empty());
    EXPECT_EQ(gutters[0].first, 1U);
    EXPECT_EQ(gutters[0].last, 8U);
    EXPECT_GT(gutters[0].left, 80);
    EXPECT_LT(gutters[0].right, 201);
}

TEST(FindGutters, WorkIsBoundedOnHugePages) {
    std::vector<Word> words;
    for (int i = 0; i < 20'000; ++i) {
        std::ranges::copy(words_at((i * 37) % 500, i * 11.0, "w"), std::back_inserter(words));
    }
    EXPECT_LE(find_gutters(make_rows(words), 10).size(), 12U);
}

}  // namespace
}  // namespace headway::document
