// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranking/skill_numbers.hpp"

namespace headway::ranking {

std::size_t SkillNumbers::place(SkillKey key) const {
    const std::size_t mask = table_.size() - 1;
    // Keys are hashes, but a caller's need not be: the multiplication spreads those too.
    std::size_t at = (key * 0x9E3779B97F4A7C15ULL >> 32U) & mask;
    while (table_[at] != unknown && keys_[table_[at]] != key) at = (at + 1) & mask;
    return at;
}

std::uint32_t SkillNumbers::find(SkillKey key) const {
    return table_.empty() ? unknown : table_[place(key)];
}

std::uint32_t SkillNumbers::add(SkillKey key) {
    if (keys_.size() * 2 >= table_.size()) grow();
    std::uint32_t& slot = table_[place(key)];
    if (slot == unknown) {
        slot = static_cast<std::uint32_t>(keys_.size());
        keys_.push_back(key);
    }
    return slot;
}

void SkillNumbers::grow() {
    table_.assign(table_.empty() ? 64 : table_.size() * 2, unknown);
    for (std::uint32_t i = 0; i < keys_.size(); ++i) table_[place(keys_[i])] = i;
}

}  // namespace headway::ranking
