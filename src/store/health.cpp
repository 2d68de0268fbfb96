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

Result<std::optional<std::string>> find_active_run(sql::Connection& c, std::string_view kind) {
    return c.value<std::string>(
        "select id from runs where state in ('queued', 'running') and kind = $1 order by id limit 1", kind);
}

}  // namespace headway::store
