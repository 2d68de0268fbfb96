// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "career/duties.hpp"
#include "career/types.hpp"
#include "ontology/catalog.hpp"

namespace headway::career {

/// The O*NET occupations that a job title fits, best first, at most `top`; none when no word of it is known.
/// `duties` are those of the ad or of the role, or empty: they decide only between occupations that the
/// title leaves open. Pure; well under a millisecond.
[[nodiscard]] std::vector<OccupationMatch> find_occupations(std::string_view title, const Duties& duties,
                                                            std::size_t top,
                                                            const ontology::Catalog& catalog);

}  // namespace headway::career
