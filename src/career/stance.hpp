// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "career/mention.hpp"
#include "career/reading.hpp"

namespace headway::career {

/// Half-open range of tokens.
struct TokenRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// The part of the sentence around a token that one scope may cover: it ends at ';', ':' in front, a dash
/// with spaces, a word of contrast, or a comma after which a new clause begins.
[[nodiscard]] TokenRange clause_around(const Reading& reading, std::uint32_t token);

/// Negated, hoped for, taught or plainly stated, from the cues of its clause and its section. `named`: all
/// mentions of the text, in order of place.
[[nodiscard]] Stance stance_of(const Reading& reading, std::span<const Mention> named,
                               const Mention& mention);

/// The same for any tokens of the text.
[[nodiscard]] Stance stance_at(const Reading& reading, std::span<const Mention> named,
                               std::uint32_t first_token, std::uint32_t token_count);

}  // namespace headway::career
