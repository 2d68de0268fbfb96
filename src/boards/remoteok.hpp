// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "boards/source.hpp"

namespace headway::boards {

/// Remote OK: the newest remote jobs of many employers. It asks that its address is shown with a job.
[[nodiscard]] const Source& remoteok();

}  // namespace headway::boards
