// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"

namespace headway::api {

/// /api/jobs/fetch-schedules: fetches that repeat by themselves.
void add_fetch_schedule_routes(http::Router& router, const Parts& parts);

/// Queues the fetches whose time has come, at most so many; how many. Several processes may do it at once:
/// each is begun by one. What was missed while nobody looked is done once. One that the day's quota has no
/// room for waits until the next day.
[[nodiscard]] Result<std::int64_t> queue_due_fetches(const Parts& parts, std::size_t most = 200);

}  // namespace headway::api
