// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "career/cues.hpp"

namespace headway::career {

/// Turns of phrase that all say the same thing, separated by '|'.
struct CuePhrases {
    Cue cue;
    std::string_view phrases;
};

/// The lists behind each cue. Where two of them hold the same words the first wins.
[[nodiscard]] std::span<const CuePhrases> cue_phrases();

}  // namespace headway::career
