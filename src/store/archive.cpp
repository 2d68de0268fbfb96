// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/archive.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "sql/migrations.hpp"

namespace headway::store {
namespace {

using Names = std::vector<std::string>;

/// Names behind "create table" and "drop table" of the migrations: what is referred to is made first.
Names tables_of_migrations() {
    Names out;
    const auto word_behind = [](std::string_view text, std::size_t at) {
        const std::size_t end = text.find_first_of(" (;\n", at);
        return std::string(text.substr(at, end - at));
    };
    for (const sql::Migration& m : sql::shipped_migrations()) {
        static constexpr std::string_view made = "create table ";
        static constexpr std::string_view gone = "drop table ";
        for (std::size_t at = 0; at < m.sql.size(); ++at) {
            if (at > 0 && m.sql[at - 1] != '\n') continue;
            const std::string_view rest = m.sql.substr(at);
            if (rest.starts_with(made)) out.push_back(word_behind(m.sql, at + made.size()));
            if (rest.starts_with(gone)) std::erase(out, word_behind(m.sql, at + gone.size()));
        }
    }
    return out;
}

/// Tables that only the databases' own bookkeeping knows about are not asked for.
Result<Names> existing_tables(Connection& c) {
    return c.rows<std::string>(c.dialect() == sql::Dialect::sqlite
                                   ? "select name from sqlite_master where type = 'table'"
                                   : "select table_name as name from information_schema.tables where "
                                     "table_schema = current_schema()");
}

Result<std::vector<ArchiveColumn>> columns_of(Connection& c, const std::string& table) {
    auto columns = c.rows<ArchiveColumn>(
        c.dialect() == sql::Dialect::sqlite
            ? "select name, lower(type) as type from pragma_table_info($1) order by cid"
            : "select column_name as name, data_type as type from information_schema.columns where "
              "table_schema = current_schema() and table_name = $1 order by ordinal_position",
        table);
    if (!columns) return columns;
    for (ArchiveColumn& column : *columns) {
        if (column.type == "blob" || column.type == "bytea") column.type = "bytes";
    }
    return columns;
}

Result<Names> key_columns(Connection& c, const std::string& table) {
    return c.rows<std::string>(
        c.dialect() == sql::Dialect::sqlite
            ? "select name from pragma_table_info($1) where pk > 0 order by pk"
            : "select k.column_name as name from information_schema.table_constraints t join "
              "information_schema.key_column_usage k on k.constraint_name = t.constraint_name and "
              "k.table_schema = t.table_schema and k.table_name = t.table_name where t.constraint_type = "
              "'PRIMARY KEY' and t.table_schema = current_schema() and t.table_name = $1 order by "
              "k.ordinal_position",
        table);
}

Result<Names> columns_to_itself(Connection& c, const std::string& table) {
    return c.rows<std::string>(
        c.dialect() == sql::Dialect::sqlite
            ? "select \"from\" as name from pragma_foreign_key_list($1) where \"table\" = $1"
            : "select a.attname as name from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid "
              "and a.attnum = any(k.conkey) where k.contype = 'f' and k.conrelid = k.confrelid and "
              "k.conrelid = to_regclass($1)",
        table);
}

std::string list_of(const Names& names) {
    return fmt::format("{}", fmt::join(names, ", "));
}

std::string places(std::size_t count, std::size_t first = 1) {
    Names out;
    for (std::size_t i = 0; i < count; ++i) out.push_back("$" + std::to_string(first + i));
    return list_of(out);
}

Names names_of(const ArchiveTable& table) {
    Names out;
    for (const ArchiveColumn& column : table.columns) out.push_back(column.name);
    return out;
}

bool contains(const Names& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

/// As this database keeps it.
sql::Value converted(const sql::Value& v, const std::string& type, sql::Dialect dialect) {
    if (dialect == sql::Dialect::sqlite) return v;
    if (const auto* i = std::get_if<std::int64_t>(&v)) {
        if (type == "boolean") return *i != 0;
        if (type == "double precision") return static_cast<double>(*i);
    }
    return v;
}

Result<void> nothing(const Result<sql::Table>& done) {
    if (!done) return std::unexpected(done.error());
    return {};
}

}  // namespace

Result<std::vector<ArchiveTable>> list_tables(Connection& c) {
    const auto there = existing_tables(c);
    if (!there) return std::unexpected(there.error());
    std::vector<ArchiveTable> out;
    for (const std::string& name : tables_of_migrations()) {
        if (!contains(*there, name)) continue;
        auto columns = columns_of(c, name);
        if (!columns) return pass_on(columns);
        auto key = key_columns(c, name);
        if (!key) return pass_on(key);
        auto own = columns_to_itself(c, name);
        if (!own) return pass_on(own);
        out.push_back({name, std::move(*columns), std::move(*key), std::move(*own)});
    }
    return out;
}

Result<sql::Table> read_rows(Connection& c, const ArchiveTable& table, std::span<const sql::Value> after,
                             std::size_t most) {
    std::string sql = "select " + list_of(names_of(table)) + " from " + table.name;
    if (!after.empty()) sql += " where (" + list_of(table.key) + ") > (" + places(after.size()) + ")";
    sql += " order by " + list_of(table.key) + " limit " + std::to_string(most);
    return c.table(sql, after);
}

std::vector<sql::Value> key_of(const ArchiveTable& table, std::span<const sql::Value> row) {
    std::vector<sql::Value> out;
    for (const std::string& name : table.key) {
        for (std::size_t i = 0; i < table.columns.size() && i < row.size(); ++i) {
            if (table.columns[i].name == name) out.push_back(row[i]);
        }
    }
    return out;
}

Result<void> insert_row(Connection& c, const ArchiveTable& table, std::span<const sql::Value> row) {
    std::vector<sql::Value> values;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const ArchiveColumn& column = table.columns[i];
        values.push_back(contains(table.to_itself, column.name)
                             ? sql::Value()
                             : converted(row[i], column.type, c.dialect()));
    }
    return nothing(c.table("insert into " + table.name + " (" + list_of(names_of(table)) + ") values (" +
                               places(values.size()) + ")",
                           values));
}

Result<void> point_to_itself(Connection& c, const ArchiveTable& table, std::span<const sql::Value> row) {
    const std::vector<sql::Value> key = key_of(table, row);
    for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string& column = table.columns[i].name;
        if (!contains(table.to_itself, column) || std::holds_alternative<std::monostate>(row[i])) continue;
        std::vector<sql::Value> values = {row[i]};
        values.insert(values.end(), key.begin(), key.end());
        if (auto done = nothing(c.table("update " + table.name + " set " + column + " = $1 where (" +
                                            list_of(table.key) + ") = (" + places(key.size(), 2) + ")",
                                        values));
            !done)
            return done;
    }
    return {};
}

