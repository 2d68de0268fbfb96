// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ontology/catalog.hpp"

namespace headway::career {

/// Whether two products are used by one trade, so that the name of one vouches for the name of the other: of
/// one commodity class or of classes that are bought together, of one maker, or tied to each other in the
/// graph of skills. Pure; looks at the two and their neighbours only.
[[nodiscard]] bool same_trade(const ontology::Catalog& catalog, ontology::SkillId a, ontology::SkillId b);

}  // namespace headway::career
