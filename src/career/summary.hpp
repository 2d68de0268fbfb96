// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "career/resume.hpp"

namespace headway::career {

/// A true sentence about a résumé, with what proves it.
struct SummaryBullet {
    std::string kind;  ///< years, roles, skills, education, certificates, languages
    std::string text;
    std::vector<Evidence> evidence;
};

/// At most six sentences, one of each kind, made of what was found and of nothing else: years of work as the
/// dated roles give them (overlaps once), the latest roles by their headings, the strongest skills, degrees,
/// certificates, languages. What was not found is left out; gaps in time are not judged.
[[nodiscard]] std::vector<SummaryBullet> summarize(const Resume& resume, const ontology::Catalog& catalog);

}  // namespace headway::career
