// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "career/reading.hpp"
#include "text/phrases.hpp"

namespace headway::career {

/// Whether the name of a language at `match` means the language and not a nationality ("German customers"):
/// it stands in a section or list of languages, alone on its line, or near words of speaking, level or
/// translation.
[[nodiscard]] bool speaks_language(const Reading& reading, const text::PhraseMatch& match);

}  // namespace headway::career
