// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash_search.hpp"

#include <algorithm>
#include <functional>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "base/hash.hpp"

namespace headway {
namespace {

template <class Key>
void finds_what_halving_finds(const std::vector<Key>& rows, const std::vector<Key>& wanted) {
    for (const Key key : wanted) {
        const auto by_halves = std::lower_bound(rows.begin(), rows.end(), key) - rows.begin();
        EXPECT_EQ(lower_bound_of_hash(std::span<const Key>(rows), key, std::identity()),
                  static_cast<std::size_t>(by_halves))
            << key << " of " << rows.size();
    }
}

TEST(HashSearch, FindsTheFirstOfEvenKeys) {
    std::vector<std::uint64_t> rows;
    std::vector<std::uint64_t> wanted = {0, 1, ~0ULL, ~0ULL - 1};
    for (int i = 0; i < 5000; ++i) {
        rows.push_back(hash64(std::to_string(i % 4000)));  // some of them twice
        wanted.push_back(rows.back());
        wanted.push_back(rows.back() + 1);
        wanted.push_back(hash64("x" + std::to_string(i)));
    }
    std::sort(rows.begin(), rows.end());
    finds_what_halving_finds(rows, wanted);
}

TEST(HashSearch, IsRightForKeysThatAreNotEven) {
    std::vector<std::uint32_t> rows(700, 7);  // a long run of one key, and all others far above it
    for (std::uint32_t i = 0; i < 700; ++i) rows.push_back(4'000'000'000U + i * i);
    std::vector<std::uint32_t> wanted = {0, 6, 7, 8, 1'000'000'000U, 4'294'967'295U};
    for (std::uint32_t i = 0; i < 700; ++i) wanted.push_back(4'000'000'000U + i * i + i % 2);
    finds_what_halving_finds(rows, wanted);
    finds_what_halving_finds<std::uint32_t>({}, wanted);
    finds_what_halving_finds<std::uint32_t>({9}, wanted);
}

}  // namespace
}  // namespace headway
