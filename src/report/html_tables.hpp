// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "report/phrasing.hpp"

namespace headway::report {

/// What the chart shows, as a table.
[[nodiscard]] std::string levels_table(const Wording& in, const std::vector<Numbered>& all);

/// The score term by term: weight, coverage, their product, points, gain, and the sums.
[[nodiscard]] std::string arithmetic_table(const Wording& in, const WireReport& report,
                                           const std::vector<Numbered>& all);

}  // namespace headway::report
