// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/tasks.hpp"

#include "store/query.hpp"

namespace headway::store {
namespace {

#define HEADWAY_TASK_COLUMNS                                                                          \
    "id, goal_id, learning_item_id, follows_task_id, title, description, start_on, end_on, minutes, " \
    "priority, recurrence, done_at, version, created_at, updated_at "

/// Behind every day of the calendar.
constexpr std::string_view undated = "9999-12-32";
#define HEADWAY_TASK_DAY "coalesce(start_on, end_on, '9999-12-32')"

Result<bool> one(const Result<std::int64_t>& done) {
    if (!done) return std::unexpected(done.error());
    return *done == 1;
}

void narrow(Query& q, const TaskFilter& f) {
    if (!f.goal_id.empty()) q.where(" and goal_id = ?", f.goal_id);
    if (f.priority) q.where(" and priority = ?", *f.priority);
    if (f.learning)
        q.add(*f.learning ? " and learning_item_id is not null" : " and learning_item_id is null");
    if (f.done) q.add(*f.done ? " and done_at is not null" : " and done_at is null");
    if (f.from) q.where(" and coalesce(end_on, start_on) >= ?", *f.from);
    if (f.until) q.where(" and coalesce(start_on, end_on) <= ?", *f.until);
    if (f.done_since) q.where(" and (done_at is null or done_at >= ?)", *f.done_since);
    q.where_words("search_words", f.words);
}

void order_by(Query& q, TaskOrder order, const std::optional<TaskPlace>& after) {
    if (order == TaskOrder::newest) {
        if (after) q.where(" and id < ?", after->id);
        q.add(" order by id desc");
        return;
    }
    const bool by_priority = order == TaskOrder::priority;
    if (after) {
        q.add(by_priority ? " and (3 - priority, " HEADWAY_TASK_DAY ", id) > ("
                          : " and (" HEADWAY_TASK_DAY ", id) > (");
        if (by_priority) q.where("?, ", 3 - after->priority);
        q.where("?, ", after->start_on);
        q.where("?)", after->id);
    }
    q.add(by_priority ? " order by 3 - priority, " HEADWAY_TASK_DAY ", id"
                      : " order by " HEADWAY_TASK_DAY ", id");
}

}  // namespace

TaskPlace place_of(const Task& t) {
    const auto& day = t.start_on ? t.start_on : t.end_on;
    return {day ? to_string(*day) : std::string(undated), t.priority, t.id};
}

Result<void> add_task(sql::Connection& c, std::string_view owner, const Task& t,
                      std::string_view search_words) {
    const auto done =
        c.run("insert into tasks (user_id, search_words, " HEADWAY_TASK_COLUMNS
              ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
              owner, search_words, t.id, t.goal_id, t.learning_item_id, t.follows_task_id, t.title,
              t.description, t.start_on, t.end_on, t.minutes, t.priority, t.recurrence, t.done_at, t.version,
              t.created_at, t.updated_at);
    if (!done) return std::unexpected(done.error());
    if (!t.learning_item_id) return {};
    const auto taught = c.run(
        "insert into task_skills (task_id, user_id, skill_id, to_level) "
        "select $1, user_id, skill_id, to_level from learning_items where user_id = $2 and id = $3",
        t.id, owner, *t.learning_item_id);
    if (!taught) return std::unexpected(taught.error());
    return {};
}

Result<std::optional<TaskSkill>> find_task_skill(sql::Connection& c, std::string_view owner,
                                                 std::string_view task_id) {
    return c.row<TaskSkill>("select skill_id, to_level from task_skills where user_id = $1 and task_id = $2",
                            owner, task_id);
}

Result<std::optional<Task>> find_task(sql::Connection& c, std::string_view owner, std::string_view id) {
    return c.row<Task>("select " HEADWAY_TASK_COLUMNS "from tasks where user_id = $1 and id = $2", owner, id);
}

Result<std::vector<Task>> list_tasks(sql::Connection& c, std::string_view owner, const TaskFilter& filter,
                                     TaskOrder order, const std::optional<TaskPlace>& after,
                                     std::size_t limit) {
    Query q("select " HEADWAY_TASK_COLUMNS "from tasks where ");
    q.where("user_id = ?", owner);
    narrow(q, filter);
    order_by(q, order, after);
    q.where(" limit ?", static_cast<std::int64_t>(limit));
    return q.rows<Task>(c);
}

Result<std::vector<Task>> list_recurring_tasks(sql::Connection& c, std::string_view owner, Date until,
                                               std::string_view goal_id) {
    return c.rows<Task>("select " HEADWAY_TASK_COLUMNS
                        "from tasks where user_id = $1 and recurrence is not null and done_at is null "
                        "and start_on <= $2 and ($3 = '' or goal_id = $3) order by id",
                        owner, until, goal_id);
}

Result<bool> change_task(sql::Connection& c, std::string_view owner, const Task& t,
                         std::string_view search_words) {
    return one(
        c.run("update tasks set goal_id = $3, title = $4, description = $5, start_on = $6, end_on = $7, "
              "minutes = $8, priority = $9, recurrence = $10, done_at = $11, updated_at = $12, "
              "search_words = $13, version = version + 1 where user_id = $1 and id = $2 and version = $14",
              owner, t.id, t.goal_id, t.title, t.description, t.start_on, t.end_on, t.minutes, t.priority,
              t.recurrence, t.done_at, t.updated_at, search_words, t.version));
}

Result<bool> delete_task(sql::Connection& c, std::string_view owner, std::string_view id) {
    return one(c.run("delete from tasks where user_id = $1 and id = $2", owner, id));
}

Result<bool> delete_untouched_next(sql::Connection& c, std::string_view owner, std::string_view id) {
    return one(
        c.run("delete from tasks where user_id = $1 and follows_task_id = $2 and version = 1 "
              "and done_at is null",
              owner, id));
}

}  // namespace headway::store
