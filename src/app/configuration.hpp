// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace headway::app {

/// How the server runs. Each setting has one name: the flag --name, the variable HEADWAY_NAME and the key of
/// the TOML file, with '-' written '_' in the latter two.
struct Configuration {
    std::string listen = "127.0.0.1:8080";  ///< ADDRESS:PORT; port 0 takes any free one
    std::string folder;                     ///< Database and files, unless said otherwise
    std::string database;                   ///< sqlite:PATH or postgres://…; empty: a file in the folder
    std::string public_origin;              ///< https://headway.example.org
    std::vector<std::string> cors_origins;
    std::string log = "-";              ///< "-" is standard error
    std::string registration = "open";  ///< open, closed
    int workers = 2;                    ///< Threads that do background work; 0: other processes do it
    int io_threads = 2;
    int pool_threads = 32;
    int session_days = 30;
    std::string cursor_key;  ///< Shared by all processes; empty: kept in the folder
};

/// A setting as somebody may give it.
struct Setting {
    std::string name;
    std::string meaning;
};
[[nodiscard]] const std::vector<Setting>& known_settings();

/// Flags over environment over the TOML file (that of the flag or variable "config", if any) over what stands
/// above. `invalid` for a name that is none, or a value that cannot be, naming where it came from.
[[nodiscard]] Result<Configuration> load_configuration(const std::map<std::string, std::string>& flags);

}  // namespace headway::app
