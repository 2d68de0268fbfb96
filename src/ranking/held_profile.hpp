// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "career/resume.hpp"
#include "ontology/catalog.hpp"
#include "ranking/job_profile.hpp"
#include "ranking/skill_keys.hpp"

namespace headway::ranking {

/// One way in which a résumé backs a skill: it covers a need by coverage(amount, 1, level, needed).
struct HeldAmount {
    double amount = 0;  ///< certainty · factor, 0–1
    double level = 0;   ///< 0–7

    bool operator==(const HeldAmount&) const = default;
};

/// The coverage-relevant facts of one résumé: for each skill the ways in which it is backed, for requirements
/// as they are and for open ones ("or similar"), where substitutes count for more. Independent of any catalog
/// once made.
class HeldProfile {
  public:
    /// Adds a skill that is not in it yet. Ways that another way beats at every need are left out, as are
    /// amounts and levels of nothing; a skill without any way is not held.
    void add(SkillKey skill, std::span<const HeldAmount> usual, std::span<const HeldAmount> when_open);

    [[nodiscard]] std::size_t size() const { return skills_.size(); }
    [[nodiscard]] SkillKey skill(std::size_t i) const { return skills_[i].key; }
    /// The position of a skill, size() when it is not held.
    [[nodiscard]] std::size_t find(SkillKey skill) const;

    /// How far skill i covers a requirement, 0–1: the best of its ways. `needed`, `open` and `partial` as in
    /// JobRequirement. Never falls when an amount or level rises, nor when the need falls.
    [[nodiscard]] double coverage(std::size_t i, std::uint8_t needed, bool open, bool partial) const;

    /// The way that covers this level of skill i best, and of equal ones the higher level.
    [[nodiscard]] HeldAmount best_way(std::size_t i, double needed) const;

  private:
    struct Skill {
        SkillKey key = 0;
        std::uint32_t usual = 0;  ///< Ways [usual, open) and
        std::uint32_t open = 0;   ///< [open, end).
        std::uint32_t end = 0;
    };
    std::vector<Skill> skills_;  ///< By key.
    std::vector<HeldAmount> amounts_;
};

/// What a partial requirement is covered to by the skill that it names, as in the report.
inline constexpr double partial_share = 0.6;

/// Asks Backings (support.hpp), without a linker, about every skill that the résumé can back: named ones,
/// those that signals, narrower skills and roles imply, and substitutes. What the report finds by comparing
/// sentences or the ad's own words is left out: it needs the texts.
[[nodiscard]] HeldProfile make_held_profile(const career::Resume& resume, const ontology::Catalog& catalog,
                                            const SkillKeys& keys);

}  // namespace headway::ranking
