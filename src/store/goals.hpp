// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

namespace headway::store {

/// A row of `goals`, with what is counted over its tasks when it was listed or found.
struct Goal {
    std::string id;
    std::string title;
    std::string description;
    std::optional<Date> due_on;
    std::optional<std::string> job_id;
    bool archived = false;
    std::int64_t version = 1;
    Timestamp created_at;
    Timestamp updated_at;
    std::int64_t tasks = 0;
    std::int64_t tasks_done = 0;
};
BOOST_DESCRIBE_STRUCT(Goal, (),
                      (id, title, description, due_on, job_id, archived, version, created_at, updated_at,
                       tasks, tasks_done))

[[nodiscard]] Result<void> add_goal(sql::Connection& c, std::string_view owner, const Goal& goal);
[[nodiscard]] Result<std::optional<Goal>> find_goal(sql::Connection& c, std::string_view owner,
                                                    std::string_view id);
/// Newest first, those older than the id `before`; archived ones only when asked for.
[[nodiscard]] Result<std::vector<Goal>> list_goals(sql::Connection& c, std::string_view owner, bool archived,
                                                   std::optional<std::string_view> before, std::size_t limit);
/// Writes every field but the counts when the stored version is still `goal.version`, and raises it. False
/// when it is another one or the goal is gone.
[[nodiscard]] Result<bool> change_goal(sql::Connection& c, std::string_view owner, const Goal& goal);
/// False when there is none. Its tasks stay, without a goal.
[[nodiscard]] Result<bool> delete_goal(sql::Connection& c, std::string_view owner, std::string_view id);

}  // namespace headway::store
