// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "boards/source.hpp"

namespace headway::boards {

/// Workday: the site of one employer, "tenant/wd1/site"; a list by POST, each text by a request of its own.
[[nodiscard]] const Source& workday();

}  // namespace headway::boards
