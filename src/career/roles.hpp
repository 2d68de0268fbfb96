// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "career/dates.hpp"
#include "career/reading.hpp"
#include "ontology/catalog.hpp"

namespace headway::career {

/// A dated part of a résumé: a job, a project, a school. Its lines run from its heading to the next dated
/// heading or section.
struct Role {
    std::uint32_t first_line = 0;
    std::uint32_t end_line = 0;
    Month from = 0;
    Month until = 0;
    bool present = false;
    bool study = false;               ///< In an education or certificates section: no years of practice.
    std::uint32_t heading_begin = 0;  ///< Byte range of its heading lines.
    std::uint32_t heading_end = 0;
    std::vector<ontology::OccupationId> occupations;  ///< That its heading names, best first; often none.
};

[[nodiscard]] std::vector<Role> find_roles(const Reading& reading, Month today,
                                           const ontology::Catalog& catalog);

/// Index of the role that a line belongs to, or `no_role`.
inline constexpr std::uint32_t no_role = 0xFFFFFFFFU;
[[nodiscard]] std::uint32_t role_of_line(const std::vector<Role>& roles, std::uint32_t line);

/// Months covered by the given spans, overlaps counted once.
[[nodiscard]] double merged_months(std::vector<std::pair<Month, Month>> spans);

}  // namespace headway::career
