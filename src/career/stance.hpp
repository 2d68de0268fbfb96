// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "career/mention.hpp"
#include "career/reading.hpp"

namespace headway::career {

/// Negated, hoped for, taught or plainly stated, from the cues of its clause and its section. `named`: all
/// mentions of the text, in order of place.
[[nodiscard]] Stance stance_of(const Reading& reading, std::span<const Mention> named,
                               const Mention& mention);

/// The same for any tokens of the text.
[[nodiscard]] Stance stance_at(const Reading& reading, std::span<const Mention> named,
                               std::uint32_t first_token, std::uint32_t token_count);

}  // namespace headway::career
