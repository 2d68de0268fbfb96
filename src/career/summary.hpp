// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "career/resume.hpp"

namespace headway::career {

/// A true sentence about a résumé, with what proves it.
struct SummaryBullet {
    /// years, roles, skills, education, certificates, languages; soft_skills, extent, opening, undated
    std::string kind;
    std::string text;
    std::vector<Evidence> evidence;
};

/// Three to six sentences, one of each kind, made of what was found and of nothing else: years of work as the
/// dated roles give them (overlaps once), the latest roles by their headings, the strongest skills, degrees,
/// certificates, languages. Where these are fewer than three, what can be said of any text: soft skills, how
/// long it is, how it begins, that no role has dates. None of a text without words. Gaps in time are not
/// judged.
[[nodiscard]] std::vector<SummaryBullet> summarize(const Resume& resume, const ontology::Catalog& catalog);

}  // namespace headway::career
