// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/tasks.hpp"

#include <array>

#include "api/gap_place.hpp"
#include "api/input.hpp"
#include "api/wire_user.hpp"
#include "base/id.hpp"
#include "store/events.hpp"
#include "store/goals.hpp"
#include "store/learning_items.hpp"
#include "store/tasks.hpp"

namespace headway::api {
namespace {

using http::Method;

constexpr std::array<std::string_view, 4> priorities = {"optional", "low", "medium", "high"};

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
    std::optional<std::int64_t> minutes;
    std::optional<std::string> goal_id;
    std::optional<std::string> learning_item_id;
};
BOOST_DESCRIBE_STRUCT(NewTask, (),
                      (title, description, start_on, end_on, priority, minutes, goal_id, learning_item_id))

struct TaskChange {
    std::optional<std::string> title;
    std::optional<std::string> description;
    json::Patch<std::string> start_on;
    json::Patch<std::string> end_on;
    std::optional<std::string> priority;
    json::Patch<std::int64_t> minutes;
    json::Patch<std::string> goal_id;
    std::optional<bool> done;
};
BOOST_DESCRIBE_STRUCT(TaskChange, (),
                      (title, description, start_on, end_on, priority, minutes, goal_id, done))

TaskWire to_wire(const store::Task& t) {
    return {t.id,
            t.title,
            t.description,
            optional_text(t.start_on),
            optional_text(t.end_on),
            std::string(priorities[static_cast<std::size_t>(t.priority)]),
            t.recurrence,
            t.minutes,
            t.goal_id,
            t.learning_item_id,
            t.done_at.has_value(),
            optional_text(t.done_at),
            t.follows_task_id,
            to_string(t.created_at),
            to_string(t.updated_at),
            t.version};
}

Response reply(int status, const store::Task& t) {
    return versioned_reply(status, to_wire(t), t.version);
}

Answer<store::Task> get_task(sql::Connection& c, const Call& call) {
    return or_not_found(store::find_task(c, call.caller.user_id, call.path_value("task_id")),
                        "there is no such task");
}

std::unexpected<http::Refusal> bad(const char* field, const char* what) {
    return std::unexpected(http::Refusal(Error{ErrorCode::invalid, what, field, {}}));
}

Answer<std::int64_t> priority_of(const std::string& word) {
    for (std::size_t i = 0; i < priorities.size(); ++i) {
        if (priorities[i] == word) return static_cast<std::int64_t>(i);
    }
    return bad("priority", "expected high, medium, low or optional");
}

/// Everything that holds of a task, and that what it refers to is the caller's.
Answer<void> check(sql::Connection& c, const std::string& owner, const store::Task& t) {
    if (auto ok = check_text("title", t.title, 1, 200); !ok) return pass_on(ok);
    if (auto ok = check_text("description", t.description, 0, 5000); !ok) return pass_on(ok);
    if (t.start_on && t.end_on && *t.end_on < *t.start_on) return bad("end_on", "this is before start_on");
    if (t.minutes && (*t.minutes < 0 || *t.minutes > 60'000)) return bad("minutes", "expected 0 to 60000");
    if (t.goal_id) {
        const auto goal = store::find_goal(c, owner, *t.goal_id);
        if (!goal) return std::unexpected(goal.error());
        if (!*goal) return bad("goal_id", "there is no such goal");
    }
    if (t.learning_item_id) {
        const auto item = store::find_learning_item(c, owner, *t.learning_item_id);
        if (!item) return std::unexpected(item.error());
        if (!*item) return bad("learning_item_id", "there is no such learning item");
    }
    return {};
}

Answer<Response> create(const Parts& parts, const Call& call) {
    const auto body = call.body<NewTask>();
    if (!body) return std::unexpected(body.error());
    store::Task t;
    t.id = make_uuid();
    t.title = body->title;
    t.description = body->description.value_or("");
    const auto start = check_date("start_on", body->start_on);
    if (!start) return std::unexpected(start.error());
    const auto end = check_date("end_on", body->end_on);
    if (!end) return std::unexpected(end.error());
    t.start_on = *start;
    t.end_on = *end;
    const auto priority = priority_of(body->priority.value_or("medium"));
    if (!priority) return std::unexpected(priority.error());
    t.priority = *priority;
    t.minutes = body->minutes;
    t.goal_id = body->goal_id;
    t.learning_item_id = body->learning_item_id;
    t.created_at = t.updated_at = parts.clock();
    auto added = write(parts, [&](sql::Connection& c) -> Answer<void> {
        if (auto ok = check(c, call.caller.user_id, t); !ok) return ok;
        if (auto a = store::add_task(c, call.caller.user_id, t); !a) return pass_on(a);
        if (auto e = store::add_event(c, call.caller.user_id, "task", t.id, t.created_at); !e)
            return pass_on(e);
        return {};
    });
    if (!added) return pass_on(added);
    Response out = reply(201, t);
    out.set_header("Location", "/api/tasks/" + t.id);
    return out;
}

Answer<Response> list(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"goal_id", "done", "from", "to", "date", "limit", "cursor"}); !ok)
        return pass_on(ok);
    const auto page = http::page_of(call);
    if (!page) return std::unexpected(page.error());
    store::TaskFilter filter;
    filter.goal_id = call.query_value("goal_id").value_or("");
    if (const auto done = call.query_value("done")) {
        if (auto ok = check_word("done", *done, {"true", "false"}); !ok) return pass_on(ok);
        filter.done = *done == "true";
    }
    const auto day = call.query_value("date");
    const auto from = check_date("from", day ? day : call.query_value("from"));
    if (!from) return std::unexpected(from.error());
    const auto until = check_date("to", day ? day : call.query_value("to"));
    if (!until) return std::unexpected(until.error());
    filter.from = *from;
    filter.until = *until;
    std::string name = "tasks " + call.caller.user_id;
    for (const char* p : {"goal_id", "done", "from", "to", "date"})
        name += "|" + call.query_value(p).value_or("");
    const auto before = http::read_cursor<std::string>(parts.cursors, name, *page);
    if (!before) return std::unexpected(before.error());
    auto tasks = parts.database.read([&](sql::Connection& c) {
        return store::list_tasks(c, call.caller.user_id, filter, *before, page->limit + 1);
    });
    if (!tasks) return pass_on(tasks);
    return list_reply(make_page<TaskWire>(
        parts, name, std::move(*tasks), page->limit, to_wire, +[](const store::Task& t) { return t.id; }));
}

