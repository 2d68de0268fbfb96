// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "boards/source.hpp"

namespace headway::boards {

/// Greenhouse: the board of one employer, texts in the list. Its HTML is written in character references.
[[nodiscard]] const Source& greenhouse();

}  // namespace headway::boards
