// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "boards/source.hpp"

namespace headway::boards {

/// Adzuna: jobs of many boards of one country; excerpts of their texts. Needs a key.
[[nodiscard]] const Source& adzuna();

}  // namespace headway::boards
