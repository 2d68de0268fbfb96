// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/calendar_feeds.hpp"

namespace headway::store {
namespace {

Result<void> nothing(const Result<std::int64_t>& done) {
    if (!done) return std::unexpected(done.error());
    return {};
}

}  // namespace

Result<void> set_calendar_feed(sql::Connection& c, std::string_view owner, std::string_view secret_hash,
                               Timestamp now) {
    return nothing(
        c.run("insert into calendar_feeds (user_id, secret_hash, created_at) values ($1, $2, $3) "
              "on conflict (user_id) do update set secret_hash = $2, created_at = $3",
              owner, secret_hash, now));
}

Result<std::optional<Timestamp>> find_calendar_feed(sql::Connection& c, std::string_view owner) {
    return c.value<Timestamp>("select created_at from calendar_feeds where user_id = $1", owner);
}

Result<void> delete_calendar_feed(sql::Connection& c, std::string_view owner) {
    return nothing(c.run("delete from calendar_feeds where user_id = $1", owner));
}

Result<std::optional<std::string>> owner_of_calendar_feed(sql::Connection& c, std::string_view secret_hash) {
    return c.value<std::string>(
        "select f.user_id from calendar_feeds f join users u on u.id = f.user_id "
        "where f.secret_hash = $1 and u.disabled = $2",
        secret_hash, false);
}

}  // namespace headway::store
