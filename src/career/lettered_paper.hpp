// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "career/resume.hpp"
#include "career/support.hpp"
#include "career/types.hpp"

namespace headway::career {

/// Looks for papers that go by letters: "FBDO qualification and GOC registration" is met by "FBDO, 2018" and
/// "registered with the General Optical Council", "registration with the General Optical Council" by "GOC".
/// Letters are three to six capitals, or the initials of as many capitalised words, small words left out; a
/// name in full meets letters only in a sentence or section that speaks of papers. Only for requirements that
/// say that it is a paper and nothing else. Of several joined by "and" the certainty is the share that was
/// found, of those joined by "or" one is enough. Denied and hoped-for ones are not found.
[[nodiscard]] Backing find_lettered_paper(const Resume& resume, const Requirement& requirement);

}  // namespace headway::career
