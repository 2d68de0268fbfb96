// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "sql/database.hpp"

namespace headway::sql {

[[nodiscard]] Result<std::unique_ptr<Database>> open_sqlite(const std::string& path,
                                                            const Settings& settings);

/// From now on other processes that have the same SQLite file open hear what this one notifies, within a
/// second. Costs a row a notice, so that only a process which works beside a server does it. Nothing for
/// PostgreSQL, where it is always so.
[[nodiscard]] Result<void> tell_other_processes(Database& database);

}  // namespace headway::sql
