// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "career/reading.hpp"
#include "career/types.hpp"

namespace headway::career {

/// Where each page begins in the text, in order; one entry for a text without pages.
using PageStarts = std::vector<std::uint32_t>;

/// Evidence of the tokens [first, first + count) with the sentence around them.
[[nodiscard]] Evidence make_evidence(const Reading& reading, const PageStarts& pages,
                                     std::uint32_t first_token, std::uint32_t token_count, Shows shows,
                                     double certainty);

/// Evidence of a whole sentence.
[[nodiscard]] Evidence sentence_evidence(const Reading& reading, const PageStarts& pages,
                                         std::uint32_t sentence, Shows shows, double certainty);

}  // namespace headway::career
