// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/calendar.hpp"

#include <algorithm>

#include "api/credentials.hpp"
#include "api/input.hpp"
#include "api/public_address.hpp"
#include "api/wire_task.hpp"
#include "api/wire_user.hpp"
#include "base/id.hpp"
#include "calendar/feed.hpp"
#include "calendar/recurrence.hpp"
#include "http/base64.hpp"
#include "http/digest.hpp"
#include "store/calendar_feeds.hpp"

namespace headway::api {
namespace {

using http::Method;

constexpr std::size_t most_occurrences = 2000;
constexpr int longest_window = 92;  ///< Days.
constexpr std::chrono::days done_shown{30};
constexpr std::size_t feed_secret_bytes = 24;
constexpr Date first_of_the_calendar{-25'567};  ///< 1900-01-01

struct OccurrenceWire {
    std::string task_id;
    std::string title;
    std::string start_on;
    std::string end_on;
    std::string priority;
    std::optional<std::string> goal_id;
    std::optional<std::string> learning_item_id;
    bool done = false;
    bool projected = false;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(OccurrenceWire, (),
                      (task_id, title, start_on, end_on, priority, goal_id, learning_item_id, done, projected,
                       version))

struct OccurrenceList {
    std::vector<OccurrenceWire> items;
};
BOOST_DESCRIBE_STRUCT(OccurrenceList, (), (items))

struct FeedWire {
    bool exists = false;
    std::optional<std::string> created_at;
};
BOOST_DESCRIBE_STRUCT(FeedWire, (), (exists, created_at))

struct NewFeedWire {
    std::string url;
    std::string created_at;
};
BOOST_DESCRIBE_STRUCT(NewFeedWire, (), (url, created_at))

/// A task on days of its own or of one of its repetitions.
struct Occurrence {
    const store::Task* task = nullptr;
    Date first;
    Date last;
    bool projected = false;
};

Date first_day(const store::Task& t) {
    return t.start_on ? *t.start_on : *t.end_on;
}
Date last_day(const store::Task& t) {
    return t.end_on ? *t.end_on : *t.start_on;
}

/// Later occurrences of an open task that touch the window.
void project(const store::Task& t, Date from, Date to, std::vector<Occurrence>& out) {
    const auto rule = calendar::Recurrence::parse(*t.recurrence);
    if (!rule) return;
    const std::chrono::days length{last_day(t).days - first_day(t).days};
    const Date earliest = from + (-length);
    for (const Date day : rule->days(*t.start_on, earliest, to, most_occurrences)) {
        if (day != *t.start_on) out.push_back({&t, day, day + length, true});
    }
}

OccurrenceWire to_wire(const Occurrence& o) {
    const store::Task& t = *o.task;
    return {t.id,
            t.title,
            to_string(o.first),
            to_string(o.last),
            priority_word(t.priority),
            t.goal_id,
            t.learning_item_id,
            t.done_at.has_value(),
            o.projected,
            t.version};
}

struct Window {
    Date from;
    Date to;
};
Answer<Window> window_of(const Call& call) {
    if (auto ok = call.only_query({"from", "to", "goal_id"}); !ok) return pass_on(ok);
    Window out;
    for (const auto& [name, member] : {std::pair("from", &out.from), std::pair("to", &out.to)}) {
        const auto day = check_date(name, call.query_value(name));
        if (!day) return std::unexpected(day.error());
        if (!*day) return std::unexpected(Error{ErrorCode::invalid, "expected a day", name, {}});
        *member = **day;
    }
    if (out.to < out.from) return std::unexpected(Error{ErrorCode::invalid, "this is before from", "to", {}});
    if (out.to.days - out.from.days > longest_window)
        return std::unexpected(
            Error{ErrorCode::invalid, "expected at most 92 days", "to", "Ask for the rest by itself"});
    return out;
}

Answer<Response> occurrences(const Parts& parts, const Call& call) {
    const auto window = window_of(call);
    if (!window) return std::unexpected(window.error());
    store::TaskFilter filter;
    filter.goal_id = call.query_value("goal_id").value_or("");
    filter.from = window->from;
    filter.until = window->to;
    std::vector<store::Task> dated;
    std::vector<store::Task> repeating;
    auto found = parts.database.read([&](sql::Connection& c) -> Result<void> {
        auto here =
            store::list_tasks(c, call.caller.user_id, filter, store::TaskOrder::start, {}, most_occurrences);
        if (!here) return pass_on(here);
        auto later = store::list_recurring_tasks(c, call.caller.user_id, window->to, filter.goal_id);
        if (!later) return pass_on(later);
        dated = std::move(*here);
        repeating = std::move(*later);
        return {};
    });
    if (!found) return pass_on(found);
    std::vector<Occurrence> all;
    for (const store::Task& t : dated) all.push_back({&t, first_day(t), last_day(t), false});
    for (const store::Task& t : repeating) project(t, window->from, window->to, all);
    std::ranges::stable_sort(all, [](const Occurrence& a, const Occurrence& b) {
        return std::tuple(a.first, -a.task->priority, a.task->id) <
               std::tuple(b.first, -b.task->priority, b.task->id);
    });
    if (all.size() > most_occurrences) all.resize(most_occurrences);
    OccurrenceList out;
    for (const Occurrence& o : all) out.items.push_back(to_wire(o));
    return http::json_reply(200, out);
}

Answer<Response> show_feed(const Parts& parts, const Call& call) {
    const auto made = parts.database.read(
        [&](sql::Connection& c) { return store::find_calendar_feed(c, call.caller.user_id); });
    if (!made) return std::unexpected(made.error());
    return http::json_reply(200, FeedWire{made->has_value(), optional_text(*made)});
}

Answer<Response> make_feed(const Parts& parts, const Call& call) {
    const std::string secret = make_secret(feed_secret_bytes);
    const Timestamp now = parts.clock();
    auto set = parts.database.write([&](sql::Connection& c) {
        return store::set_calendar_feed(c, call.caller.user_id, hash_secret(secret), now);
    });
    if (!set) return pass_on(set);
    return http::json_reply(
        201, NewFeedWire{origin_of(parts, call.request) + "/calendar/" + secret + ".ics", to_string(now)});
}

Answer<Response> revoke_feed(const Parts& parts, const Call& call) {
    auto gone = parts.database.write(
        [&](sql::Connection& c) { return store::delete_calendar_feed(c, call.caller.user_id); });
    if (!gone) return pass_on(gone);
    return http::no_content();
}

calendar::Event to_event(const store::Task& t) {
    calendar::Event e;
    e.uid = t.id;
    e.title = (t.done_at ? "\xE2\x9C\x93 " : "") + t.title;
    e.description = t.description;
    e.first = first_day(t);
    e.last = last_day(t);
    if (!t.done_at) e.recurrence = t.recurrence;
    e.sequence = t.version - 1;
    e.changed_at = t.updated_at;
    return e;
}

Answer<Response> feed(const Parts& parts, const Call& call) {
    const Timestamp done_since = parts.clock() - done_shown;
    const auto tasks = read(parts, [&](sql::Connection& c) -> Answer<std::vector<store::Task>> {
        const auto owner =
            or_not_found(store::owner_of_calendar_feed(c, hash_secret(call.path_value("secret"))),
                         "there is no such calendar");
        if (!owner) return std::unexpected(owner.error());
        store::TaskFilter dated;
        dated.from = first_of_the_calendar;
        auto found = store::list_tasks(c, *owner, dated, store::TaskOrder::start, {}, 2 * most_occurrences);
        if (!found) return pass_on(found);
        return std::move(*found);
    });
    if (!tasks) return std::unexpected(tasks.error());
    std::vector<calendar::Event> events;
    for (const store::Task& t : *tasks) {
        if (!t.done_at || *t.done_at >= done_since) events.push_back(to_event(t));
    }
    std::string text = calendar::to_icalendar("Headway", events);
    const std::string tag = "\"" + http::base64url(http::sha256(text)) + "\"";
    Response out = http::text_reply(200, "text/calendar; charset=utf-8", std::move(text));
    out.set_header("ETag", tag);
    return out;
}

}  // namespace

void add_calendar_routes(http::Router& router, const Parts& parts) {
    router.add(
        {.method = Method::get, .pattern = "/api/task-occurrences", .handler = with(parts, occurrences)});
    router.add({.method = Method::get, .pattern = "/api/calendar-feed", .handler = with(parts, show_feed)});
    router.add({.method = Method::post, .pattern = "/api/calendar-feed", .handler = with(parts, make_feed)});
    router.add(
        {.method = Method::delete_, .pattern = "/api/calendar-feed", .handler = with(parts, revoke_feed)});
    router.add({.method = Method::get,
                .pattern = "/calendar/{secret}.ics",
                .access = http::Access::public_,
                .handler = with(parts, feed)});
}

}  // namespace headway::api
