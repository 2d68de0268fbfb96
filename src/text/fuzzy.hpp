// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace headway::text {

/// Edit distance from one pattern to many texts, bit-parallel (Myers 1999; Hyyrö 2003 with transposition:
/// optimal string alignment). Bytes are compared. Patterns above 64 bytes are cut to 64.
class EditDistance {
  public:
    explicit EditDistance(std::string_view pattern);

    /// Insertions, deletions, substitutions and swaps of neighbours that turn the pattern into `text`; any
    /// value above `limit` is returned as limit + 1. O(|text|).
    [[nodiscard]] std::uint32_t to(std::string_view text, std::uint32_t limit) const;

    [[nodiscard]] std::uint32_t length() const { return length_; }

  private:
    std::array<std::uint64_t, 256> positions_{};
    std::uint32_t length_ = 0;
};

}  // namespace headway::text
