// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "boards/source.hpp"

namespace headway::boards {

/// SmartRecruiters: the board of one employer; each text by a request of its own.
[[nodiscard]] const Source& smartrecruiters();

}  // namespace headway::boards
