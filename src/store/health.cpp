// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/health.hpp"

#include <algorithm>

#include "sql/migrations.hpp"

namespace headway::store {
namespace {

struct LatestTimes {
    std::optional<Timestamp> session_at;
    std::optional<Timestamp> run_at;
};
BOOST_DESCRIBE_STRUCT(LatestTimes, (), (session_at, run_at))

Result<std::int64_t> counted(const Result<std::optional<std::int64_t>>& n) {
    if (!n) return std::unexpected(n.error());
    return n->value_or(0);
}

}  // namespace

Result<SchemaState> schema_state(sql::Database& database) {
    const auto shipped = sql::shipped_migrations();
    const auto missing = sql::missing_migrations(database, shipped);
    if (!missing) return std::unexpected(missing.error());
    return SchemaState{static_cast<int>(shipped.size()) - *missing, *missing};
}

Result<std::vector<StateCount>> count_runs(sql::Connection& c) {
    return c.rows<StateCount>("select state, count(*) as runs from runs group by state");
}

Result<std::int64_t> count_waiting_runs(sql::Connection& c, Timestamp since) {
    return counted(
        c.value<std::int64_t>("select count(*) from runs where (state = 'queued' and not_before < $1) "
                              "or (state = 'running' and leased_until < $1)",
                              since));
}

Result<std::int64_t> count_sessions(sql::Connection& c, Timestamp now) {
    return counted(c.value<std::int64_t>("select count(*) from sessions where expires_at > $1", now));
}

Result<std::optional<Timestamp>> latest_time(sql::Connection& c) {
    const auto times = c.row<LatestTimes>(
        "select (select max(last_seen_at) from sessions) as session_at, "
        "(select max(created_at) from runs) as run_at");
    if (!times) return std::unexpected(times.error());
    if (!*times) return std::nullopt;
    return std::max((*times)->session_at, (*times)->run_at);
}

Result<DatabaseFacts> database_facts(sql::Connection& c, const Clock& clock) {
    DatabaseFacts out;
    const bool sqlite = c.dialect() == sql::Dialect::sqlite;
    const auto version =
        c.value<std::string>(sqlite ? "select sqlite_version()" : "select current_setting('server_version')");
    if (!version) return std::unexpected(version.error());
    out.version = version->value_or("");
    out.now = clock();
    if (sqlite) {
        const auto mode = c.value<std::string>("select journal_mode from pragma_journal_mode");
        if (!mode) return std::unexpected(mode.error());
        out.settings = {{"journal_mode", mode->value_or("")}};
        return out;
    }
    auto settings = c.rows<DatabaseSetting>(
        "select name, setting as value from pg_settings where name in ('fsync', 'full_page_writes', "
        "'synchronous_commit') order by name");
    if (!settings) return pass_on(settings);
    out.settings = std::move(*settings);
    const auto now =
        c.value<std::int64_t>("select (extract(epoch from clock_timestamp()) * 1000000)::bigint");
    if (!now) return std::unexpected(now.error());
    out.now = Timestamp{now->value_or(0)};
    return out;
}

Result<std::string> find_damage(sql::Connection& c) {
    if (c.dialect() != sql::Dialect::sqlite) return std::string();
    const auto found = c.rows<std::string>("select quick_check from pragma_quick_check(1)");
    if (!found) return std::unexpected(found.error());
    return found->empty() || found->front() == "ok" ? std::string() : found->front();
}

Result<std::optional<std::string>> find_active_run(sql::Connection& c, std::string_view kind) {
    return c.value<std::string>(
        "select id from runs where state in ('queued', 'running') and kind = $1 order by id limit 1", kind);
}

}  // namespace headway::store
