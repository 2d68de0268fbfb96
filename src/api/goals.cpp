// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/goals.hpp"

#include "api/handler.hpp"
#include "api/input.hpp"
#include "base/id.hpp"
#include "store/events.hpp"
#include "store/goals.hpp"
#include "store/jobs.hpp"

namespace headway::api {
namespace {

using http::Method;

constexpr std::size_t longest_title = 200;
constexpr std::size_t longest_description = 5'000;

struct ProgressWire {
    std::int64_t tasks = 0;
    std::int64_t done = 0;
    double share = 0;  ///< 0–1
};
BOOST_DESCRIBE_STRUCT(ProgressWire, (), (tasks, done, share))

struct GoalWire {
    std::string id;
    std::string title;
    std::string description;
    std::optional<std::string> due_on;
    std::optional<std::string> job_id;
    bool archived = false;

    ProgressWire progress;
    std::string created_at;
    std::string updated_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(GoalWire, (),
                      (id, title, description, due_on, job_id, archived, progress, created_at, updated_at,
                       version))

struct NewGoal {
    std::string title;
    std::optional<std::string> description;
    std::optional<std::string> due_on;
    std::optional<std::string> job_id;
};
BOOST_DESCRIBE_STRUCT(NewGoal, (), (title, description, due_on, job_id))

struct GoalChange {
    std::optional<std::string> title;
    std::optional<std::string> description;
    json::Patch<std::string> due_on;
    json::Patch<std::string> job_id;
    std::optional<bool> archived;
};
BOOST_DESCRIBE_STRUCT(GoalChange, (), (title, description, due_on, job_id, archived))

GoalWire to_wire(const store::Goal& g) {
    const double share = g.tasks == 0 ? 0 : static_cast<double>(g.tasks_done) / static_cast<double>(g.tasks);
    return {g.id,
            g.title,
            g.description,
            g.due_on ? std::optional(to_string(*g.due_on)) : std::nullopt,
            g.job_id,
            g.archived,
            {g.tasks, g.tasks_done, share},
            to_string(g.created_at),
            to_string(g.updated_at),
            g.version};
}

Response reply(int status, const store::Goal& goal) {
    return versioned_reply(status, to_wire(goal), goal.version);
}

Answer<store::Goal> get_goal(sql::Connection& c, const Call& call) {
    return or_not_found(store::find_goal(c, call.caller.user_id, call.path_value("goal_id")),
                        "there is no such goal");
}

/// A job that it has had is no longer asked for: an administrator may have made it private meanwhile.
enum class JobIs : std::uint8_t { as_before, chosen_now };

Answer<void> check(sql::Connection& c, const std::string& owner, const store::Goal& g, JobIs job_is) {
    if (auto ok = check_text("title", g.title, 1, longest_title); !ok) return pass_on(ok);
    if (auto ok = check_text("description", g.description, 0, longest_description); !ok) return pass_on(ok);
    if (!g.job_id || job_is == JobIs::as_before) return {};
    const auto job = store::find_job(c, owner, *g.job_id);
    if (!job) return std::unexpected(job.error());
    if (!*job) return std::unexpected(Error{ErrorCode::invalid, "there is no such job", "job_id", {}});
    return {};
}

Answer<Response> list(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"limit", "cursor", "archived"}); !ok) return pass_on(ok);
    const auto page = http::page_of(call);
    if (!page) return std::unexpected(page.error());
    const bool archived = call.query_value("archived") == "true";
    const std::string name = "goals " + call.caller.user_id + (archived ? " archived" : "");
    const auto before = http::read_cursor<std::string>(parts.cursors, name, *page);
    if (!before) return std::unexpected(before.error());
    auto goals = parts.database.read([&](sql::Connection& c) {
        return store::list_goals(c, call.caller.user_id, archived, *before, page->limit + 1);
    });
    if (!goals) return pass_on(goals);
    return list_reply(make_page<GoalWire>(
        parts, name, std::move(*goals), page->limit, to_wire, +[](const store::Goal& g) { return g.id; }));
}

/// All windows of the person hear of it.
Result<void> tell(sql::Connection& c, const Call& call, const std::string& id, Timestamp now) {
    return store::add_event(c, call.caller.user_id, "goal", id, now);
}

