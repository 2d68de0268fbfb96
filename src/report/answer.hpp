// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/answer_words.hpp"
#include "report/wire.hpp"

namespace headway::report {

/// A learning item as an answer mentions it.
struct LearningHint {
    std::string title;
    std::string url;
    std::string skill_name;
    double hours = 0;
    double gain = 0;  ///< Points of the score.
};

/// What an answer may rest on.
struct AnswerSource {
    const WireReport* report = nullptr;  ///< Null: there is none yet.
    std::string job_title;
    std::string resume_name;
    std::vector<LearningHint> learning;  ///< Best gain per hour first.
    WithoutModel why = WithoutModel::none_set_up;
    std::string_view language = "en";  ///< Of the answer; questions are understood in all.
};

/// The answer to a person's question as Markdown, from the report alone and without a language model: what to
/// learn first, why a requirement is met or not, how far it is to the job, what speaks for them. Every claim
/// carries its figures or its quotation. What is not understood is said, with what can be asked.
/// Deterministic.
[[nodiscard]] std::string answer(std::string_view question, const AnswerSource& source);

}  // namespace headway::report
