// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "store/database.hpp"

/// Rows that nobody needs any more, of everybody. Each takes at most `most` rows and says how many went.
namespace headway::store {

/// Sessions that ended before `now`.
[[nodiscard]] Result<std::int64_t> sweep_sessions(Connection& c, Timestamp now, std::size_t most);
/// Runs that ended before; queued and running ones never.
[[nodiscard]] Result<std::int64_t> sweep_runs(Connection& c, Timestamp before, std::size_t most);
/// Events written before.
[[nodiscard]] Result<std::int64_t> sweep_events(Connection& c, Timestamp before, std::size_t most);
/// Idempotency keys first seen before.
[[nodiscard]] Result<std::int64_t> sweep_idempotency_keys(Connection& c, Timestamp before, std::size_t most);
/// Failed sign-ins whose window began before.
[[nodiscard]] Result<std::int64_t> sweep_login_failures(Connection& c, Timestamp before, std::size_t most);
/// Queues erasures again that failed before: what a person was promised is not given up, unless an admin has
/// let them in again. How many.
[[nodiscard]] Result<std::int64_t> retry_erasures(Connection& c, Timestamp before, Timestamp now,
                                                  std::size_t most);
/// What was used up of quotas on days before.
[[nodiscard]] Result<std::int64_t> sweep_quota_usage(Connection& c, Date before, std::size_t most);

}  // namespace headway::store
