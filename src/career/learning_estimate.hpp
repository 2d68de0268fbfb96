// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "career/learning_corpus.hpp"

namespace headway::career {

/// Hours that one level of a skill usually takes: the median of the corpus's resources that teach it, of all
/// resources where fewer than three do. Above 0; 8 without any corpus.
[[nodiscard]] double hours_per_level(const LearningCorpus& corpus, SkillId canonical);

/// The level that so many hours usually lead to, for something of which only its hours are known: never above
/// what is needed, never below where it begins.
[[nodiscard]] double level_after(const LearningCorpus& corpus, SkillId canonical, double from, double needed,
                                 double hours);

/// How long something takes, in words: "40 minutes", "1 hour", "2.5 hours".
[[nodiscard]] std::string duration_words(double hours);

}  // namespace headway::career