Result<std::vector<AppliedStep>> applied_steps(Connection& c) {
    const auto there = existing_tables(c);
    if (!there) return std::unexpected(there.error());
    if (!contains(*there, "schema_migrations")) return std::vector<AppliedStep>();
    return c.rows<AppliedStep>("select number, name, checksum from schema_migrations order by number");
}

std::size_t known_steps() {
    return sql::shipped_migrations().size();
}

Result<void> migrate_to(Connection& c, std::size_t count) {
    const auto done = sql::migrate(c, sql::shipped_migrations().first(std::min(count, known_steps())));
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<std::vector<std::string>> list_file_keys(Connection& c) {
    return c.rows<std::string>("select file_key from resumes where file_key is not null order by file_key");
}

Result<std::vector<KnownFile>> list_known_files(Connection& c) {
    return c.rows<KnownFile>(
        "select file_key as key, media_type, true as named, content_hash from resumes where file_key is not "
        "null union all "
        "select file_key as key, 'application/octet-stream' as media_type, false as named, '' as "
        "content_hash "
        "from file_removals where file_key not in (select file_key from resumes where file_key is not null) "
        "order by 1");
}

Result<bool> is_file_known(Connection& c, std::string_view key) {
    const auto n = c.value<std::int64_t>(
        "select (select count(*) from resumes where file_key = $1) + "
        "(select count(*) from file_removals where file_key = $1)",
        key);
    if (!n) return std::unexpected(n.error());
    return *n > 0;
}

Result<bool> is_file_named(Connection& c, std::string_view key) {
    const auto n = c.value<std::int64_t>("select count(*) from resumes where file_key = $1", key);
    if (!n) return std::unexpected(n.error());
    return n->value_or(0) > 0;
}

Result<void> drop_all_tables(Connection& c) {
    const auto there = existing_tables(c);
    if (!there) return std::unexpected(there.error());
    Names all = tables_of_migrations();
    all.insert(all.begin(), "schema_migrations");
    for (auto name = all.rbegin(); name != all.rend(); ++name) {
        if (!contains(*there, *name)) continue;
        if (auto done = nothing(c.table("drop table " + *name, {})); !done) return done;
    }
    return {};
}

}  // namespace headway::store
