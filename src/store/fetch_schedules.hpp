// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

namespace headway::store {

/// A fetch of jobs that repeats.
struct FetchSchedule {
    std::string id;
    std::string user_id;
    std::string input;  ///< JSON
    std::int64_t every_days = 7;
    Timestamp next_at;
    std::optional<std::string> last_run_id;
    Timestamp created_at;
};
BOOST_DESCRIBE_STRUCT(FetchSchedule, (), (id, user_id, input, every_days, next_at, last_run_id, created_at))

[[nodiscard]] Result<void> add_fetch_schedule(sql::Connection& c, std::string_view owner,
                                              const FetchSchedule& schedule);
/// Oldest first.
[[nodiscard]] Result<std::vector<FetchSchedule>> list_fetch_schedules(sql::Connection& c,
                                                                      std::string_view owner);
[[nodiscard]] Result<bool> delete_fetch_schedule(sql::Connection& c, std::string_view owner,
                                                 std::string_view id);

/// Those of everybody who is not disabled whose time has come, the longest waiting first.
[[nodiscard]] Result<std::vector<FetchSchedule>> due_fetch_schedules(sql::Connection& c, Timestamp now,
                                                                     std::size_t limit);
/// Moves one on, when its time is still that one; `run_id`: what was begun, none when nothing was.
[[nodiscard]] Result<bool> move_fetch_schedule(sql::Connection& c, const FetchSchedule& schedule,
                                               Timestamp next_at, const std::optional<std::string>& run_id);

}  // namespace headway::store
