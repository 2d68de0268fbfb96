// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ontology/lexicon.hpp"

namespace headway::ontology {

/// One possible meaning of a phrase, with what decides between several.
struct PhraseCandidate {
    std::uint32_t phrase = 0;
    int rank = 0;  ///< Of its source; the lowest is the best.
    PhraseEntry entry;
};

struct PhraseEntries {
    std::vector<PhraseEntry> rows;
    std::vector<Range> ranges;  ///< Of each phrase, into `rows`.
};

/// Of several skills with one name the best source wins; the others stay only behind an ambiguous winner.
/// Puts the candidates in order.
[[nodiscard]] PhraseEntries choose_entries(std::vector<PhraseCandidate>& candidates, std::size_t phrases);

}  // namespace headway::ontology
