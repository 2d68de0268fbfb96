// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace headway::app {

/// The id as the packs write it: an ESCO URI loses its address, an O*NET-SOC code gets its ".00".
[[nodiscard]] std::string plain_id(std::string id);

}  // namespace headway::app
