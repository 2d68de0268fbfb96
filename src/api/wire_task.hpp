// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "api/handler.hpp"
#include "json/json.hpp"
#include "store/tasks.hpp"

/// Tasks as the contract shows and takes them.
namespace headway::api {

struct TaskWire {
    std::string id;
    std::string title;
    std::string description;
    std::optional<std::string> start_on;
    std::optional<std::string> end_on;
    std::string priority;
    std::optional<std::string> recurrence;
    std::optional<std::int64_t> minutes;
    std::optional<std::string> goal_id;
    std::optional<std::string> learning_item_id;
    bool done = false;
    std::optional<std::string> done_at;
    std::optional<std::string> follows_task_id;
    std::string created_at;
    std::string updated_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(TaskWire, (),
                      (id, title, description, start_on, end_on, priority, recurrence, minutes, goal_id,
                       learning_item_id, done, done_at, follows_task_id, created_at, updated_at, version))

struct NewTask {
    std::string title;
    std::optional<std::string> description;
    std::optional<std::string> start_on;
    std::optional<std::string> end_on;
    std::optional<std::string> priority;
    std::optional<std::string> recurrence;
    std::optional<std::int64_t> minutes;
    std::optional<std::string> goal_id;
    std::optional<std::string> learning_item_id;
};
BOOST_DESCRIBE_STRUCT(NewTask, (),
                      (title, description, start_on, end_on, priority, recurrence, minutes, goal_id,
                       learning_item_id))

struct TaskChange {
    std::optional<std::string> title;
    std::optional<std::string> description;
    json::Patch<std::string> start_on;
    json::Patch<std::string> end_on;
    std::optional<std::string> priority;
    json::Patch<std::string> recurrence;
    json::Patch<std::int64_t> minutes;
    json::Patch<std::string> goal_id;
    std::optional<bool> done;
};
BOOST_DESCRIBE_STRUCT(TaskChange, (),
                      (title, description, start_on, end_on, priority, recurrence, minutes, goal_id, done))

[[nodiscard]] TaskWire to_wire(store::Task task);

[[nodiscard]] std::string priority_word(std::int64_t priority);
/// 0–3, higher is more urgent; `invalid` for other words.
[[nodiscard]] Answer<std::int64_t> priority_of(const std::string& word);

/// A new task as asked for; id and times are still to be set.
[[nodiscard]] Answer<store::Task> to_task(const NewTask& in);
/// Everything but `done`.
[[nodiscard]] Answer<void> apply(const TaskChange& change, store::Task& task);
/// Everything that holds of a task, and that what it refers to is its owner's.
[[nodiscard]] Answer<void> check_task(sql::Connection& c, const std::string& owner, const store::Task& task);

}  // namespace headway::api
