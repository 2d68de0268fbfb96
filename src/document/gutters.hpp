// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "document/page_words.hpp"

namespace headway::document {

/// A strip of white from `left` to `right` that no word of rows [first, last] crosses, with words on both
/// sides of it.
struct Gutter {
    double left = 0;
    double right = 0;
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t left_rows = 0;   ///< rows with words on the left
    std::size_t right_rows = 0;  ///< rows with words on the right

    [[nodiscard]] double middle() const { return (left + right) / 2; }
};

/// The gutters that could part columns, the longest first; at most a dozen. Work is bounded for any input.
[[nodiscard]] std::vector<Gutter> find_gutters(const std::vector<Row>& rows, double em);

}  // namespace headway::document
