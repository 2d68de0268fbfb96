// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/housekeeping.hpp"

#include "base/id_order.hpp"
#include "store/runs.hpp"

namespace headway::store {
namespace {

struct OwnedRun {
    std::string id;
    std::string user_id;
};
BOOST_DESCRIBE_STRUCT(OwnedRun, (), (id, user_id))

std::int64_t limit(std::size_t most) {
    return static_cast<std::int64_t>(most);
}

}  // namespace

Result<std::int64_t> sweep_sessions(Connection& c, Timestamp now, std::size_t most) {
    return c.run("delete from sessions where id in (select id from sessions where expires_at <= $1 limit $2)",
                 now, limit(most));
}

Result<std::int64_t> sweep_runs(Connection& c, Timestamp before, std::size_t most) {
    // Ids ascend with the time of making, so that only old runs are looked at.
    return c.run(
        "delete from runs where id in (select id from runs where id < $1 and finished_at < $2 and state in "
        "('ready', 'failed', 'cancelled') order by id limit $3)",
        first_uuid_of(before), before, limit(most));
}

Result<std::int64_t> sweep_events(Connection& c, Timestamp before, std::size_t most) {
    return c.run(
        "delete from events where id in (select id from events where id < $1 and at < $2 order by id limit "
        "$3)",
        first_uuid_of(before), before, limit(most));
}

Result<std::int64_t> sweep_idempotency_keys(Connection& c, Timestamp before, std::size_t most) {
    return c.run(
        "delete from idempotency_keys where (user_id, route, key) in (select user_id, route, key from "
        "idempotency_keys where created_at < $1 limit $2)",
        before, limit(most));
}

Result<std::int64_t> sweep_login_failures(Connection& c, Timestamp before, std::size_t most) {
    return c.run(
        "delete from login_failures where subject in (select subject from login_failures where "
        "window_began_at < $1 limit $2)",
        before, limit(most));
}

Result<std::int64_t> sweep_quota_usage(Connection& c, Date before, std::size_t most) {
    return c.run(
        "delete from quota_usage where (user_id, kind, day) in (select user_id, kind, day from quota_usage "
        "where day < $1 limit $2)",
        before, limit(most));
}

Result<std::int64_t> retry_erasures(Connection& c, Timestamp before, Timestamp now, std::size_t most) {
    const auto failed = c.rows<OwnedRun>(
        "select r.id, r.user_id from runs r join users u on u.id = coalesce(r.subject_id, r.user_id) "
        "where r.kind = 'erase' and r.state = 'failed' and r.can_retry = $1 and r.finished_at < $2 "
        "and u.disabled = $1 order by r.id limit $3",
        true, before, limit(most));
    if (!failed) return std::unexpected(failed.error());
    std::int64_t queued = 0;
    for (const OwnedRun& run : *failed) {
        const auto again = retry_run(c, run.user_id, run.id, now);
        if (!again) return std::unexpected(again.error());
        queued += *again ? 1 : 0;
    }
    return queued;
}

}  // namespace headway::store
