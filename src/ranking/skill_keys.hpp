// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "ontology/catalog.hpp"

namespace headway::ranking {

/// A skill as the ranking stores it: hash64 of its identifier in its framework ("esco:…", "onet:…", "hw:…").
/// Row numbers change with every new pack and identifiers take forty bytes; the hash is stable for ever, has
/// eight, and fifty thousand identifiers collide with a chance of one in ten thousand millions.
using SkillKey = std::uint64_t;
[[nodiscard]] SkillKey skill_key(std::string_view identifier);

/// The keys of every skill of a catalog, which must outlive it. Made once; safe to share between threads.
class SkillKeys {
  public:
    explicit SkillKeys(const ontology::Catalog& catalog);

    /// Of the group that the skill belongs to.
    [[nodiscard]] SkillKey key(ontology::SkillId any) const;

    /// The key that stands for the skill today: packs change which member speaks for a group. A key that no
    /// pack knows any more stays itself: it is still asked for, and nothing covers it.
    [[nodiscard]] SkillKey current(SkillKey stored) const;

    /// The canonical skill of a key, `none` when no pack knows it.
    [[nodiscard]] ontology::SkillId find(SkillKey stored) const;

  private:
    const ontology::Catalog& catalog_;
    std::vector<std::pair<SkillKey, ontology::SkillId>> canonical_;  ///< Of every member, by key.
};

}  // namespace headway::ranking
