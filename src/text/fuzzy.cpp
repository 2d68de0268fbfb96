// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fuzzy.hpp"

#include <algorithm>
#include <cstddef>

namespace headway::text {

EditDistance::EditDistance(std::string_view pattern)
    : length_(static_cast<std::uint32_t>(std::min<std::size_t>(pattern.size(), 64))) {
    for (std::uint32_t i = 0; i < length_; ++i) {
        positions_[static_cast<unsigned char>(pattern[i])] |= std::uint64_t{1} << i;
    }
}

std::uint32_t EditDistance::to(std::string_view text, std::uint32_t limit) const {
    const auto n = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), 1024));
    const std::uint32_t apart = n > length_ ? n - length_ : length_ - n;
    if (apart > limit) return limit + 1;
    if (length_ == 0) return n;
    // Column-wise deltas of the dynamic-programming matrix, one bit a pattern position.
    std::uint64_t up = ~std::uint64_t{0};
    std::uint64_t down = 0;
    std::uint64_t diagonal = 0;
    std::uint64_t previous = 0;
    const std::uint64_t last = std::uint64_t{1} << (length_ - 1);
    std::uint32_t distance = length_;
    for (std::uint32_t j = 0; j < n; ++j) {
        const std::uint64_t here = positions_[static_cast<unsigned char>(text[j])];
        const std::uint64_t swapped = (((~diagonal) & here) << 1U) & previous;
        diagonal = (((here & up) + up) ^ up) | here | down | swapped;
        std::uint64_t right = down | ~(diagonal | up);
        std::uint64_t left = up & diagonal;
        if ((right & last) != 0) ++distance;
        if ((left & last) != 0) --distance;
        right = (right << 1U) | 1U;
        left <<= 1U;
        up = left | ~(diagonal | right);
        down = right & diagonal;
        previous = here;
    }
    return std::min(distance, limit + 1);
}

}  // namespace headway::text
