// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "career/job.hpp"
#include "career/linker.hpp"
#include "career/resume.hpp"
#include "career/types.hpp"
#include "ontology/catalog.hpp"

namespace headway::career {

/// A constant that the score depends on.
struct ScoreParameter {
    std::string_view name;
    double value = 0;
};
/// All of them, so that a report can say with which it was made.
[[nodiscard]] std::span<const ScoreParameter> score_parameters();

/// Weight of one requirement: need (must 1, nice 0.4) · place · certainty · kind (soft skills 0.6) ·
/// importance (0.8 … 1.2 over IM 1 … 5, 1 when not rated) · 1.15 when in demand in the occupation.
[[nodiscard]] double requirement_weight(const Requirement& requirement, ontology::Kind kind,
                                        std::optional<double> importance, bool in_demand);

/// The most that skills which the requirement names can cover of it: less than 1 where its words were only
/// linked to the skill, or say more than it.
[[nodiscard]] double most_coverage(const Requirement& requirement);

/// Holds every requirement of the job against the résumé. score = 100 · Σ w c / Σ w over all requirements;
/// each requirement's points are its term, its gain what full coverage would add. The interval is the score
/// ± 1.28 standard deviations, taking the coverages as independent with the spread that the levels' own low
/// and high give them. Without any requirement the score is 0 with a warning.
[[nodiscard]] GapReport find_gap(const Resume& resume, const Job& job,
                                 std::optional<OccupationMatch> occupation, const ontology::Catalog& catalog,
                                 const Linker* linker);

}  // namespace headway::career
