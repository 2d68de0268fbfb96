// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/tasks.hpp"

namespace headway::store {
namespace {

#define HEADWAY_TASK_COLUMNS                                                                          \
    "id, goal_id, learning_item_id, follows_task_id, title, description, start_on, end_on, minutes, " \
    "priority, "                                                                                      \
    "recurrence, done_at, version, created_at, updated_at "

Result<bool> one(const Result<std::int64_t>& done) {
    if (!done) return std::unexpected(done.error());
    return *done == 1;
}

}  // namespace

Result<void> add_task(sql::Connection& c, std::string_view owner, const Task& t) {
    const auto done = c.run(
        "insert into tasks (user_id, " HEADWAY_TASK_COLUMNS
        ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
        owner, t.id, t.goal_id, t.learning_item_id, t.follows_task_id, t.title, t.description, t.start_on,
        t.end_on, t.minutes, t.priority, t.recurrence, t.done_at, t.version, t.created_at, t.updated_at);
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<std::optional<Task>> find_task(sql::Connection& c, std::string_view owner, std::string_view id) {
    return c.row<Task>("select " HEADWAY_TASK_COLUMNS "from tasks where user_id = $1 and id = $2", owner, id);
}

Result<std::vector<Task>> list_tasks(sql::Connection& c, std::string_view owner, const TaskFilter& f,
                                     std::optional<std::string_view> before, std::size_t limit) {
    const std::string done = f.done ? (*f.done ? "yes" : "no") : "";
    const std::string from = f.from ? to_string(*f.from) : "";
    const std::string until = f.until ? to_string(*f.until) : "";
    return c.rows<Task>(
        "select " HEADWAY_TASK_COLUMNS
        "from tasks where user_id = $1 and ($2 = '' or goal_id = $2) and "
        "($3 = '' or ($3 = 'yes' and done_at is not null) or ($3 = 'no' and done_at is null)) and "
        "($4 = '' or coalesce(end_on, start_on) >= $4) and ($5 = '' or coalesce(start_on, end_on) <= $5) "
        "and id < $6 order by id desc limit $7",
        owner, f.goal_id, done, from, until, before.value_or("~"), static_cast<std::int64_t>(limit));
}

Result<bool> change_task(sql::Connection& c, std::string_view owner, const Task& t) {
    return one(
        c.run("update tasks set goal_id = $3, title = $4, description = $5, start_on = $6, end_on = $7, "
              "minutes = $8, "
              "priority = $9, recurrence = $10, done_at = $11, updated_at = $12, version = version + 1 "
              "where user_id = $1 and id = $2 and version = $13",
              owner, t.id, t.goal_id, t.title, t.description, t.start_on, t.end_on, t.minutes, t.priority,
              t.recurrence, t.done_at, t.updated_at, t.version));
}

Result<bool> delete_task(sql::Connection& c, std::string_view owner, std::string_view id) {
    return one(c.run("delete from tasks where user_id = $1 and id = $2", owner, id));
}

}  // namespace headway::store
