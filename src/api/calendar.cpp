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

constexpr std::int64_t most_occurrences = 2000;  ///< On one page.
constexpr std::size_t piece = 2000;              ///< Rows read at a time.
constexpr int longest_window = 92;               ///< Days.
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

/// Where an occurrence stands in the list.
struct OccurrencePlace {
    std::string day;
    std::int64_t importance = 0;  ///< 3 minus the priority
    std::string task_id;
    auto operator<=>(const OccurrencePlace&) const = default;
};
BOOST_DESCRIBE_STRUCT(OccurrencePlace, (), (day, importance, task_id))

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

OccurrencePlace place_of(const Occurrence& o) {
    return {to_string(o.first), 3 - o.task->priority, o.task->id};
}

/// Later occurrences of an open task that touch the window and begin on `begin` or later; the first `most`.
void project(const store::Task& t, Date begin, Date to, std::size_t most, std::vector<Occurrence>& out) {
    const auto rule = calendar::Recurrence::parse(*t.recurrence);
    if (!rule) return;
    const std::chrono::days length{last_day(t).days - first_day(t).days};
    for (const Date day : rule->days(*t.start_on, begin, to, most)) {
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
    if (auto ok = call.only_query({"from", "to", "goal_id", "limit", "cursor"}); !ok) return pass_on(ok);
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

/// The tasks that a page of the calendar is made of.
struct PageTasks {
    std::vector<store::Task> dated;      ///< In the window, from the place on; more than a page, or all.
    std::vector<store::Task> repeating;  ///< Their later occurrences may touch the window.
};

/// A page begins at `after`; of one day all are read, because they are told in another order than they lie.
Result<PageTasks> tasks_of_page(sql::Connection& c, std::string_view owner, const store::TaskFilter& filter,
                                const std::optional<OccurrencePlace>& after, std::size_t limit) {
    PageTasks out;
    std::optional<store::TaskPlace> place;
    if (after) place = store::TaskPlace{after->day, 0, ""};
    while (true) {
        auto here = store::list_tasks(c, owner, filter, store::TaskOrder::start, place, piece);
        if (!here) return pass_on(here);
        const bool last = here->size() < piece;
        out.dated.insert(out.dated.end(), std::move_iterator(here->begin()), std::move_iterator(here->end()));
        if (last) break;
        // Those of days that are read to their end, without what stands at or before the place.
        const Date open = first_day(out.dated.back());
        const auto whole = std::ranges::count_if(out.dated, [&](const store::Task& t) {
            return first_day(t) < open && (!after || place_of({&t, first_day(t), {}, false}) > *after);
        });
        if (whole > static_cast<std::ptrdiff_t>(limit)) break;
        place = store::place_of(out.dated.back());
    }
    auto later = store::list_recurring_tasks(c, owner, *filter.until, filter.goal_id);
    if (!later) return pass_on(later);
    out.repeating = std::move(*later);
    return out;
}

/// What begins at `after` or later, in order; up to limit + 1 of them are the first of all.
std::vector<Occurrence> occurrences_of(const PageTasks& tasks, const Window& window,
                                       const std::optional<OccurrencePlace>& after, std::size_t limit) {
    std::vector<Occurrence> out;
    for (const store::Task& t : tasks.dated) out.push_back({&t, first_day(t), last_day(t), false});
    const auto day = after ? parse_date(after->day) : Result<Date>(window.from);
    for (const store::Task& t : tasks.repeating) {
        const std::chrono::days length{last_day(t).days - first_day(t).days};
        Date begin = window.from + (-length);
        if (after && day && begin < *day) begin = *day;
        project(t, begin, window.to, limit + 2, out);
    }
    std::ranges::stable_sort(out, {}, place_of);
    if (after) std::erase_if(out, [&](const Occurrence& o) { return place_of(o) <= *after; });
    return out;
}

Answer<Response> occurrences(const Parts& parts, const Call& call) {
    const auto window = window_of(call);
    if (!window) return std::unexpected(window.error());
    const auto asked = call.query_number("limit", 1, most_occurrences);
    if (!asked) return std::unexpected(asked.error());
    const auto limit = static_cast<std::size_t>(asked->value_or(most_occurrences));
    store::TaskFilter filter;
    filter.goal_id = call.query_value("goal_id").value_or("");
    filter.from = window->from;
    filter.until = window->to;
    const std::string name = "occurrences " + call.caller.user_id + "|" + to_string(window->from) + "|" +
                             to_string(window->to) + "|" + filter.goal_id;
    const auto after = http::read_cursor<OccurrencePlace>(parts.cursors, name,
                                                          http::Page{limit, call.query_value("cursor")});
    if (!after) return std::unexpected(after.error());
    const auto tasks = parts.database.read(
        [&](sql::Connection& c) { return tasks_of_page(c, call.caller.user_id, filter, *after, limit); });
    if (!tasks) return std::unexpected(tasks.error());
    return list_reply(make_page<OccurrenceWire>(parts, name, occurrences_of(*tasks, *window, *after, limit),
                                                limit, to_wire, place_of));
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

/// A calendar program takes the whole feed or none: there is no page behind it.
Answer<std::vector<store::Task>> every_task(sql::Connection& c, std::string_view owner,
                                            const store::TaskFilter& filter) {
    std::vector<store::Task> out;
    std::optional<store::TaskPlace> place;
    while (true) {
        auto here = store::list_tasks(c, owner, filter, store::TaskOrder::start, place, piece);
        if (!here) return pass_on(here);
        const bool last = here->size() < piece;
        out.insert(out.end(), std::move_iterator(here->begin()), std::move_iterator(here->end()));
        if (last) return out;
        place = store::place_of(out.back());
    }
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
        dated.done_since = done_since;
        return every_task(c, *owner, dated);
    });
    if (!tasks) return std::unexpected(tasks.error());
    std::vector<calendar::Event> events;
    for (const store::Task& t : *tasks) events.push_back(to_event(t));
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
