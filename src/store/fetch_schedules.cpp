// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fetch_schedules.hpp"

namespace headway::store {
namespace {

#define HEADWAY_SCHEDULE_COLUMNS \
    "s.id, s.user_id, s.input, s.every_days, s.next_at, s.last_run_id, s.created_at "

Result<bool> one(const Result<std::int64_t>& done) {
    if (!done) return std::unexpected(done.error());
    return *done == 1;
}

}  // namespace

Result<void> add_fetch_schedule(sql::Connection& c, std::string_view owner, const FetchSchedule& s) {
    const auto done = c.run(
        "insert into fetch_schedules (id, user_id, input, every_days, next_at, last_run_id, created_at) "
        "values ($1, $2, $3, $4, $5, $6, $7)",
        s.id, owner, s.input, s.every_days, s.next_at, s.last_run_id, s.created_at);
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<std::vector<FetchSchedule>> list_fetch_schedules(sql::Connection& c, std::string_view owner) {
    return c.rows<FetchSchedule>("select " HEADWAY_SCHEDULE_COLUMNS
                                 "from fetch_schedules s where s.user_id = $1 order by s.id",
                                 owner);
}

Result<bool> delete_fetch_schedule(sql::Connection& c, std::string_view owner, std::string_view id) {
    return one(c.run("delete from fetch_schedules where user_id = $1 and id = $2", owner, id));
}

Result<std::vector<FetchSchedule>> due_fetch_schedules(sql::Connection& c, Timestamp now, std::size_t limit) {
    return c.rows<FetchSchedule>(
        "select " HEADWAY_SCHEDULE_COLUMNS
        "from fetch_schedules s join users u on u.id = s.user_id "
        "where s.next_at <= $1 and u.disabled = $2 order by s.next_at, s.id limit $3",
        now, false, static_cast<std::int64_t>(limit));
}

Result<bool> move_fetch_schedule(sql::Connection& c, const FetchSchedule& s, Timestamp next_at,
                                 const std::optional<std::string>& run_id) {
    return one(
        c.run("update fetch_schedules set next_at = $4, last_run_id = coalesce($5, last_run_id) "
              "where user_id = $1 and id = $2 and next_at = $3",
              s.user_id, s.id, s.next_at, next_at, run_id));
}

}  // namespace headway::store
