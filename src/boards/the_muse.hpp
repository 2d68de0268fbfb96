// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "boards/source.hpp"

namespace headway::boards {

/// The Muse: jobs of many employers.
[[nodiscard]] const Source& the_muse();

}  // namespace headway::boards
