// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/shared_limit.hpp"

#include "http/doors.hpp"
#include "store/rate_buckets.hpp"

namespace headway::api {

Answer<void> take_turn(const Parts& parts, const Call& call, const std::string& what,
                       const http::RateRule& rule) {
    const std::string subject = what + " from " + http::address_key(call.request.peer);
    const Timestamp now = parts.clock();
    const auto bucket = parts.database.write(
        [&](sql::Connection& c) { return store::take_token(c, subject, {rule.burst, rule.refill}, now); });
    if (!bucket) return std::unexpected(bucket.error());
    return http::check_rate(http::verdict_of(rule, bucket->taken, bucket->full_at, now));
}

}  // namespace headway::api
