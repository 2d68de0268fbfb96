// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "career/types.hpp"
#include "ontology/catalog.hpp"

namespace headway::career {

/// The O*NET occupations that a job title fits, best first, at most `top`. A title that O*NET lists gives its
/// occupations at once; otherwise titles that share words with it, rarer words counting more (inverse
/// document frequency over all titles).
[[nodiscard]] std::vector<OccupationMatch> find_occupations(std::string_view title, std::size_t top,
                                                            const ontology::Catalog& catalog);

}  // namespace headway::career
