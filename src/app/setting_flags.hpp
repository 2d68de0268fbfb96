// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "app/setting.hpp"

namespace CLI {
class App;
}

namespace headway::app {

/// These settings and --config as flags of a command; only those given are kept.
[[nodiscard]] std::shared_ptr<SettingValues> add_setting_flags(CLI::App& command,
                                                               const std::vector<Setting>& settings);

/// The settings of how documents are read, likewise.
[[nodiscard]] std::shared_ptr<SettingValues> add_reading_flags(CLI::App& command);

}  // namespace headway::app
