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

struct Task {
    std::string id;
    std::optional<std::string> goal_id;
    std::optional<std::string> learning_item_id;
    std::optional<std::string> follows_task_id;  ///< The finished one that this repeats.
    std::string title;
    std::string description;
    std::optional<Date> start_on;
    std::optional<Date> end_on;
    std::optional<std::int64_t> minutes;
    std::int64_t priority = 2;  ///< 3 high, 2 medium, 1 low, 0 optional
    std::optional<std::string> recurrence;
    std::optional<Timestamp> done_at;
    std::int64_t version = 1;
    Timestamp created_at;
    Timestamp updated_at;
};
BOOST_DESCRIBE_STRUCT(Task, (),
                      (id, goal_id, learning_item_id, follows_task_id, title, description, start_on, end_on,
                       minutes, priority, recurrence, done_at, version, created_at, updated_at))

struct TaskFilter {
    std::string goal_id;
    std::optional<bool> done;
    std::optional<Date> from;   ///< Ends on or after it.
    std::optional<Date> until;  ///< Starts on or before it.
};

[[nodiscard]] Result<void> add_task(sql::Connection& c, std::string_view owner, const Task& task);
[[nodiscard]] Result<std::optional<Task>> find_task(sql::Connection& c, std::string_view owner,
                                                    std::string_view id);
/// Newest first, those older than the id `before`.
[[nodiscard]] Result<std::vector<Task>> list_tasks(sql::Connection& c, std::string_view owner,
                                                   const TaskFilter& filter,
                                                   std::optional<std::string_view> before, std::size_t limit);
/// Everything but the learning item and creation, when the version is still that one.
[[nodiscard]] Result<bool> change_task(sql::Connection& c, std::string_view owner, const Task& task);
[[nodiscard]] Result<bool> delete_task(sql::Connection& c, std::string_view owner, std::string_view id);

}  // namespace headway::store
