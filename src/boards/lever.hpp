// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "boards/source.hpp"

namespace headway::boards {

/// Lever: the board of one employer; a bare list. The text is in three parts.
[[nodiscard]] const Source& lever();

}  // namespace headway::boards
