// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/tasks.hpp"

#include <array>

#include "api/gap_place.hpp"
#include "api/input.hpp"
#include "api/searching.hpp"
#include "api/wire_task.hpp"
#include "base/id.hpp"
#include "calendar/recurrence.hpp"
#include "store/corrections.hpp"
#include "store/events.hpp"
#include "store/learning_items.hpp"

namespace headway::api {
namespace {

using http::Method;

Response reply(int status, const store::Task& t) {
    return versioned_reply(status, to_wire(t), t.version);
}

Answer<store::Task> get_task(sql::Connection& c, const Call& call) {
    return or_not_found(store::find_task(c, call.caller.user_id, call.path_value("task_id")),
                        "there is no such task");
}

Answer<void> add(const Parts& parts, sql::Connection& c, const std::string& owner, const store::Task& t) {
    if (auto a = store::add_task(c, owner, t, search_words({t.title, t.description})); !a) return pass_on(a);
    if (auto e = store::add_event(c, owner, "task", t.id, parts.clock()); !e) return pass_on(e);
    return {};
}

Answer<Response> create(const Parts& parts, const Call& call) {
    const auto body = call.body<NewTask>();
    if (!body) return std::unexpected(body.error());
    auto t = to_task(*body);
    if (!t) return pass_on(t);
    t->id = make_uuid();
    t->created_at = t->updated_at = parts.clock();
    auto added = write(parts, [&](sql::Connection& c) -> Answer<void> {
        return add_task(parts, c, call.caller.user_id, *t);
    });
    if (!added) return pass_on(added);
    Response out = reply(201, *t);
    out.set_header("Location", "/api/tasks/" + t->id);
    return out;
}

Answer<void> flag(const Call& call, const char* name, std::optional<bool>& out) {
    const auto word = call.query_value(name);
    if (!word) return {};
    if (auto ok = check_word(name, *word, {"true", "false"}); !ok) return pass_on(ok);
    out = *word == "true";
    return {};
}

Answer<store::TaskFilter> filter_of(const Call& call) {
    store::TaskFilter f;
    f.goal_id = call.query_value("goal_id").value_or("");
    auto words = searched_words(call);
    if (!words) return pass_on(words);
    f.words = std::move(*words);
    if (auto ok = flag(call, "done", f.done); !ok) return pass_on(ok);
    if (auto ok = flag(call, "learning", f.learning); !ok) return pass_on(ok);
    if (const auto word = call.query_value("priority")) {
        const auto priority = priority_of(*word);
        if (!priority) return std::unexpected(priority.error());
        f.priority = *priority;
    }
    const auto day = call.query_value("date");
    const auto from = check_date(day ? "date" : "from", day ? day : call.query_value("from"));
    if (!from) return std::unexpected(from.error());
    const auto until = check_date(day ? "date" : "to", day ? day : call.query_value("to"));
    if (!until) return std::unexpected(until.error());
    f.from = *from;
    f.until = *until;
    return f;
}

Answer<store::TaskOrder> order_of(const Call& call) {
    const std::string word = call.query_value("sort").value_or("start_on");
    if (auto ok = check_word("sort", word, {"start_on", "priority", "created_at"}); !ok) return pass_on(ok);
    if (word == "created_at") return store::TaskOrder::newest;
    return word == "priority" ? store::TaskOrder::priority : store::TaskOrder::start;
}

Answer<Response> list(const Parts& parts, const Call& call) {
    static constexpr std::array<std::string_view, 9> selecting = {
        "goal_id", "learning", "done", "priority", "q", "from", "to", "date", "sort"};
    if (auto ok = call.only_query({"goal_id", "learning", "done", "priority", "q", "from", "to", "date",
                                   "sort", "limit", "cursor"});
        !ok)
        return pass_on(ok);
    const auto page = http::page_of(call);
    if (!page) return std::unexpected(page.error());
    const auto filter = filter_of(call);
    if (!filter) return std::unexpected(filter.error());
    const auto order = order_of(call);
    if (!order) return std::unexpected(order.error());
    std::string name = "tasks " + call.caller.user_id;
    for (const std::string_view p : selecting) name += "|" + call.query_value(p).value_or("");
    const auto after = http::read_cursor<store::TaskPlace>(parts.cursors, name, *page);
    if (!after) return std::unexpected(after.error());
    auto tasks = parts.database.read([&](sql::Connection& c) {
        return store::list_tasks(c, call.caller.user_id, *filter, *order, *after, page->limit + 1);
    });
    if (!tasks) return pass_on(tasks);
    return list_reply(
        make_page<TaskWire>(parts, name, std::move(*tasks), page->limit, to_wire, store::place_of));
}

Answer<Response> show(const Parts& parts, const Call& call) {
    const auto t = read(parts, [&](sql::Connection& c) { return get_task(c, call); });
    if (!t) return std::unexpected(t.error());
    return reply(200, *t);
}

/// A repeated task that was done goes on as a new one; one that was not done after all takes that back.
Answer<void> settle_recurrence(const Parts& parts, sql::Connection& c, const std::string& owner,
                               const store::Task& t) {
    if (!t.recurrence || !t.start_on) return {};
    if (!t.done_at) {
        if (auto gone = store::delete_untouched_next(c, owner, t.id); !gone) return pass_on(gone);
        return {};
    }
    const auto rule = calendar::Recurrence::parse(*t.recurrence);
    if (!rule) return std::unexpected(rule.error());
    const auto after = rule->next(*t.start_on);
    if (!after) return {};
    store::Task next = t;
    next.id = make_uuid();
    next.follows_task_id = t.id;
    next.learning_item_id.reset();  // its level has been raised once
    next.start_on = after->day;
    if (t.end_on) next.end_on = after->day + std::chrono::days(t.end_on->days - t.start_on->days);
    next.recurrence = after->rule.text();
    next.done_at.reset();
    next.version = 1;
    next.created_at = next.updated_at = parts.clock();
    return add(parts, c, owner, next);
}

/// The evidence of a finished learning task: the level of its skill, in every résumé; undone, it goes.
Answer<bool> settle_level(const Parts& parts, sql::Connection& c, const std::string& owner,
                          const store::Task& t) {
    const auto taught = store::find_task_skill(c, owner, t.id);
    if (!taught) return std::unexpected(taught.error());
    if (!*taught) return false;
    const auto gone = store::delete_corrections_of_task(c, owner, t.id);
    if (!gone) return std::unexpected(gone.error());
    if (!t.done_at) return *gone > 0;
    store::Correction evidence;
    evidence.id = make_uuid();
    evidence.kind = "resume_skill";
    evidence.action = "level";
    evidence.skill_id = (*taught)->skill_id;
    evidence.skill_name = t.title;
    evidence.level = (*taught)->to_level;
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
        if (auto ok = check_task(c, owner, *t); !ok) return pass_on(ok);
        t->updated_at = parts.clock();
        const bool turned = body->done && *body->done != t->done_at.has_value();
        if (turned) t->done_at = *body->done ? std::optional(t->updated_at) : std::nullopt;
        if (auto ok = or_conflict(store::change_task(c, owner, *t, search_words({t->title, t->description})));
            !ok)
            return pass_on(ok);
        if (turned) {
            const auto settled = settle_level(parts, c, owner, *t);
            if (!settled) return std::unexpected(settled.error());
            level_changed = *settled;
            if (auto ok = settle_recurrence(parts, c, owner, *t); !ok) return pass_on(ok);
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

Answer<void> add_task(const Parts& parts, sql::Connection& c, const std::string& owner,
                      const store::Task& task) {
    if (auto ok = check_task(c, owner, task); !ok) return ok;
    return add(parts, c, owner, task);
}

void add_task_routes(http::Router& router, const Parts& parts) {
    router.add({.method = Method::get, .pattern = "/api/tasks", .handler = with(parts, list), .quick = true});
    router.add({.method = Method::post, .pattern = "/api/tasks", .handler = with(parts, create)});
    router.add({.method = Method::get,
                .pattern = "/api/tasks/{task_id}",
                .handler = with(parts, show),
                .quick = true});
    router.add({.method = Method::patch, .pattern = "/api/tasks/{task_id}", .handler = with(parts, change)});
    router.add(
        {.method = Method::delete_, .pattern = "/api/tasks/{task_id}", .handler = with(parts, remove)});
}

}  // namespace headway::api
