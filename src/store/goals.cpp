// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/goals.hpp"

#include <string>

namespace headway::store {
namespace {

const std::string columns =
    "g.id, g.title, g.description, g.due_on, g.job_id, g.archived, g.version, g.created_at, g.updated_at, "
    "(select count(*) from tasks t where t.user_id = g.user_id and t.goal_id = g.id) as tasks, "
    "(select count(*) from tasks t where t.user_id = g.user_id and t.goal_id = g.id and t.done_at is not "
    "null) "
    "as tasks_done ";

}  // namespace

Result<void> add_goal(sql::Connection& c, std::string_view owner, const Goal& g) {
    const auto done = c.run(
        "insert into goals (id, user_id, title, description, due_on, job_id, archived, version, created_at, "
        "updated_at) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        g.id, owner, g.title, g.description, g.due_on, g.job_id, g.archived, g.version, g.created_at,
        g.updated_at);
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<std::optional<Goal>> find_goal(sql::Connection& c, std::string_view owner, std::string_view id) {
    static const std::string sql = "select " + columns + "from goals g where g.user_id = $1 and g.id = $2";
    return c.row<Goal>(sql, owner, id);
}

Result<std::vector<Goal>> list_goals(sql::Connection& c, std::string_view owner, bool archived,
                                     std::optional<std::string_view> before, std::size_t limit) {
    static const std::string sql = "select " + columns +
                                   "from goals g where g.user_id = $1 and g.archived = $2 and g.id < $3 "
                                   "order by g.id desc limit $4";
    return c.rows<Goal>(sql, owner, archived, before.value_or("~"), static_cast<std::int64_t>(limit));
}

Result<bool> change_goal(sql::Connection& c, std::string_view owner, const Goal& g) {
    const auto changed = c.run(
        "update goals set title = $3, description = $4, due_on = $5, job_id = $6, archived = $7, updated_at "
        "= $8, "
        "version = version + 1 where user_id = $1 and id = $2 and version = $9",
        owner, g.id, g.title, g.description, g.due_on, g.job_id, g.archived, g.updated_at, g.version);
    if (!changed) return std::unexpected(changed.error());
    return *changed == 1;
}

Result<bool> delete_goal(sql::Connection& c, std::string_view owner, std::string_view id) {
    const auto gone = c.run("delete from goals where user_id = $1 and id = $2", owner, id);
    if (!gone) return std::unexpected(gone.error());
    return *gone == 1;
}

}  // namespace headway::store
