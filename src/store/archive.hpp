// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "store/database.hpp"

/// All rows of all tables, for backups and for moving between the two databases.
namespace headway::store {

struct ArchiveColumn {
    std::string name;
    std::string type;  ///< boolean, bigint, double precision, text or bytes, whatever the database calls it.
};
BOOST_DESCRIBE_STRUCT(ArchiveColumn, (), (name, type))

struct ArchiveTable {
    std::string name;
    std::vector<ArchiveColumn> columns;
    std::vector<std::string> key;        ///< Columns of the primary key.
    std::vector<std::string> to_itself;  ///< Columns that refer to another row of the same table.
};
BOOST_DESCRIBE_STRUCT(ArchiveTable, (), (name, columns, key, to_itself))

/// Tables of the migrations that the database has, in an order in which each comes after those it refers to.
[[nodiscard]] Result<std::vector<ArchiveTable>> list_tables(Connection& c);

/// At most `most` rows behind the key `after` (empty: from the first), in the order of the key.
[[nodiscard]] Result<sql::Table> read_rows(Connection& c, const ArchiveTable& table,
                                           std::span<const sql::Value> after, std::size_t most);
/// The key of a row as read_rows() gave it.
[[nodiscard]] std::vector<sql::Value> key_of(const ArchiveTable& table, std::span<const sql::Value> row);

/// A row of the other database, too: true is 1 there. Columns to_itself stay null until point_to_itself().
[[nodiscard]] Result<void> insert_row(Connection& c, const ArchiveTable& table,
                                      std::span<const sql::Value> row);
[[nodiscard]] Result<void> point_to_itself(Connection& c, const ArchiveTable& table,
                                           std::span<const sql::Value> row);

/// Steps of the schema that the database has; none when it is new.
struct AppliedStep {
    std::int64_t number = 0;
    std::string name;
    std::string checksum;
};
BOOST_DESCRIBE_STRUCT(AppliedStep, (), (number, name, checksum))
[[nodiscard]] Result<std::vector<AppliedStep>> applied_steps(Connection& c);

/// How many steps this program knows.
[[nodiscard]] std::size_t known_steps();
/// Brings a database to the first `count` of them.
[[nodiscard]] Result<void> migrate_to(Connection& c, std::size_t count);

/// Keys of all files that rows name.
[[nodiscard]] Result<std::vector<std::string>> list_file_keys(Connection& c);
/// A file that the database knows of: of a résumé, or one that is to be removed some day.
struct KnownFile {
    std::string key;
    std::string media_type;
    bool named = false;        ///< Of a résumé.
    std::string content_hash;  ///< Of a résumé's, as it was uploaded.
};
BOOST_DESCRIBE_STRUCT(KnownFile, (), (key, media_type, named, content_hash))
[[nodiscard]] Result<std::vector<KnownFile>> list_known_files(Connection& c);
[[nodiscard]] Result<bool> is_file_known(Connection& c, std::string_view key);
/// Whether a row names that file.
[[nodiscard]] Result<bool> is_file_named(Connection& c, std::string_view key);

/// Every table, with all that is in it, and the notes on which steps were applied.
[[nodiscard]] Result<void> drop_all_tables(Connection& c);

}  // namespace headway::store
