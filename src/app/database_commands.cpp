// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/database_commands.hpp"

#include <fmt/format.h>

#include "app/failure.hpp"
#include "app/stored_files.hpp"
#include "app/version.hpp"
#include "flows/backup.hpp"
#include "sql/migrations.hpp"

namespace headway::app {
namespace {

/// What a backup is made of.
struct Stores {
    std::unique_ptr<sql::Database> database;
    std::unique_ptr<files::FileStore> files;
};

Result<Stores> open_stores(const SettingValues& settings) {
    const auto configuration = load_configuration(settings);
    if (!configuration) return std::unexpected(configuration.error());
    auto database = open_database(settings);
    if (!database) return pass_on(database);
    auto files = open_files(*configuration);
    if (!files) return pass_on(files);
    return Stores{std::move(*database), std::move(*files)};
}

}  // namespace

Result<std::unique_ptr<sql::Database>> open_database(const SettingValues& settings) {
    const auto configuration = load_configuration(settings);
    if (!configuration) return std::unexpected(configuration.error());
    sql::Settings s;
    s.url = configuration->database;
    return sql::Database::open(s);
}

int run_migrate(const SettingValues& settings, Streams& streams) {
    const auto database = open_database(settings);
    if (!database) return report_failure(streams, database.error());
    const auto applied = sql::migrate(**database, sql::shipped_migrations());
    if (!applied) return report_failure(streams, applied.error());
    streams.out << fmt::format("{} migrations applied, {} in all.\n", *applied,
                               sql::shipped_migrations().size());
    return done;
}

int run_backup(const SettingValues& settings, const std::string& path, Streams& streams) {
    const auto stores = open_stores(settings);
    if (!stores) return report_failure(streams, stores.error());
    const auto counts =
        flows::back_up(*stores->database, *stores->files, std::string(program_version), system_now, path);
    if (!counts) return report_failure(streams, counts.error());
    streams.out << fmt::format("Wrote {} rows and {} files to {}.\n", counts->rows, counts->files, path);
    if (counts->gone > 0)
        streams.out << fmt::format("{} files were deleted by their owners meanwhile.\n", counts->gone);
    return done;
}

int run_restore(const SettingValues& settings, const RestoreOptions& options, Streams& streams) {
    const auto stores = open_stores(settings);
    if (!stores) return report_failure(streams, stores.error());
    const auto counts =
        flows::restore(*stores->database, *stores->files, options.path,
                       options.replace ? flows::Place::may_be_replaced : flows::Place::must_be_empty);
    if (!counts) return report_failure(streams, counts.error());
    streams.out << fmt::format("Brought back {} rows and {} files.\n", counts->rows, counts->files);
    return done;
}

}  // namespace headway::app
