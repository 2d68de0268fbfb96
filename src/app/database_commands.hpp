// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "app/configuration.hpp"
#include "app/streams.hpp"
#include "sql/database.hpp"

namespace headway::app {

/// The database that these settings name.
[[nodiscard]] Result<std::unique_ptr<sql::Database>> open_database(const SettingValues& settings);

/// Brings the database to the newest schema and ends.
[[nodiscard]] int run_migrate(const SettingValues& settings, Streams& streams);

/// Writes everything of a server, while it is served, to one file (docs/formats/backup.md).
[[nodiscard]] int run_backup(const SettingValues& settings, const std::string& path, Streams& streams);

struct RestoreOptions {
    std::string path;
    bool replace = false;
};
[[nodiscard]] int run_restore(const SettingValues& settings, const RestoreOptions& options, Streams& streams);

}  // namespace headway::app
