// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "career/mention.hpp"

namespace headway::career {

/// Adds what a list of numbers behind a name names too: "Series 7, 63 and 66", "OSHA 10/30". Only numbers
/// with which the name is a name again, and no lengths of time ("Series 7 and 6 months"). `mentions` are in
/// order of place and stay so.
void name_numbers(const Reading& reading, const ontology::Catalog& catalog, std::vector<Mention>& mentions);

}  // namespace headway::career
