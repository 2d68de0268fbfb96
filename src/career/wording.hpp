// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "career/dates.hpp"
#include "career/mention.hpp"
#include "career/reading.hpp"

namespace headway::career {

enum class MarkKind : std::uint8_t { wording, years };

/// Words of a sentence that say how far somebody has or needs a skill.
struct LevelMark {
    MarkKind kind = MarkKind::wording;
    std::uint32_t first = 0;  ///< token
    std::uint32_t length = 0;
    double value = 0;     ///< a level 0–7, or years
    bool behind = false;  ///< stands in brackets or after a dash, so that it belongs to what precedes it
};

/// All marks of a sentence in order: level cues, CEFR grades ("B2"), stated years.
[[nodiscard]] std::vector<LevelMark> level_marks(const Reading& reading, std::uint32_t sentence,
                                                 std::span<const StatedYears> years);

/// The mark that belongs to the mention, nullptr when none does. See stated_level().
[[nodiscard]] const LevelMark* bound_mark(const Reading& reading, const Mention& mention,
                                          std::span<const LevelMark> marks, MarkKind kind);

}  // namespace headway::career
