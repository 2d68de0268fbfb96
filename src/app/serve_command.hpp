// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "app/streams.hpp"

namespace headway::app {

/// Runs the server until SIGINT or SIGTERM. `settings` are flags by their names (configuration.hpp).
[[nodiscard]] int run_serve(const std::map<std::string, std::string>& settings, Streams& streams);

/// Brings the database to the newest schema and ends.
[[nodiscard]] int run_migrate(const std::map<std::string, std::string>& settings, Streams& streams);

/// Copies a SQLite database, while it is served, to a file.
[[nodiscard]] int run_backup(const std::map<std::string, std::string>& settings, const std::string& path,
                             Streams& streams);

struct UserOptions {
    std::string email;
    std::string name;
    bool admin = false;
};
/// Makes an account; its password is the first line of standard input, or made and printed when that is
/// empty.
[[nodiscard]] int run_user_add(const std::map<std::string, std::string>& settings, const UserOptions& options,
                               Streams& streams);

}  // namespace headway::app
