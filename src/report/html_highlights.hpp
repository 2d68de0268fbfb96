// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/phrasing.hpp"
#include "report/quotation.hpp"

namespace headway::report {

enum class Side { resume, job };

/// Name of the place in the full text where a piece of evidence begins: "resume-at-512".
[[nodiscard]] std::string anchor_of(Side side, const WireEvidence& evidence);

/// A document's whole text as HTML, laid out as it is, with every piece of evidence marked. A mark carries
/// its anchor and is followed by the numbers of the requirements that it proves, each a link back to them;
/// what was named but not counted is marked in another way. Evidence whose offsets do not fit the text is
/// left out.
[[nodiscard]] std::string highlighted(const Wording& in, std::string_view text, Side side,
                                      const std::vector<Numbered>& all,
                                      const std::vector<WireUnclaimed>& unclaimed);

}  // namespace headway::report
