// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/events.hpp"

#include "base/id.hpp"

namespace headway::store {
Result<void> add_event(sql::Connection& c, std::string_view owner, std::string_view name,
                       std::string_view subject_id, Timestamp at) {
    const auto done =
        c.run("insert into events (id, user_id, name, subject_id, at) values ($1, $2, $3, $4, $5)",
              make_uuid(), owner, name, subject_id, at);
    if (!done) return std::unexpected(done.error());
    return c.notify(events_channel, owner);
}

Result<std::vector<Event>> list_events(sql::Connection& c, std::string_view owner, std::string_view after,
                                       std::size_t limit) {
    return c.rows<Event>(
        "select id, name, subject_id from events where user_id = $1 and id > $2 order by id limit $3", owner,
        after, static_cast<std::int64_t>(limit));
}

Result<std::string> latest_event(sql::Connection& c, std::string_view owner) {
    const auto id =
        c.value<std::string>("select id from events where user_id = $1 order by id desc limit 1", owner);
    if (!id) return std::unexpected(id.error());
    return id->value_or("");
}

Result<std::int64_t> delete_old_events(sql::Connection& c, Timestamp before) {
    return c.run("delete from events where at < $1", before);
}

}  // namespace headway::store
