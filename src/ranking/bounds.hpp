// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "ranking/segment.hpp"

namespace headway::ranking {

/// One held skill as a list of postings: how far it covers each class of needs, and what a posting of each
/// code adds to the bound.
struct Wanted {
    std::uint32_t skill = 0;
    bool open = false;
    std::array<float, posting_code::needs> covered{};
    std::array<std::uint16_t, 256> adds{};
};

/// What bounds the fits of a segment's rows from above, in 1 / bound_unit. For one thread; its memory serves
/// one segment after the other.
class Bounds {
  public:
    /// Adds up, list by list, what the held skills bring the rows.
    void sum(const JobSegment& segment, std::span<const Wanted> held);
    [[nodiscard]] std::uint16_t greatest() const;
    /// The rows whose bound is in [from, below), as bound << 16 | row, the greatest first.
    [[nodiscard]] std::span<const std::uint32_t> between(std::uint32_t from, std::uint32_t below);

  private:
    /// Where one list begins, for adding up in turn.
    struct Turn {
        JobSegment::Postings postings;
        const Wanted* wanted = nullptr;
    };
    void find_tops();

    std::vector<Turn> turns_;
    std::vector<std::uint16_t> bounds_;  ///< One a row; whole blocks.
    std::vector<std::uint16_t> tops_;    ///< The greatest of each block of bounds.
    std::vector<std::uint32_t> candidates_;
};

}  // namespace headway::ranking
