// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "career/held_work.hpp"
#include "career/resume.hpp"
#include "ranking/held_profile.hpp"
#include "ranking/occupation_map.hpp"

namespace headway::ranking {

/// A technology of some occupation that a résumé names.
struct NamedTechnology {
    ontology::SkillId skill = ontology::none;
    double amount = 0;  ///< Rarity · the certainty that it is meant.
};

/// What of a résumé bears on how near occupations are.
struct HeldCareer {
    std::vector<career::HeldWork> work;
    std::vector<NamedTechnology> technologies;  ///< By skill.
    double technology_length = 0;               ///< √ Σ amount²
    HeldProfile elements;                       ///< Rated skills, by their number as key.
};

[[nodiscard]] HeldCareer make_held_career(const career::Resume& resume, const OccupationMap& map);

/// How near an occupation is to a person: parts between 0 and 1, absent when one side says nothing.
struct Closeness {
    std::uint32_t place = 0;  ///< in the map
    /// Share of the work held that was in `via`, times what it counts for here.
    double work = 0;
    std::uint32_t via =
        ontology::none;  ///< This occupation, or the relative that brings most; none without work.
    double carried = 0;  ///< 1 for this occupation itself, less for relatives.
    std::optional<double> technologies;  ///< Likeness of what is used, rare things counting more.
    std::optional<double> elements;      ///< Share of what it needs above others that is covered.
    double total = 0;                    ///< 0–100: 100 · Σ weight · part over the parts that are known
};

/// What each part counts for; those of unknown parts are shared out among the others, so that they add up
/// to 1.
struct PartWeights {
    double work = 0;
    double technologies = 0;
    double elements = 0;
};
[[nodiscard]] PartWeights weights_of(const Closeness& closeness);

/// Every occupation of the map, the closest first; of equal ones that with the smaller place.
[[nodiscard]] std::vector<Closeness> closest(const HeldCareer& held, const OccupationMap& map);

/// What the weights of the work held are divided by: their sum, but at least 1, so that a summer's work is no
/// career.
[[nodiscard]] double work_divisor(const HeldCareer& held);

/// How alike what is used is: the cosine of both lists, weighed by rarity.
[[nodiscard]] std::optional<double> technology_part(const HeldCareer& held, const MappedOccupation& m);

/// How far what is held covers a needed level, 0–1.
[[nodiscard]] double covered_part(const HeldCareer& held, const NeededElement& e);

}  // namespace headway::ranking
