// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "career/section.hpp"
#include "text/phrases.hpp"

namespace headway::career {

/// The table of headings as an automaton. `sections` has one entry a phrase; Section::other marks words that
/// only fill up a longer heading.
struct HeadingIndex {
    text::PhraseIndexBuilder builder;
    std::vector<Section> sections;
};

/// Made once, on first use. Safe to call from several threads.
[[nodiscard]] const HeadingIndex& heading_index();

}  // namespace headway::career
