// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "language/template.hpp"

namespace headway::language {

/// Whether a place takes as much as it can; else as little.
[[nodiscard]] bool is_greedy(Kind kind);

/// Whether the bytes [begin, end) of the text may stand in a place of that kind; there is at least one.
[[nodiscard]] bool takes(Kind kind, std::string_view text, std::size_t begin, std::size_t end);

}  // namespace headway::language
