// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "career/corrections.hpp"
#include "store/corrections.hpp"

namespace headway::flows {

/// A person's stored corrections as the engine takes them. Those of skills that the packs no longer have are
/// left out of `skills` for a résumé, and stand in their own words for a job.
struct Corrected {
    std::vector<career::AliasCorrection> aliases;
    std::vector<career::SkillCorrection> skills;  ///< Of the résumé or of the job, in order.
    std::optional<ontology::OccupationId> occupation;
};

[[nodiscard]] Corrected to_engine(std::span<const store::Correction> stored,
                                  const ontology::Catalog& catalog);

}  // namespace headway::flows
