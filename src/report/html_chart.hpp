// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "report/phrasing.hpp"

/// Charts as inline SVG. They carry classes, no styles: the page's style sheet colours them, so that they
/// follow dark and light.
namespace headway::report {

enum class ChartShape {
    wide,   ///< names beside the rows
    narrow  ///< names above the rows, for a telephone
};

/// One row per requirement, in the order given: a dot at the level held, a bar at the level needed, a line
/// between them, thin lines over their ranges, the gain at the end. Levels outside 0–7 lie on the edge.
[[nodiscard]] std::string dumbbell_chart(const Wording& in, const std::vector<Numbered>& all,
                                         ChartShape shape);

/// The row of one requirement alone. Decoration: the levels stand in words beside it.
[[nodiscard]] std::string level_strip(const WireRequirement& r);

/// 0–100 with the score as a bar and its interval as a bracket. Decoration as well.
[[nodiscard]] std::string score_chart(double score, const WireInterval& interval);

}  // namespace headway::report
