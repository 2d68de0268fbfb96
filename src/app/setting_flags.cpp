// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setting_flags.hpp"

#include <CLI/CLI.hpp>

#include "app/reading_settings.hpp"

namespace headway::app {

std::shared_ptr<SettingValues> add_setting_flags(CLI::App& command, const std::vector<Setting>& settings) {
    auto values = std::make_shared<SettingValues>();
    command.add_option_function<std::string>(
        "--config", [values](const std::string& v) { (*values)["config"] = v; },
        "TOML file with any of these settings");
    for (const Setting& s : settings) {
        command.add_option_function<std::string>(
            "--" + s.name, [values, name = s.name](const std::string& v) { (*values)[name] = v; }, s.meaning);
    }
    return values;
}

std::shared_ptr<SettingValues> add_reading_flags(CLI::App& command) {
    std::vector<Setting> settings;
    for (const ReadingSetting& r : reading_settings()) settings.push_back(r.setting);
    return add_setting_flags(command, settings);
}

}  // namespace headway::app
