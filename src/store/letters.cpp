// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/letters.hpp"

namespace headway::store {
namespace {

Result<std::int64_t> counted(Result<std::optional<std::int64_t>> count) {
    if (!count) return std::unexpected(count.error());
    return count->value_or(0);
}

}  // namespace

Result<std::vector<Reader>> list_readers(sql::Connection& c, std::string_view after, std::size_t limit) {
    return c.rows<Reader>(
        "select u.id, u.time_zone, (select max(d.day) from letter_days d where d.user_id = u.id) as last_day "
        "from users u where u.id > $1 and u.email_notifications = $2 and u.disabled = $3 "
        "and u.email_verified_at is not null order by u.id limit $4",
        after, true, false, static_cast<std::int64_t>(limit));
}

Result<bool> note_letter(sql::Connection& c, std::string_view owner, std::string_view letter, Date day) {
    const auto noted =
        c.run("insert into letter_days (user_id, letter, day) values ($1, $2, $3) on conflict do nothing",
              owner, letter, day);
    if (!noted) return std::unexpected(noted.error());
    return *noted == 1;
}

Result<std::vector<DueTask>> list_due_tasks(sql::Connection& c, std::string_view owner, Date until) {
    return c.rows<DueTask>(
        "select title, end_on from tasks where user_id = $1 and done_at is null and end_on is not null "
        "and end_on <= $2 order by end_on, id limit 50",
        owner, until);
}

Result<std::int64_t> count_tasks_done(sql::Connection& c, std::string_view owner, Timestamp since) {
    return counted(c.value<std::int64_t>("select count(*) from tasks where user_id = $1 and done_at >= $2",
                                         owner, since));
}

Result<std::int64_t> count_reports_made(sql::Connection& c, std::string_view owner, Timestamp since) {
    return counted(c.value<std::int64_t>(
        "select count(*) from gap_reports where user_id = $1 and created_at >= $2", owner, since));
}

Result<std::int64_t> sweep_letter_days(sql::Connection& c, Date before, std::size_t most) {
    return c.run(
        "delete from letter_days where (user_id, letter, day) in "
        "(select user_id, letter, day from letter_days where day < $1 limit $2)",
        before, static_cast<std::int64_t>(most));
}

}  // namespace headway::store
