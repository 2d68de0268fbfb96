// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "career/mention.hpp"
#include "career/reading.hpp"

namespace headway::career {

/// Whether the words of a cue of stance mean what it says where they stand. Not inside one of `named` (the
/// mentions of the text) nor joined to another word by a hyphen: "no-code apps", "transfer learning". Words
/// of several meanings need their construction: "learning Rust" behind "am" or at the start of a line,
/// "seeking a position", "CPA, expected in May", "certificate in progress".
[[nodiscard]] bool acts(const Reading& reading, std::span<const Mention> named, const CueMatch& cue);

/// Whether a cue heads what follows it, at the start of its sentence or behind punctuation.
[[nodiscard]] bool opens(const Reading& reading, const CueMatch& cue);

/// Whether what `negation` ("no", "without") denies ends before the mention at `first_token`: "without
/// problems and SQL" lists SQL beside the whole, "without Java and SQL" denies both.
[[nodiscard]] bool denies_another(const Reading& reading, std::span<const Mention> named,
                                  const CueMatch& negation, std::uint32_t first_token);

}  // namespace headway::career
