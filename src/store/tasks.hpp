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

/// What a learning task raises when it is done.
struct TaskSkill {
    std::string skill_id;
    double to_level = 0;  ///< 0–7
};
BOOST_DESCRIBE_STRUCT(TaskSkill, (), (skill_id, to_level))

/// What a list is narrowed to. Empty members do not narrow.
struct TaskFilter {
    std::string goal_id;
    std::vector<std::string> words;  ///< Folded; each must begin a word of title or description.
    std::optional<bool> learning;    ///< Has a learning item.
    std::optional<bool> done;
    std::optional<std::int64_t> priority;
    std::optional<Date> from;             ///< Ends on or after it.
    std::optional<Date> until;            ///< Starts on or before it.
    std::optional<Timestamp> done_since;  ///< Open, or done since then.
};

enum class TaskOrder : std::uint8_t {
    start,     ///< Earliest first, undated last.
    priority,  ///< High first, then as by start.
    newest,
};

/// Where a task stands in a list of any order.
struct TaskPlace {
    std::string start_on;  ///< Behind every day when it has none.
    std::int64_t priority = 0;
    std::string id;
};
BOOST_DESCRIBE_STRUCT(TaskPlace, (), (start_on, priority, id))
[[nodiscard]] TaskPlace place_of(const Task& task);

/// `search_words`: those of title and description, folded, each behind a space.
[[nodiscard]] Result<void> add_task(sql::Connection& c, std::string_view owner, const Task& task,
                                    std::string_view search_words);
[[nodiscard]] Result<std::optional<Task>> find_task(sql::Connection& c, std::string_view owner,
                                                    std::string_view id);
/// None for a task that teaches nothing. Kept when its learning item is gone.
[[nodiscard]] Result<std::optional<TaskSkill>> find_task_skill(sql::Connection& c, std::string_view owner,
                                                               std::string_view task_id);
/// Those behind `after`.
[[nodiscard]] Result<std::vector<Task>> list_tasks(sql::Connection& c, std::string_view owner,
                                                   const TaskFilter& filter, TaskOrder order,
                                                   const std::optional<TaskPlace>& after, std::size_t limit);
/// Open tasks that repeat and start on or before the day, by id.
[[nodiscard]] Result<std::vector<Task>> list_recurring_tasks(sql::Connection& c, std::string_view owner,
                                                             Date until, std::string_view goal_id);
/// Everything but the learning item, what it follows and creation, when the version is still that one.
[[nodiscard]] Result<bool> change_task(sql::Connection& c, std::string_view owner, const Task& task,
                                       std::string_view search_words);
[[nodiscard]] Result<bool> delete_task(sql::Connection& c, std::string_view owner, std::string_view id);
/// Takes away the occurrence that was made when `id` was done, if nobody has touched it since.
[[nodiscard]] Result<bool> delete_untouched_next(sql::Connection& c, std::string_view owner,
                                                 std::string_view id);

}  // namespace headway::store
