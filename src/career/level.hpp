// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "career/dates.hpp"
#include "career/mention.hpp"
#include "career/roles.hpp"

namespace headway::career {

/// A level on O*NET's LV scale, 0–7, with the range it may well lie in. Reasons are sentences for the reader.
struct Level {
    double value = 0;
    double low = 0;
    double high = 0;
    std::vector<std::string> reasons;
};

/// A level for one reason.
[[nodiscard]] Level level_between(double low, double value, double high, std::string because);

/// none 0, basic ≤ 2, working ≤ 3.5, proficient ≤ 5, advanced above.
[[nodiscard]] std::string_view level_label(double value);

/// Level that y years of practice usually bring: 1.5 + 4.8 · (1 − e^(−y / 4.5)); 1 year 2.5, 3 years 3.8, 5
/// years 4.7, 10 years 5.8. Our own curve: it rises steeply at first and stays under 6.3, so that years alone
/// never make an authority.
[[nodiscard]] double level_of_years(double years);

/// Values of the wordings: the middle of each label's range.
inline constexpr double basic_level = 1.5;
inline constexpr double working_level = 3.0;
inline constexpr double proficient_level = 4.25;
inline constexpr double advanced_level = 5.75;
/// What a certificate or degree counts as: one has it or not.
inline constexpr double credential_level = 4.0;

/// Of a skill that somebody has and of whose level nothing is known: a wide range around what is usual. A
/// certificate or a degree one has or not.
[[nodiscard]] Level unknown_level(ontology::Kind kind, std::string because);

/// What one has or has not, such as a certificate or a degree.
[[nodiscard]] constexpr bool is_credential(ontology::Kind kind) {
    return kind == ontology::Kind::certificate || kind == ontology::Kind::degree;
}

/// What words near a mention say of its level.
struct StatedLevel {
    std::optional<double> wording;  ///< from "familiar with" … "expert", or a CEFR grade
    std::optional<double> years;
    std::uint32_t wording_begin = 0, wording_end = 0;  ///< bytes of the words
    std::uint32_t years_begin = 0, years_end = 0;
};

/// Level words and years that belong to the mention: in brackets or after a dash directly behind it, else the
/// nearest before it in its clause (not one in brackets behind another mention), else, for a job, directly
/// after it.
[[nodiscard]] StatedLevel stated_level(const Reading& reading, const Mention& mention,
                                       std::span<const StatedYears> years);

/// How far the person has the skill, from all its stated mentions (at least one, of one skill).
[[nodiscard]] Level held_level(const Reading& reading, std::span<const Mention> mentions,
                               std::span<const StatedYears> years, const std::vector<Role>& roles,
                               Month today, ontology::Kind kind);

/// How far along the career scale a job's title places it, −0.75 (junior) … +0.75 (principal), in levels.
[[nodiscard]] double title_seniority(std::string_view title);

}  // namespace headway::career
