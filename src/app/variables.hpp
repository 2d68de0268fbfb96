// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/setting.hpp"
#include "base/result.hpp"

namespace headway::app {

/// The environment variable of a setting.
[[nodiscard]] std::string variable_of(std::string name);

/// A misspelt variable would be a setting that silently does not hold: `invalid`, naming it, for one that
/// begins with HEADWAY_ and is neither of these settings nor a switch of the program, its build or its tests.
[[nodiscard]] Result<void> check_variables(const std::vector<Setting>& settings);

}  // namespace headway::app
