// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "career/resume.hpp"
#include "career/types.hpp"
#include "ontology/catalog.hpp"

namespace headway::career {

/// Work that a résumé tells of, and the occupations that its title fits.
struct HeldWork {
    std::uint32_t begin = 0;  ///< Bytes of the title in the text.
    std::uint32_t end = 0;
    bool dated = false;  ///< False: named at the head of the résumé or in its summary, without dates.
    Month from = 0;      ///< Of dated work only.
    Month until = 0;
    bool present = false;
    double weight = 0;                         ///< 0–1, by work_weight()
    std::vector<OccupationMatch> occupations;  ///< O*NET, best first, at most five; never empty.
};

/// What work counts for: (1 − e^(−years / 2)) · 2^(−years since / 8). Five years until now count 0.92, one
/// year 0.39; what ended eight years ago counts half.
[[nodiscard]] double work_weight(double years, double years_since);
/// What a title without dates counts for.
inline constexpr double undated_weight = 0.6;

/// The work of a résumé in order of place: dated roles that are no studies, each with the part of its heading
/// that fits an occupation best (its lines decide where the title leaves several open), and titles at the
/// head of the résumé. Pure; some milliseconds for a long résumé.
[[nodiscard]] std::vector<HeldWork> find_held_work(const Resume& resume, const ontology::Catalog& catalog);

}  // namespace headway::career
