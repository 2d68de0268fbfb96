// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/result.hpp"

namespace headway::app {

/// A secret that lies in a file of the folder, made on first use, readable by its owner alone from its first
/// byte on. Of several programs that start at once one makes it, and all take that.
[[nodiscard]] Result<std::string> kept_secret(const std::string& folder, const std::string& name);

}  // namespace headway::app
