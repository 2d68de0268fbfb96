// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "ontology/catalog.hpp"

namespace headway::ranking {

/// A technology or tool that an occupation uses.
struct UsedTechnology {
    ontology::SkillId skill = ontology::none;  ///< canonical
    double rarity =
        0;  ///< ln(occupations with technologies / those with this one): what nearly all use counts 0.
    bool hot = false;
    bool in_demand = false;
};

/// A rated skill or field of knowledge that an occupation needs more than occupations do on average.
struct NeededElement {
    ontology::SkillId skill = ontology::none;  ///< canonical
    std::uint32_t number = 0;                  ///< Among rated_skills().
    double importance = 1;                     ///< IM, 1–5
    double level = 0;                          ///< LV, 0–7
    double weight = 0;                         ///< Importance above its mean over all occupations.
};

/// Of O*NET's three tiers.
enum class Nearness : std::uint8_t { supplemental, primary_long, primary_short };

struct Relative {
    std::uint32_t place = 0;  ///< in the map
    Nearness nearness = Nearness::supplemental;
};

/// An occupation and what there is to compare it by.
struct MappedOccupation {
    ontology::OccupationId occupation = ontology::none;
    std::vector<UsedTechnology> technologies;  ///< By skill; each once. Empty: not published.
    double technology_length = 0;              ///< √ Σ rarity²
    std::vector<NeededElement> elements;       ///< The greatest weight first. Empty: not known.
    double element_weight = 0;                 ///< Σ weight
    std::vector<std::uint32_t>
        rated_by;                   ///< Whose ratings these are the means of, when it has none of its own.
    std::vector<Relative> related;  ///< The nearest first.
};

/// Every occupation of O*NET with what a person can be compared with. Made once from a catalog, which must
/// outlive it; then only read, by any number of threads.
class OccupationMap {
  public:
    explicit OccupationMap(const ontology::Catalog& catalog);

    [[nodiscard]] std::span<const MappedOccupation> occupations() const { return occupations_; }
    /// The place of an occupation, `ontology::none` when it is not of O*NET.
    [[nodiscard]] std::uint32_t place(ontology::OccupationId occupation) const;
    /// As in UsedTechnology; nothing for what no occupation lists.
    [[nodiscard]] std::optional<double> rarity(ontology::SkillId canonical) const;
    /// The canonical skills that are rated, ascending.
    [[nodiscard]] std::span<const ontology::SkillId> rated_skills() const { return rated_; }
    [[nodiscard]] const ontology::Catalog& catalog() const { return catalog_; }

  private:
    void find_technologies();
    void find_elements();
    void find_related();

    const ontology::Catalog& catalog_;
    std::vector<MappedOccupation> occupations_;
    std::vector<std::uint32_t> places_;  ///< By occupation.
    std::vector<float> rarity_;          ///< By canonical skill; negative: not listed.
    std::vector<ontology::SkillId> rated_;
};

}  // namespace headway::ranking
