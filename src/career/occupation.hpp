// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "career/types.hpp"
#include "ontology/catalog.hpp"

namespace headway::career {

/// The O*NET occupations that a job title fits, best first, at most `top`; none when no word of it is known.
/// `duties` is the text of the ad or of the role, or empty: it decides only between occupations that the
/// title leaves open. Pure; well under a millisecond.
[[nodiscard]] std::vector<OccupationMatch> find_occupations(std::string_view title, std::string_view duties,
                                                            std::size_t top,
                                                            const ontology::Catalog& catalog);

}  // namespace headway::career
