// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "career/learning_corpus.hpp"
#include "career/types.hpp"

namespace headway::career {

/// What a step is for, from the most useful to the least.
enum class LearningPurpose : std::uint8_t {
    closes,       ///< A gap, on top of the steps before it.
    alternative,  ///< What an earlier step closes already; its gain counts without that one.
    proves,       ///< What is held, as far as the résumé shows, but only shown in other words.
    later,        ///< A gap, but it expects more than the person has by now.
};

/// One resource proposed for one requirement of a report.
struct LearningStep {
    std::uint32_t resource = 0;      ///< into LearningCorpus::resources()
    std::uint32_t requirement = 0;   ///< into GapReport::requirements
    SkillId skill = ontology::none;  ///< What it teaches towards the requirement.
    double hours = 0;       ///< For this person: a resource that begins below their level takes less.
    double from_level = 0;  ///< Of the skill, before and
    double to_level = 0;    ///< after.
    double gain = 0;        ///< Points of the report's score over all requirements that ask for the skill,
                            ///< with all steps before it done.
    LearningPurpose purpose = LearningPurpose::closes;
    std::string reason;  ///< For the reader.
};

/// What to learn, the best gain per hour first, each step counted on top of those before it. A step is only
/// proposed when the person stands at most one level and a half below what it expects, and when it raises
/// them towards a level that they lack. Requirements whose skill no resource teaches are helped by its
/// narrower skills (nine tenths count) and by its substitutes (half). Where the gaps are closed by fewer than
/// `at_least` steps, alternatives follow, then what would prove a level that is held but shown doubtfully
/// (surer ones are a matter of evidence, not of learning), then what may come later. At most `at_most`.
[[nodiscard]] std::vector<LearningStep> plan_learning(const GapReport& report, const LearningCorpus& corpus,
                                                      const ontology::Catalog& catalog,
                                                      std::size_t at_least = 5, std::size_t at_most = 40);

/// A skill that learning is to bring to a level, 0 to 7.
struct ReachedLevel {
    SkillId skill = ontology::none;
    double level = 0;
};

/// Points of a report's score that all of these together are worth: of several that serve one requirement the
/// best counts, so that alternatives do not add up.
[[nodiscard]] double points_of(const GapReport& report, const ontology::Catalog& catalog,
                               std::span<const ReachedLevel> reached);

}  // namespace headway::career
