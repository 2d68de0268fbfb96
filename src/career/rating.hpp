// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace headway::career {

/// What people give themselves in marks, as "●●●●○", "★★★☆☆", "4/5", "8 out of 10".
struct Rating {
    double value =
        0;  ///< a level 0–7: of five marks one is basic, three working, four proficient, five advanced
    std::uint32_t begin = 0, end = 0;  ///< bytes
};

/// The rating that stands directly behind byte `from` of a line, over blanks, a colon, a dash, an open
/// bracket or dots at most, with nothing behind it but the end of the item. Marks of a bar: three to ten, of
/// which one at least is full; without an empty one they count of five. Figures: of five or ten, where the
/// text has two such (versions look alike), or "out of" three to ten. None for zero.
[[nodiscard]] std::optional<Rating> rating_behind(std::string_view text, std::uint32_t from);

}  // namespace headway::career
