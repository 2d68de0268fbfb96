// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/events.hpp"

#include "base/id_order.hpp"

namespace headway::store {
namespace {

/// Ids of a person's events ascend in the order in which they become visible, so that whoever has seen one
/// never finds an older one afterwards: a person's writers wait for each other, and no clock is trusted.
Result<std::string> next_id(sql::Connection& c, std::string_view owner) {
    if (c.dialect() == sql::Dialect::postgres) {
        // Their row is the lock: one lock a person cannot be waited for in two orders. References do not want
        // it.
        const auto alone = c.run("select 1 from users where id = $1 for no key update", owner);
        if (!alone) return std::unexpected(alone.error());
    }
    const auto last = latest_event(c, owner);
    if (!last) return std::unexpected(last.error());
    return make_uuid_after(*last);
}

}  // namespace

Result<void> add_event(sql::Connection& c, std::string_view owner, std::string_view name,
                       std::string_view subject_id, Timestamp at) {
    const auto id = next_id(c, owner);
    if (!id) return std::unexpected(id.error());
    const auto done =
        c.run("insert into events (id, user_id, name, subject_id, at) values ($1, $2, $3, $4, $5)", *id,
              owner, name, subject_id, at);
    if (!done) return std::unexpected(done.error());
    return c.notify(events_channel, owner);
}

Result<std::vector<Event>> list_events(sql::Connection& c, std::string_view owner, std::string_view after,
                                       std::size_t limit) {
    return c.rows<Event>(
        "select id, name, subject_id from events where user_id = $1 and id > $2 order by id limit $3", owner,
        after, static_cast<std::int64_t>(limit));
}

Result<bool> is_kept(sql::Connection& c, std::string_view owner, std::string_view id) {
    const auto found =
        c.value<std::string>("select id from events where user_id = $1 and id = $2", owner, id);
    if (!found) return std::unexpected(found.error());
    return found->has_value();
}

Result<std::string> latest_event(sql::Connection& c, std::string_view owner) {
    const auto id =
        c.value<std::string>("select id from events where user_id = $1 order by id desc limit 1", owner);
    if (!id) return std::unexpected(id.error());
    return id->value_or("");
}

}  // namespace headway::store