Answer<Response> create(const Parts& parts, const Call& call) {
    auto body = call.body<NewGoal>();
    if (!body) return pass_on(body);
    const auto due = check_date("due_on", body->due_on);
    if (!due) return std::unexpected(due.error());
    const Timestamp now = parts.clock();
    store::Goal goal{make_uuid(),
                     body->title,
                     body->description.value_or(""),
                     *due,
                     body->job_id,
                     false,
                     1,
                     now,
                     now,
                     0,
                     0};
    auto added = write(parts, [&](sql::Connection& c) -> Answer<void> {
        if (auto ok = check(c, call.caller.user_id, goal, JobIs::chosen_now); !ok) return ok;
        if (auto a = store::add_goal(c, call.caller.user_id, goal); !a) return pass_on(a);
        if (auto told = tell(c, call, goal.id, now); !told) return pass_on(told);
        return {};
    });
    if (!added) return pass_on(added);
    Response out = reply(201, goal);
    out.set_header("Location", "/api/goals/" + goal.id);
    return out;
}

Answer<Response> show(const Parts& parts, const Call& call) {
    auto goal = read(parts, [&](sql::Connection& c) { return get_goal(c, call); });
    if (!goal) return pass_on(goal);
    return reply(200, *goal);
}

Answer<void> apply(const GoalChange& change, store::Goal& g) {
    if (change.title) g.title = *change.title;
    if (change.description) g.description = *change.description;
    if (change.due_on) {
        auto due = check_date("due_on", *change.due_on);
        if (!due) return pass_on(due);
        g.due_on = *due;
    }
    if (change.job_id) g.job_id = *change.job_id;
    if (change.archived) g.archived = *change.archived;
    return {};
}

Answer<Response> change(const Parts& parts, const Call& call) {
    const auto body = call.body<GoalChange>();
    if (!body) return std::unexpected(body.error());
    auto goal = write(parts, [&](sql::Connection& c) -> Answer<store::Goal> {
        auto g = get_goal(c, call);
        if (!g) return g;
        if (auto ok = http::check_if_match(call, http::etag_of(g->version)); !ok) return pass_on(ok);
        if (auto ok = apply(*body, *g); !ok) return pass_on(ok);
        const JobIs job_is = body->job_id ? JobIs::chosen_now : JobIs::as_before;
        if (auto ok = check(c, call.caller.user_id, *g, job_is); !ok) return pass_on(ok);
        g->updated_at = parts.clock();
        if (auto ok = or_conflict(store::change_goal(c, call.caller.user_id, *g)); !ok) return pass_on(ok);
        ++g->version;
        if (auto told = tell(c, call, g->id, g->updated_at); !told) return pass_on(told);
        return g;
    });
    if (!goal) return pass_on(goal);
    return reply(200, *goal);
}

Answer<Response> remove(const Parts& parts, const Call& call) {
    auto gone = write(parts, [&](sql::Connection& c) -> Answer<void> {
        const auto g = get_goal(c, call);
        if (!g) return std::unexpected(g.error());
        if (auto ok = http::check_if_match(call, http::etag_of(g->version)); !ok) return ok;
        if (auto ok = or_conflict(store::delete_goal(c, call.caller.user_id, g->id)); !ok) return ok;
        if (auto told = tell(c, call, g->id, parts.clock()); !told) return pass_on(told);
        return {};
    });
    if (!gone) return pass_on(gone);
    return http::no_content();
}

}  // namespace

void add_goal_routes(http::Router& router, const Parts& parts) {
    router.add({.method = Method::get, .pattern = "/api/goals", .handler = with(parts, list), .quick = true});
    router.add({.method = Method::post, .pattern = "/api/goals", .handler = with(parts, create)});
    router.add({.method = Method::get,
                .pattern = "/api/goals/{goal_id}",
                .handler = with(parts, show),
                .quick = true});
    router.add({.method = Method::patch, .pattern = "/api/goals/{goal_id}", .handler = with(parts, change)});
    router.add(
        {.method = Method::delete_, .pattern = "/api/goals/{goal_id}", .handler = with(parts, remove)});
}

}  // namespace headway::api