Answer<Response> show(const Parts& parts, const Call& call) {
    const auto t = read(parts, [&](sql::Connection& c) { return get_task(c, call); });
    if (!t) return std::unexpected(t.error());
    return reply(200, *t);
}

Answer<void> apply(const TaskChange& change, store::Task& t) {
    if (change.title) t.title = *change.title;
    if (change.description) t.description = *change.description;
    if (change.start_on) {
        auto day = check_date("start_on", *change.start_on);
        if (!day) return pass_on(day);
        t.start_on = *day;
    }
    if (change.end_on) {
        auto day = check_date("end_on", *change.end_on);
        if (!day) return pass_on(day);
        t.end_on = *day;
    }
    if (change.priority) {
        auto priority = priority_of(*change.priority);
        if (!priority) return pass_on(priority);
        t.priority = *priority;
    }
    if (change.minutes) t.minutes = *change.minutes;
    if (change.goal_id) t.goal_id = *change.goal_id;
    return {};
}

/// The evidence of a finished learning task: the level of its skill, in every résumé; undone, it goes.
Answer<bool> settle_level(const Parts& parts, sql::Connection& c, const std::string& owner,
                          const store::Task& t) {
    if (!t.learning_item_id) return false;
    const auto gone = store::delete_corrections_of_task(c, owner, t.id);
    if (!gone) return std::unexpected(gone.error());
    if (!t.done_at) return *gone > 0;
    const auto item = store::find_learning_item(c, owner, *t.learning_item_id);
    if (!item) return std::unexpected(item.error());
    if (!*item) return false;
    store::Correction evidence;
    evidence.id = make_uuid();
    evidence.kind = "resume_skill";
    evidence.action = "level";
    evidence.skill_id = (*item)->skill_id;
    evidence.skill_name = t.title;
    evidence.level = (*item)->to_level;
    evidence.task_id = t.id;
    evidence.created_at = parts.clock();
    if (auto added = store::add_correction(c, owner, evidence); !added) return pass_on(added);
    return true;
}

