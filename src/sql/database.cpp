// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/database.hpp"

#include "sql/postgres_database.hpp"
#include "sql/sqlite_database.hpp"

namespace headway::sql {

Result<std::unique_ptr<Database>> Database::open(const Settings& settings) {
    constexpr std::string_view sqlite = "sqlite:";
    if (settings.url.starts_with(sqlite)) {
        std::string path = settings.url.substr(sqlite.size());
        if (path.starts_with("///")) path.erase(0, 2);
        if (path.empty())
            return fail(ErrorCode::invalid, "the database URL names no file",
                        "sqlite:", "Write sqlite:/path/to/file.db");
        return open_sqlite(path, settings);
    }
    if (settings.url.starts_with("postgres://") || settings.url.starts_with("postgresql://"))
        return open_postgres(settings);
    return fail(ErrorCode::invalid, "the database URL is of no known kind", "database",
                "Write sqlite:/path/to/file.db or postgres://user@host/name");
}

}  // namespace headway::sql
