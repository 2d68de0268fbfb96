// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "career/reading.hpp"
#include "ontology/catalog.hpp"
#include "text/phrases.hpp"

namespace headway::career {

/// A token at which a phrase of a skill (a clear name, a context word) begins.
struct Place {
    ontology::SkillId skill = ontology::none;
    std::uint32_t token = 0;
};

/// Judges ambiguous names by what stands around them. All lists are ordered by token and must outlive it.
class Surroundings {
  public:
    Surroundings(const Reading& reading, const ontology::Catalog& catalog, std::span<const Place> clear_names,
                 std::span<const Place> contexts, std::span<const Place> avoids)
        : r_(reading), catalog_(catalog), clear_(clear_names), contexts_(contexts), avoids_(avoids) {}

    /// 0–1: how sure it is that the words of `match` mean the skill of `entry`. 1 for clear names. For
    /// ambiguous ones: capital letters where the name has them, then its own context words within 40 tokens,
    /// or clear names of the same trade close by, or a list of skills around it; words that speak for the
    /// other meaning outweigh.
    [[nodiscard]] float confidence(const text::PhraseMatch& match, const ontology::PhraseEntry& entry) const;

  private:
    [[nodiscard]] bool capitals_fit(const text::PhraseMatch& match) const;
    [[nodiscard]] int count(std::span<const Place> places, ontology::SkillId skill, std::uint32_t token,
                            std::uint32_t reach) const;
    [[nodiscard]] int trade_neighbours(ontology::SkillId skill, std::uint32_t token) const;
    [[nodiscard]] bool in_list(const text::PhraseMatch& match) const;

    const Reading& r_;
    const ontology::Catalog& catalog_;
    std::span<const Place> clear_, contexts_, avoids_;
};

}  // namespace headway::career
