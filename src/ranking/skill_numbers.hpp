// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ranking/skill_keys.hpp"

namespace headway::ranking {

/// Small numbers for skill keys, in the order in which they came: an open table, quick to copy.
class SkillNumbers {
  public:
    static constexpr std::uint32_t unknown = 0xFFFFFFFFU;

    [[nodiscard]] std::uint32_t find(SkillKey key) const;
    /// The number of the key, a new one when it has none.
    std::uint32_t add(SkillKey key);
    [[nodiscard]] SkillKey key(std::uint32_t number) const { return keys_[number]; }
    [[nodiscard]] std::size_t size() const { return keys_.size(); }
    [[nodiscard]] std::size_t memory_bytes() const {
        return keys_.capacity() * sizeof(SkillKey) + table_.capacity() * sizeof(std::uint32_t);
    }

  private:
    [[nodiscard]] std::size_t place(SkillKey key) const;
    void grow();

    std::vector<SkillKey> keys_;
    std::vector<std::uint32_t> table_;  ///< Numbers; a power of two, at most half full.
};

}  // namespace headway::ranking
