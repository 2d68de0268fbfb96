// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/fetch_schedules.hpp"

#include "api/fetch_request.hpp"
#include "api/handler.hpp"
#include "api/queueing.hpp"
#include "api/quotas.hpp"
#include "base/id.hpp"
#include "store/events.hpp"
#include "store/fetch_schedules.hpp"

namespace headway::api {
namespace {

using http::Method;
using std::chrono::days;

constexpr std::size_t most_schedules = 10;

struct ScheduleInput {
    FetchRequest fetch;
    std::int64_t every_days = 7;
};
BOOST_DESCRIBE_STRUCT(ScheduleInput, (), (fetch, every_days))

struct ScheduledFetch {
    std::vector<std::string> keywords;
    std::vector<std::string> locations;
    std::vector<std::string> job_types;
    std::vector<std::string> sources;
    std::vector<flows::BoardName> boards;
    std::vector<std::string> urls;
    std::int64_t max_jobs_per_search = 25;
};
BOOST_DESCRIBE_STRUCT(ScheduledFetch, (),
                      (keywords, locations, job_types, sources, boards, urls, max_jobs_per_search))

struct ScheduleWire {
    std::string id;
    ScheduledFetch fetch;
    std::int64_t every_days = 7;
    std::string next_at;
    std::optional<std::string> last_run_id;
    std::string created_at;
};
BOOST_DESCRIBE_STRUCT(ScheduleWire, (), (id, fetch, every_days, next_at, last_run_id, created_at))

struct ScheduleList {
    std::vector<ScheduleWire> items;
};
BOOST_DESCRIBE_STRUCT(ScheduleList, (), (items))

ScheduleWire to_wire(const store::FetchSchedule& s) {
    ScheduleWire out{s.id, {}, s.every_days, to_string(s.next_at), s.last_run_id, to_string(s.created_at)};
    if (auto in = json::from_json<flows::FetchInput>(s.input))
        out.fetch = {std::move(in->keywords),
                     std::move(in->locations),
                     std::move(in->job_types),
                     std::move(in->sources),
                     std::move(in->boards),
                     std::move(in->urls),
                     in->most};
    return out;
}

Answer<Response> list(const Parts& parts, const Call& call) {
    const auto found = parts.database.read(
        [&](sql::Connection& c) { return store::list_fetch_schedules(c, call.caller.user_id); });
    if (!found) return std::unexpected(found.error());
    ScheduleList out;
    for (const store::FetchSchedule& s : *found) out.items.push_back(to_wire(s));
    return http::json_reply(200, out);
}

Answer<Response> create(const Parts& parts, const Call& call) {
    const auto body = call.body<ScheduleInput>();
    if (!body) return std::unexpected(body.error());
    if (body->every_days < 1 || body->every_days > 31)
        return std::unexpected(Error{ErrorCode::invalid, "expected 1 to 31", "every_days", {}});
    const auto input = fetch_input_of(body->fetch);
    if (!input) return std::unexpected(input.error());
    const std::string& owner = call.caller.user_id;
    const Timestamp now = parts.clock();
    const store::FetchSchedule made{
        make_uuid(), owner, json::to_json(*input), body->every_days, now + days(body->every_days), {}, now};
    auto added = write(parts, [&](sql::Connection& c) -> Answer<void> {
        const auto there = store::list_fetch_schedules(c, owner);
        if (!there) return std::unexpected(there.error());
        if (there->size() >= most_schedules)
            return http::refuse(409, ErrorCode::conflict, "an account may have 10 fetches that repeat", {},
                                "Delete one first");
        if (auto done = store::add_fetch_schedule(c, owner, made); !done) return pass_on(done);
        return {};
    });
    if (!added) return pass_on(added);
    return http::json_reply(201, to_wire(made));
}

Answer<Response> remove(const Parts& parts, const Call& call) {
    const auto gone = parts.database.write([&](sql::Connection& c) {
        return store::delete_fetch_schedule(c, call.caller.user_id, call.path_value("schedule_id"));
    });
    if (!gone) return std::unexpected(gone.error());
    if (!*gone) return std::unexpected(Error{ErrorCode::not_found, "there is no such schedule", {}, {}});
    return http::no_content();
}

/// The first of its times that is to come.
Timestamp after(const store::FetchSchedule& s, Timestamp now) {
    Timestamp next = s.next_at;
    while (next <= now) next = next + days(s.every_days);
    return next;
}

/// Whether it was begun here.
Answer<bool> begin(const Parts& parts, const store::FetchSchedule& s, Timestamp now) {
    store::Run run = make_run(parts, s.user_id, "fetch_jobs", "", s.input);
    run.subject_id.reset();
    return write(parts, [&](sql::Connection& c) -> Answer<bool> {
        const auto mine = store::move_fetch_schedule(c, s, after(s, now), run.id);
        if (!mine || !*mine) return mine ? Answer<bool>(false) : std::unexpected(mine.error());
        if (auto ok = use_quota(parts, c, s.user_id, "fetches_per_day", 1); !ok) return pass_on(ok);
        if (auto added = store::add_run(c, run); !added) return pass_on(added);
        return true;
    });
}

Result<bool> put_off(const Parts& parts, const store::FetchSchedule& s, Timestamp now) {
    const Timestamp tomorrow = start_of(date_of(now) + days(1));
    return parts.database.write(
        [&](sql::Connection& c) { return store::move_fetch_schedule(c, s, tomorrow, {}); });
}

}  // namespace

void add_fetch_schedule_routes(http::Router& router, const Parts& parts) {
    router.add({.method = Method::get, .pattern = "/api/jobs/fetch-schedules", .handler = with(parts, list)});
    router.add(
        {.method = Method::post, .pattern = "/api/jobs/fetch-schedules", .handler = with(parts, create)});
    router.add({.method = Method::delete_,
                .pattern = "/api/jobs/fetch-schedules/{schedule_id}",
                .handler = with(parts, remove)});
}

Result<std::int64_t> queue_due_fetches(const Parts& parts, std::size_t most) {
    const Timestamp now = parts.clock();
    const auto due =
        parts.database.read([&](sql::Connection& c) { return store::due_fetch_schedules(c, now, most); });
    if (!due) return std::unexpected(due.error());
    std::int64_t begun = 0;
    for (const store::FetchSchedule& s : *due) {
        const auto done = begin(parts, s, now);
        if (done) {
            begun += *done ? 1 : 0;
        } else if (done.error().error.code == ErrorCode::rate_limited) {
            if (const auto later = put_off(parts, s, now); !later) return std::unexpected(later.error());
        } else {
            return std::unexpected(done.error().error);
        }
    }
    return begun;
}

}  // namespace headway::api
