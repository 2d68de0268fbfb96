// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "boards/source.hpp"

namespace headway::boards {

/// Arbeitnow: jobs of many employers, most in Germany.
[[nodiscard]] const Source& arbeitnow();

}  // namespace headway::boards
