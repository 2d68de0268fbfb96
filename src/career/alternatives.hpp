// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "career/mention.hpp"
#include "career/reading.hpp"
#include "ontology/catalog.hpp"

namespace headway::career {

/// Mentions of one sentence of which any one is enough.
struct AlternativeGroup {
    std::vector<std::uint32_t> mentions;  ///< Indices into the list given, in order.
    bool open = false;                    ///< "or similar" follows.
};

/// Parts the mentions of one sentence into groups: "Java, C# or C++" is one group, "Python, SQL and Docker"
/// three; "CI tools such as Jenkins or GitLab CI" is one group led by the general name. Every mention is in
/// exactly one.
[[nodiscard]] std::vector<AlternativeGroup> group_alternatives(const Reading& reading,
                                                               const ontology::Catalog& catalog,
                                                               std::span<const Mention> mentions);

}  // namespace headway::career
