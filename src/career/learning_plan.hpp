// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "career/learning_corpus.hpp"
#include "career/types.hpp"

namespace headway::career {

/// One resource proposed for one requirement of a report.
struct LearningStep {
    std::uint32_t resource = 0;      ///< into LearningCorpus::resources()
    std::uint32_t requirement = 0;   ///< into GapReport::requirements
    SkillId skill = ontology::none;  ///< What it teaches towards the requirement.
    double hours = 0;          ///< For this person: a resource that begins below their level takes less.
    double from_level = 0;     ///< Of the skill, before and
    double to_level = 0;       ///< after.
    double gain = 0;           ///< Points of the report's score, with all steps before it done.
    bool alternative = false;  ///< Closes what an earlier step closes already; gain counts without that one.
    std::string reason;        ///< For the reader.
};

/// What to learn, the best gain per hour first, each step counted on top of those before it. A step is only
/// proposed when the person stands at most one level and a half below what it expects. Requirements whose
/// skill no resource teaches are helped by its narrower skills (nine tenths count) and by its substitutes
/// (half). Where the gaps are closed by fewer than `at_least` steps, alternatives follow. At most `at_most`.
[[nodiscard]] std::vector<LearningStep> plan_learning(const GapReport& report, const LearningCorpus& corpus,
                                                      const ontology::Catalog& catalog,
                                                      std::size_t at_least = 5, std::size_t at_most = 40);

}  // namespace headway::career