Answer<Response> change(const Parts& parts, const Call& call) {
    const auto body = call.body<TaskChange>();
    if (!body) return std::unexpected(body.error());
    const std::string& owner = call.caller.user_id;
    bool level_changed = false;
    const auto task = write(parts, [&](sql::Connection& c) -> Answer<store::Task> {
        level_changed = false;
        auto t = get_task(c, call);
        if (!t) return t;
        if (auto ok = http::check_if_match(call, http::etag_of(t->version)); !ok) return pass_on(ok);
        if (auto ok = apply(*body, *t); !ok) return pass_on(ok);
        if (auto ok = check(c, owner, *t); !ok) return pass_on(ok);
        t->updated_at = parts.clock();
        const bool turned = body->done && *body->done != t->done_at.has_value();
        if (turned) t->done_at = *body->done ? std::optional(t->updated_at) : std::nullopt;
        if (auto ok = or_conflict(store::change_task(c, owner, *t)); !ok) return pass_on(ok);
        if (turned) {
            const auto settled = settle_level(parts, c, owner, *t);
            if (!settled) return std::unexpected(settled.error());
            level_changed = *settled;
        }
        if (auto e = store::add_event(c, owner, "task", t->id, t->updated_at); !e) return pass_on(e);
        ++t->version;
        return t;
    });
    if (!task) return std::unexpected(task.error());
    if (level_changed) {
        if (const auto rescored = rescore(parts, owner, "", ""); !rescored)
            return std::unexpected(rescored.error());
    }
    return reply(200, *task);
}

Answer<Response> remove(const Parts& parts, const Call& call) {
    const std::string& owner = call.caller.user_id;
    const auto level_changed = write(parts, [&](sql::Connection& c) -> Answer<bool> {
        const auto t = get_task(c, call);
        if (!t) return std::unexpected(t.error());
        if (auto ok = http::check_if_match(call, http::etag_of(t->version)); !ok) return pass_on(ok);
        const auto gone = store::delete_corrections_of_task(c, owner, t->id);
        if (!gone) return std::unexpected(gone.error());
        if (auto ok = or_conflict(store::delete_task(c, owner, t->id)); !ok) return pass_on(ok);
        if (auto e = store::add_event(c, owner, "task", t->id, parts.clock()); !e) return pass_on(e);
        return *gone > 0;
    });
    if (!level_changed) return std::unexpected(level_changed.error());
    if (*level_changed) {
        if (const auto rescored = rescore(parts, owner, "", ""); !rescored)
            return std::unexpected(rescored.error());
    }
    return http::no_content();
}

}  // namespace

void add_task_routes(http::Router& router, const Parts& parts) {
    router.add({.method = Method::get, .pattern = "/api/tasks", .handler = with(parts, list)});
    router.add({.method = Method::post, .pattern = "/api/tasks", .handler = with(parts, create)});
    router.add({.method = Method::get, .pattern = "/api/tasks/{task_id}", .handler = with(parts, show)});
    router.add({.method = Method::patch, .pattern = "/api/tasks/{task_id}", .handler = with(parts, change)});
    router.add(
        {.method = Method::delete_, .pattern = "/api/tasks/{task_id}", .handler = with(parts, remove)});
}

}  // namespace headway::api
