// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sql/database.hpp"

namespace headway::sql {

/// One step of the schema. `sql` may hold {{bytes}}, blob or bytea, and {{text}}, text that is ordered by its
/// bytes on every server.
struct Migration {
    int number = 0;  ///< Ascends without gaps from 1.
    std::string_view name;
    std::string_view sql;
};

/// Those of migrations/, embedded when the program was built.
[[nodiscard]] std::span<const Migration> shipped_migrations();

/// Brings a database to the last migration, each in its own transaction; how many were applied. Safe when
/// several processes do it at once. conflict, with nothing changed, when the database is newer than the
/// program or one of the applied migrations had another text.
[[nodiscard]] Result<int> migrate(Database& database, std::span<const Migration> migrations);

/// The same as a part of the transaction that calls it.
[[nodiscard]] Result<int> migrate(Connection& c, std::span<const Migration> migrations);

/// How many migrations of the list the database lacks; conflict as above.
[[nodiscard]] Result<int> missing_migrations(Database& database, std::span<const Migration> migrations);

/// The text for one database, placeholders filled in.
[[nodiscard]] std::string resolved(std::string_view sql, Dialect dialect);

}  // namespace headway::sql
