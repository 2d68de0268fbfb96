// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace headway::app {

/// A setting as somebody may give it: the flag --name, the variable HEADWAY_NAME, the key of the TOML file.
struct Setting {
    std::string name;
    std::string meaning;
};

/// Values by the names of settings, as flags give them.
using SettingValues = std::map<std::string, std::string>;

}  // namespace headway::app
