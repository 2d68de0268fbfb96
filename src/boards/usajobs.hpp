// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "boards/source.hpp"

namespace headway::boards {

/// USAJOBS: jobs of the federal government of the United States. Needs a key.
[[nodiscard]] const Source& usajobs();

}  // namespace headway::boards
