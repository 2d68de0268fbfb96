// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/lexicon.hpp"
#include "ontology/pack.hpp"

namespace headway::ontology {

/// A row of a pack with where it is counted over all packs.
struct SkillSource {
    const Pack* pack = nullptr;
    const SkillRow* row = nullptr;
    [[nodiscard]] std::string_view name() const { return pack->text(row->name); }
};

/// All skill rows of all packs in their order: the position is the SkillId.
[[nodiscard]] std::vector<SkillSource> all_skills(std::span<const Pack> packs);

/// A name without what a framework adds to tell homonyms apart: "Java (computer programming)" → "Java". Names
/// whose brackets say something else come back whole.
[[nodiscard]] std::string_view bare_name(std::string_view name);

/// How much a source's word counts when several skills share a name; smaller is better. Curated, then O*NET
/// elements, then O*NET technologies and tools, then ESCO.
[[nodiscard]] int source_rank(const SkillSource& skill);

/// The skill that stands for each skill. Two rows are one skill when the curated list says so (same_as), or
/// when their bare names have the same normal form, or when a curated alias is the other's name. C, C++ and
/// C# have different normal forms and stay three. The representative is the best by source_rank, then the
/// first.
[[nodiscard]] std::vector<SkillId> merge_skills(std::span<const SkillSource> skills);

}  // namespace headway::ontology
