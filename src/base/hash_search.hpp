// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

namespace headway {

/// Number of the first row whose key is not less than `wanted`, in rows that ascend by a key that is a hash.
/// The same as std::lower_bound, and right for any ascending keys; where they are spread evenly over their
/// type, as hashes are, the row is looked for where it has to lie and not by halves.
template <class Row, class Key, class KeyOf>
[[nodiscard]] std::size_t lower_bound_of_hash(std::span<const Row> rows, Key wanted, const KeyOf& key_of) {
    constexpr std::size_t farthest = 64;  // rows walked one by one
    constexpr double keys = 1.0 + static_cast<double>(std::numeric_limits<Key>::max());
    if (rows.empty()) return 0;
    const auto count = static_cast<double>(rows.size());
    const auto last = static_cast<double>(rows.size() - 1);
    double guess = static_cast<double>(wanted) / keys * count;
    std::size_t at = 0;
    for (int looks = 0; looks < 3; ++looks) {
        at = static_cast<std::size_t>(std::clamp(guess, 0.0, last));
        const double off =
            (static_cast<double>(wanted) - static_cast<double>(key_of(rows[at]))) / keys * count;
        if (off > -8 && off < 8) break;
        guess = static_cast<double>(at) + off;
    }
    std::size_t walked = 0;
    for (; at > 0 && walked < farthest && !(key_of(rows[at - 1]) < wanted); ++walked) --at;
    for (; at < rows.size() && walked < farthest && key_of(rows[at]) < wanted; ++walked) ++at;
    if (walked < farthest) return at;
    return static_cast<std::size_t>(
        std::lower_bound(rows.begin(), rows.end(), wanted,
                         [&](const Row& row, const Key& key) { return key_of(row) < key; }) -
        rows.begin());
}

}  // namespace headway
