// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rate_buckets.hpp"

namespace headway::store {

Result<Bucket> take_token(sql::Connection& c, std::string_view subject, const BucketRule& rule,
                          Timestamp now) {
    const std::int64_t refill = rule.refill.count();
    const auto taken = c.value<Timestamp>(
        "insert into rate_buckets (subject, full_at) values ($1, cast($2 as bigint) + $3) "
        "on conflict (subject) do update set full_at = $3 + "
        "case when rate_buckets.full_at > $2 then rate_buckets.full_at else $2 end "
        "where rate_buckets.full_at + $3 - $2 <= $4 returning full_at",
        subject, now, refill, refill * rule.burst);
    if (!taken) return std::unexpected(taken.error());
    if (*taken) return Bucket{true, **taken};
    const auto full_at = c.value<Timestamp>("select full_at from rate_buckets where subject = $1", subject);
    if (!full_at) return std::unexpected(full_at.error());
    return Bucket{false, full_at->value_or(now)};
}

Result<std::int64_t> sweep_rate_buckets(sql::Connection& c, Timestamp now, std::size_t most) {
    return c.run(
        "delete from rate_buckets where subject in (select subject from rate_buckets where full_at <= $1 "
        "limit $2) and full_at <= $1",
        now, static_cast<std::int64_t>(most));
}

}  // namespace headway::store
