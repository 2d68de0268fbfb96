// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/host_turns.hpp"

namespace headway::store {

Result<HostTurn> take_host_turn(sql::Connection& c, std::string_view host, std::chrono::microseconds gap,
                                Timestamp now, Timestamp latest) {
    const std::int64_t behind = gap.count();
    const auto next = c.value<Timestamp>(
        "insert into host_turns (host, next_at, alone_until) values ($1, cast($2 as bigint) + $3, 0) "
        "on conflict (host) do update set next_at = $3 + "
        "case when host_turns.next_at > $2 then host_turns.next_at else $2 end "
        "where host_turns.next_at <= $4 returning next_at",
        host, now, behind, latest);
    if (!next) return std::unexpected(next.error());
    if (*next) return HostTurn{true, **next - gap};
    const auto taken = c.value<Timestamp>("select next_at from host_turns where host = $1", host);
    if (!taken) return std::unexpected(taken.error());
    return HostTurn{false, taken->value_or(now)};
}

Result<void> leave_host_alone(sql::Connection& c, std::string_view host, Timestamp until) {
    const auto done = c.run(
        "insert into host_turns (host, next_at, alone_until) values ($1, $2, $2) "
        "on conflict (host) do update set "
        "next_at = case when host_turns.next_at > $2 then host_turns.next_at else $2 end, "
        "alone_until = case when host_turns.alone_until > $2 then host_turns.alone_until else $2 end",
        host, until);
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<Timestamp> host_alone_until(sql::Connection& c, std::string_view host) {
    const auto until = c.value<Timestamp>("select alone_until from host_turns where host = $1", host);
    if (!until) return std::unexpected(until.error());
    return until->value_or(Timestamp());
}

Result<std::int64_t> sweep_host_turns(sql::Connection& c, Timestamp now, std::size_t most) {
    return c.run(
        "delete from host_turns where host in (select host from host_turns where next_at <= $1 limit $2) "
        "and next_at <= $1",
        now, static_cast<std::int64_t>(most));
}

}  // namespace headway::store
