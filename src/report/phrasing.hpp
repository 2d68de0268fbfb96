// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/wire.hpp"
#include "report/wording.hpp"

/// The words and figures that a report has in every format, so that all formats say the same, in the language
/// of the wording. Nothing here is escaped or coloured; names that come from documents are as one_line()
/// leaves them.
namespace headway::report {

/// A whole number, as scores are shown.
[[nodiscard]] std::string no_decimals(double v);
/// One decimal, as English has points and levels: "5.7", never "-0.0".
[[nodiscard]] std::string one_decimal(double v);
/// Two decimals, as the arithmetic is shown.
[[nodiscard]] std::string two_decimals(double v);
/// "95%" of 0.95.
[[nodiscard]] std::string percent(const Wording& in, double share);
/// "1 requirement", "3 requirements".
[[nodiscard]] std::string counted(std::size_t n, std::string_view one, std::string_view many);

/// A requirement and its number in the report, from 1 by gain; the number is the same in every format.
struct Numbered {
    std::size_t number = 0;
    const WireRequirement* requirement = nullptr;
};
/// All requirements by gain, largest first, then by points; pointers into the report.
[[nodiscard]] std::vector<Numbered> by_gain(const WireReport& report);
/// Those of one status; "missing" also takes every status that is unknown, so that none is lost.
[[nodiscard]] std::vector<Numbered> with_status(const std::vector<Numbered>& all, std::string_view status);

/// "matched", "weak", or "missing" for every other status.
[[nodiscard]] std::string_view status_of(const WireRequirement& r);
[[nodiscard]] const StatusWords& status_words(const Wording& in, const WireRequirement& r);

/// "Senior Backend Engineer", or words in place of an empty title.
[[nodiscard]] std::string title_of(const Wording& in, const WireReport& report);
/// "Software Developers (15-1252.00), 95% sure", or that none was found.
[[nodiscard]] std::string occupation_words(const Wording& in, const WireReport& report);
/// "67 to 75 with 80% confidence".
[[nodiscard]] std::string interval_words(const Wording& in, const WireReport& report);
/// The name inside a sentence: cut after a whole word where it is long.
[[nodiscard]] std::string short_name(const WireRequirement& r);
/// The few requirements whose closing would help most and is worth naming, the first of by_gain().
[[nodiscard]] std::vector<Numbered> most_gain(const WireReport& report);
/// What would help most, as sentences: "Closing X alone adds N points."
[[nodiscard]] std::string best_step(const Wording& in, const WireReport& report);

/// What kind of evidence there is: "implied, 75% sure", "25% of Docker carries over"; empty when the résumé
/// simply names it, or has nothing.
[[nodiscard]] std::string support_words(const Wording& in, const WireRequirement& r);
/// What else to know of a requirement, each a few words: nice to have, in demand, importance, noise.
[[nodiscard]] std::vector<std::string> remarks(const Wording& in, const WireRequirement& r);
/// Why these pieces of evidence count, without a full stop; empty where support_words() says it already or
/// the skill is simply named.
[[nodiscard]] std::string reason_words(const Wording& in, const WireRequirement& r,
                                       const std::vector<const WireEvidence*>& evidence);
/// Why a skill that the résumé names was not counted.
[[nodiscard]] std::string_view stance_words(const Wording& in, std::string_view stance);

/// Σ weight · coverage, the counter of the score's fraction.
[[nodiscard]] double weighted_sum(const WireReport& report);
/// "100 × 9.40 / 13.19 = 71.25".
[[nodiscard]] std::string score_equation(const Wording& in, const WireReport& report);
/// What is held beyond the job, highest level first; pointers into the report.
[[nodiscard]] std::vector<const WireSkill*> beyond_by_level(const WireReport& report);
/// "headway 0.1.0 · onet 30.1 with the ratings of 29.3, esco 1.1.1".
[[nodiscard]] std::string made_with(const Wording& in, const WireProvenance& provenance);
/// The attribution that the licences of the packs in use ask for, one sentence each; its words are given, in
/// English.
[[nodiscard]] std::vector<std::string> attributions(const WireProvenance& provenance);

}  // namespace headway::report
