// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/backup.hpp"

#include <algorithm>
#include <boost/describe.hpp>
#include <fmt/format.h>
#include <optional>

#include "flows/archive_file.hpp"
#include "json/json.hpp"
#include "store/accounts.hpp"
#include "store/archive.hpp"
#include "store/users.hpp"

namespace headway::flows {
namespace {

constexpr std::size_t rows_at_once = 100;
constexpr std::int64_t format = 1;

struct Manifest {
    std::int64_t format = 1;
    std::string program;
    std::string database;
    std::string created_at;
    std::vector<store::AppliedStep> steps;
};
BOOST_DESCRIBE_STRUCT(Manifest, (), (format, program, database, created_at, steps))

struct TableHead {
    std::string name;
    std::vector<store::ArchiveColumn> columns;
};
BOOST_DESCRIBE_STRUCT(TableHead, (), (name, columns))

Result<void> write_table(sql::Connection& c, const store::ArchiveTable& table, ArchiveWriter& out,
                         std::int64_t& rows) {
    const TableHead head{table.name, table.columns};
    if (auto added = out.add(RecordKind::table, json::to_json(head)); !added) return added;
    std::vector<sql::Value> after;
    while (true) {
        auto some = store::read_rows(c, table, after, rows_at_once);
        if (!some) return pass_on(some);
        const std::size_t width = some->columns.size();
        const std::span<const sql::Value> cells(some->cells);
        for (std::size_t r = 0; r < some->rows(); ++r) {
            const auto row = cells.subspan(r * width, width);
            if (auto added = out.add(RecordKind::row, pack_row(row)); !added) return added;
            after = store::key_of(table, row);
            ++rows;
        }
        if (some->rows() < rows_at_once) return {};
    }
}

/// Everything in one snapshot; the keys of the files that it names.
Result<std::vector<std::string>> write_rows(sql::Connection& c, Manifest manifest, ArchiveWriter& out,
                                            std::int64_t& rows) {
    auto steps = store::applied_steps(c);
    if (!steps) return pass_on(steps);
    if (steps->empty())
        return fail(ErrorCode::not_found, "there is nothing in the database yet", {},
                    "Start the server once");
    manifest.steps = std::move(*steps);
    manifest.database = c.dialect() == sql::Dialect::sqlite ? "sqlite" : "postgres";
    if (auto added = out.add(RecordKind::manifest, json::to_json(manifest)); !added) return pass_on(added);
    const auto tables = store::list_tables(c);
    if (!tables) return std::unexpected(tables.error());
    for (const store::ArchiveTable& table : *tables) {
        if (auto written = write_table(c, table, out, rows); !written) return pass_on(written);
    }
    return store::list_file_keys(c);
}

Result<void> write_files(sql::Database& database, files::FileStore& files,
                         const std::vector<std::string>& keys, ArchiveWriter& out, BackupCounts& counts) {
    for (const std::string& key : keys) {
        auto bytes = files.get(key);
        if (!bytes && bytes.error().code == ErrorCode::not_found) {
            const auto named =
                database.read([&](sql::Connection& c) { return store::is_file_named(c, key); });
            if (!named) return std::unexpected(named.error());
            if (*named)
                return fail(ErrorCode::unavailable, "an uploaded file is missing", key,
                            "Bring it back or delete its résumé, then back up again");
            ++counts.gone;
            continue;
        }
        if (!bytes) return pass_on(bytes);
        if (auto added = out.add(RecordKind::file, pack_file(key, *bytes)); !added) return added;
        ++counts.files;
    }
    return {};
}

/// Reads all of it, so that a damaged file is noticed before anything is touched.
Result<Manifest> verified(const std::string& path) {
    auto reader = ArchiveReader::open(path);
    if (!reader) return pass_on(reader);
    auto first = reader->next();
    if (!first) return pass_on(first);
    auto manifest = json::from_json<Manifest>(first->content);
    if (first->kind != RecordKind::manifest || !manifest || manifest->format != format)
        return fail(ErrorCode::conflict, "this backup is of a form that the program does not know", path,
                    "Use the program that wrote it or a later one");
    if (manifest->steps.size() > store::known_steps())
        return fail(ErrorCode::conflict,
                    "this backup was written by a newer version of the program, " + manifest->program, path,
                    "Use that version or a later one");
    while (true) {
        const auto record = reader->next();
        if (!record) return std::unexpected(record.error());
        if (record->kind == RecordKind::end) return std::move(*manifest);
    }
}

/// Whether what is there may go.
Result<void> check_place(sql::Connection& c, Place place) {
    const auto steps = store::applied_steps(c);
    if (!steps) return std::unexpected(steps.error());
    if (steps->size() > store::known_steps())
        return fail(ErrorCode::conflict, "the database was written by a newer version of the program",
                    "database", "Use that version or a later one");
    if (steps->empty() || place == Place::may_be_replaced) return {};
    const auto people = store::count_users(c);
    if (!people) return std::unexpected(people.error());
    if (*people == 0) return {};
    return fail(ErrorCode::conflict, fmt::format("the database holds {} accounts already", *people),
                "database", "Restore into another, or say --replace to lose what is there");
}

/// Keys of the uploads that are there now.
Result<std::vector<std::string>> keys_there(sql::Connection& c) {
    const auto steps = store::applied_steps(c);
    if (!steps) return std::unexpected(steps.error());
    if (steps->empty()) return std::vector<std::string>();
    return store::list_file_keys(c);
}

Result<void> check_steps(sql::Connection& c, const Manifest& manifest) {
    const auto made = store::applied_steps(c);
    if (!made) return std::unexpected(made.error());
    const bool same = std::ranges::equal(*made, manifest.steps, [](const auto& a, const auto& b) {
        return a.number == b.number && a.checksum == b.checksum;
    });
    if (same) return {};
    return fail(ErrorCode::conflict, "this backup is of another line of versions of the program", {},
                "Use the program that wrote it");
}

Result<store::ArchiveTable> table_of(const std::vector<store::ArchiveTable>& all, const std::string& text) {
    const auto head = json::from_json<TableHead>(text);
    if (!head) return fail(ErrorCode::invalid, "the backup is damaged: a table has no head");
    const auto found = std::ranges::find(all, head->name, &store::ArchiveTable::name);
    if (found == all.end()) return fail(ErrorCode::invalid, "the backup holds an unknown table", head->name);
    store::ArchiveTable out = *found;
    // The order of columns is the writer's; what they are is ours.
    out.columns.clear();
    for (const store::ArchiveColumn& column : head->columns) {
        const auto ours = std::ranges::find(found->columns, column.name, &store::ArchiveColumn::name);
        if (ours == found->columns.end())
            return fail(ErrorCode::invalid, "the backup holds an unknown column",
                        head->name + "." + column.name);
        out.columns.push_back(*ours);
    }
    return out;
}

Result<void> take_rows(sql::Connection& c, const std::string& path, std::int64_t& rows) {
    rows = 0;
    const auto all = store::list_tables(c);
    if (!all) return std::unexpected(all.error());
    // Rows that refer to others of their table are pointed there once all are in.
    for (const bool pointing : {false, true}) {
        auto reader = ArchiveReader::open(path);
        if (!reader) return pass_on(reader);
        store::ArchiveTable table;
        while (true) {
            const auto record = reader->next();
            if (!record) return std::unexpected(record.error());
            if (record->kind == RecordKind::end) break;
            if (record->kind == RecordKind::table) {
                auto next = table_of(*all, record->content);
                if (!next) return pass_on(next);
                table = std::move(*next);
            }
            if (record->kind != RecordKind::row || (pointing && table.to_itself.empty())) continue;
            const auto row = unpack_row(record->content);
            if (!row) return std::unexpected(row.error());
            if (row->size() != table.columns.size())
                return fail(ErrorCode::invalid, "the backup is damaged: a row has too few cells", table.name);
            auto done = pointing ? store::point_to_itself(c, table, *row) : store::insert_row(c, table, *row);
            if (!done) return done;
            rows += pointing ? 0 : 1;
        }
    }
    return {};
}

Result<std::int64_t> take_files(files::FileStore& files, const std::string& path) {
    auto reader = ArchiveReader::open(path);
    if (!reader) return pass_on(reader);
    std::int64_t count = 0;
    while (true) {
        const auto record = reader->next();
        if (!record) return std::unexpected(record.error());
        if (record->kind == RecordKind::end) return count;
        if (record->kind != RecordKind::file) continue;
        const auto file = unpack_file(record->content);
        if (!file) return std::unexpected(file.error());
        if (auto put = files.put(file->key, file->bytes, "application/octet-stream"); !put)
            return pass_on(put);
        ++count;
    }
}

/// Those of the uploads of before that nobody names any more are to be removed.
Result<void> forget_files(sql::Connection& c, const std::vector<std::string>& before) {
    for (const std::string& key : before) {
        const auto known = store::is_file_known(c, key);
        if (!known) return std::unexpected(known.error());
        if (*known) continue;
        if (auto noted = store::note_file_removal(c, key, system_now()); !noted) return noted;
    }
    return {};
}

}  // namespace

Result<BackupCounts> back_up(sql::Database& database, files::FileStore& files, const std::string& version,
                             const Clock& clock, const std::string& path) {
    BackupCounts counts;
    std::vector<std::string> keys;
    std::optional<ArchiveWriter> out;
    const Manifest manifest{format, version, {}, to_string(clock()), {}};
    auto written = database.read([&](sql::Connection& c) -> Result<void> {
        // A lost connection makes this run again: from the start of the file.
        counts = {};
        auto created = ArchiveWriter::create(path);
        if (!created) return pass_on(created);
        out.emplace(std::move(*created));
        auto named = write_rows(c, manifest, *out, counts.rows);
        if (!named) return pass_on(named);
        keys = std::move(*named);
        return {};
    });
    if (!written) return pass_on(written);
    if (auto stored = write_files(database, files, keys, *out, counts); !stored) return pass_on(stored);
    if (auto finished = out->finish(); !finished) return pass_on(finished);
    return counts;
}

Result<BackupCounts> restore(sql::Database& database, files::FileStore& files, const std::string& path,
                             Place place) {
    const auto manifest = verified(path);
    if (!manifest) return std::unexpected(manifest.error());
    const auto may = database.read([&](sql::Connection& c) { return check_place(c, place); });
    if (!may) return std::unexpected(may.error());
    BackupCounts counts;
    // The bytes first: a row never names a file that is not there.
    const auto stored = take_files(files, path);
    if (!stored) return std::unexpected(stored.error());
    counts.files = *stored;
    const auto taken = database.write([&](sql::Connection& c) -> Result<void> {
        if (auto ok = check_place(c, place); !ok) return ok;
        const auto before = keys_there(c);
        if (!before) return std::unexpected(before.error());
        if (auto gone = store::drop_all_tables(c); !gone) return gone;
        if (auto made = store::migrate_to(c, manifest->steps.size()); !made) return made;
        if (auto same = check_steps(c, *manifest); !same) return same;
        if (auto rows = take_rows(c, path, counts.rows); !rows) return rows;
        if (auto newest = store::migrate_to(c, store::known_steps()); !newest) return newest;
        return forget_files(c, *before);
    });
    if (!taken) return std::unexpected(taken.error());
    return counts;
}

}  // namespace headway::flows
