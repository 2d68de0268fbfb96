// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "career/evidence.hpp"
#include "career/mention.hpp"
#include "career/reading.hpp"
#include "ontology/catalog.hpp"

namespace headway::career {

/// A word of a text that no reading took for a skill, and the skill that it may mean: a question for the
/// person.
struct AliasSuggestion {
    SkillId skill = ontology::none;  ///< Canonical.
    double certainty = 0;            ///< 0–1, by the kind of likeness; not measured.
    std::string because;             ///< A full sentence.
    Evidence evidence;               ///< The word where it first stands.
};

/// Looks for `relevant` skills (canonical: those that the person's other documents name) behind words that
/// mean nothing yet: initials of the name ("EHR"), a number in the place of letters ("k8s"), a name with a
/// typing error. Skills that the text names already are passed over; one suggestion a word and skill, the
/// most certain first.
[[nodiscard]] std::vector<AliasSuggestion> suggest_aliases(const Reading& reading, const PageStarts& pages,
                                                           const Found& found,
                                                           std::span<const SkillId> relevant,
                                                           const ontology::Catalog& catalog);

}  // namespace headway::career
