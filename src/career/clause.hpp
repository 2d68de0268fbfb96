// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "career/reading.hpp"

namespace headway::career {

/// Half-open range of tokens.
struct TokenRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// Where the clauses of a text begin, one a token. A clause ends with its sentence, at ';', at a dash with
/// spaces, before a word of contrast, or at a comma after which a new statement begins. Needs tokens,
/// sentences and cues.
[[nodiscard]] std::vector<bool> find_clauses(const Reading& reading);

/// The clause that a token is in: the part of its sentence that one scope may cover.
[[nodiscard]] TokenRange clause_around(const Reading& reading, std::uint32_t token);

}  // namespace headway::career
