// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "career/job.hpp"
#include "career/linker.hpp"

namespace headway::career {

/// Ties whole lines that name nothing known to the skill of ESCO or O*NET that they describe, where the
/// linker is sure enough. Such a requirement keeps the ad's words as its name and has one skill; its evidence
/// says `linked`, with the certainty. A line that describes a skill that the ad asks for anyway becomes
/// evidence of that requirement, so that nothing counts twice. All other lines stay as they are.
void link_requirements(Job& job, const ontology::Catalog& catalog, const Linker& linker);

/// The certainty of the link; 1 for requirements that were not linked.
[[nodiscard]] double link_certainty(const Requirement& requirement);

}  // namespace headway::career
