// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "career/types.hpp"
#include "flows/knowledge.hpp"
#include "llm/chat.hpp"
#include "store/learning_items.hpp"

namespace headway::flows {

/// Changes whenever the prompt, or what is made of an answer, does.
inline constexpr std::string_view advice_prompt_version = "1";

/// A requirement that is missing or too weak, and that something may be proposed for.
struct AdviceGap {
    std::string name;                     ///< As the report shows it: perhaps words of the ad.
    std::vector<career::SkillId> skills;  ///< Any of them serves it; at least one.
    double held = 0;
    double needed = 0;
};

/// All that a model is told when it is asked about the learning items of a report. Nothing of the résumé but
/// levels is in it.
struct AdviceQuestion {
    std::string occupation;  ///< Empty: none was found.
    std::string language;    ///< Of the answer, as in the settings: en, de.
    std::vector<AdviceGap> gaps;
    std::vector<store::LearningItem> items;  ///< In the order that is computed; numbered from 1.
};

/// The gaps of a report that a skill of the ontology can close.
[[nodiscard]] std::vector<AdviceGap> gaps_of(const career::GapReport& report);

/// What the model is asked: numbered data between two marks that it cannot contain. Pure.
[[nodiscard]] std::vector<llm::Message> advice_prompt(const AdviceQuestion& question);
/// The JSON Schema of its answer.
[[nodiscard]] llm::Schema advice_schema();

/// 32 hexadecimal digits; equal when the same is asked of the same model.
[[nodiscard]] std::string advice_hash(const AdviceQuestion& question, std::string_view model);

}  // namespace headway::flows
