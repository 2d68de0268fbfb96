// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "boards/source.hpp"

namespace headway::boards {

/// Remotive: remote jobs of many employers.
[[nodiscard]] const Source& remotive();

}  // namespace headway::boards
