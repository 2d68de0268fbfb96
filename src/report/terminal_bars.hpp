// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "report/wire.hpp"

namespace headway::report {

enum class Cell { held, near, needed, track };

/// One column of a bar.
struct BarCell {
    Cell kind = Cell::track;
    std::string glyph;
};

/// Levels 0–7 from left to right over `cells` (at least 2) columns: what is held as a block to the eighth of
/// a column, shaded when it is held in a near skill only; a stroke where the level needed lies.
[[nodiscard]] std::vector<BarCell> level_bar(const WireRequirement& r, int cells);

/// 0–100 over `cells` columns: full up to the low end of the interval, shaded to the score, lighter to the
/// high end, an empty track behind.
[[nodiscard]] std::string score_bar(double score, const WireInterval& interval, int cells);

}  // namespace headway::report
