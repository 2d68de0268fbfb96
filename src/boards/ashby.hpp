// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "boards/source.hpp"

namespace headway::boards {

/// Ashby: the board of one employer, texts in the list.
[[nodiscard]] const Source& ashby();

}  // namespace headway::boards
