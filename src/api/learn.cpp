// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/learn.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "api/input.hpp"
#include "api/queueing.hpp"
#include "api/quotas.hpp"
#include "api/wire_correction.hpp"
#include "api/wire_run.hpp"
#include "base/id.hpp"
#include "career/schedule.hpp"
#include "flows/learning.hpp"
#include "store/events.hpp"
#include "store/goals.hpp"
#include "store/tasks.hpp"
#include "store/users.hpp"

namespace headway::api {
namespace {

using http::Method;

constexpr std::size_t most_listed = 500;

struct GenerateRequest {
    std::string gap_report_id;
    std::optional<std::int64_t> limit;
};
BOOST_DESCRIBE_STRUCT(GenerateRequest, (), (gap_report_id, limit))

struct GenerateResult {
    std::vector<std::string> learning_item_ids;
    std::string run_id;
    std::string state;
};
BOOST_DESCRIBE_STRUCT(GenerateResult, (), (learning_item_ids, run_id, state))

struct ItemWire {
    std::string id;
    std::string gap_report_id;
    report::WireSkillRef skill;
    std::string title;
    std::string url;
    std::string publisher;
    std::string kind;
    double hours = 0;
    double from_level = 0;
    double to_level = 0;
    double gain = 0;
    double gain_per_hour = 0;
    std::string reason;
    std::optional<std::string> task_id;
    std::string created_at;
};
BOOST_DESCRIBE_STRUCT(ItemWire, (),
                      (id, gap_report_id, skill, title, url, publisher, kind, hours, from_level, to_level,
                       gain, gain_per_hour, reason, task_id, created_at))

struct PlanRequest {
    std::vector<std::string> learning_item_ids;
    std::optional<std::int64_t> weekly_hours;
    std::optional<std::string> start_on;
    std::optional<std::string> deadline;
    std::optional<std::string> goal_id;
};
BOOST_DESCRIBE_STRUCT(PlanRequest, (), (learning_item_ids, weekly_hours, start_on, deadline, goal_id))

struct PlannedTask {
    std::string learning_item_id;
    std::string title;
    std::string start_on;
    std::string end_on;
    std::int64_t minutes = 0;
};
BOOST_DESCRIBE_STRUCT(PlannedTask, (), (learning_item_id, title, start_on, end_on, minutes))

struct LeftOut {
    std::string learning_item_id;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(LeftOut, (), (learning_item_id, reason))

struct PlanWeek {
    std::string begins_on;
    std::int64_t minutes = 0;
};
BOOST_DESCRIBE_STRUCT(PlanWeek, (), (begins_on, minutes))

struct PlanWire {
    std::vector<PlannedTask> tasks;
    std::vector<LeftOut> left_out;
    std::vector<PlanWeek> weeks;
    double hours = 0;
    std::optional<std::string> ends_on;
    bool fits = true;
    double score_before = 0;
    double score_after = 0;
};
BOOST_DESCRIBE_STRUCT(PlanWire, (), (tasks, left_out, weeks, hours, ends_on, fits, score_before, score_after))

struct TasksAdded {
    std::int64_t added = 0;
    std::vector<std::string> task_ids;
};
BOOST_DESCRIBE_STRUCT(TasksAdded, (), (added, task_ids))

double rounded(double v) {
    return std::round(v * 100) / 100;
}

ItemWire to_wire(const store::LearningItem& i, const ontology::Catalog& catalog) {
    return {i.id,       i.report_id, skill_by_id(i.skill_id, i.skill_name, catalog),
            i.title,    i.url,       i.publisher,
            i.kind,     i.hours,     i.from_level,
            i.to_level, i.gain,      rounded(i.gain / i.hours),
            i.reason,   i.task_id,   to_string(i.created_at)};
}

Answer<Response> generate(const Parts& parts, const Call& call) {
    const auto body = call.body<GenerateRequest>();
    if (!body) return std::unexpected(body.error());
    const std::int64_t limit = body->limit.value_or(10);
    if (limit < 1 || limit > 50)
        return std::unexpected(Error{ErrorCode::invalid, "expected 1 to 50", "limit", {}});
    const std::string& owner = call.caller.user_id;
    const store::Run run = make_run(parts, owner, "generate_learning", body->gap_report_id,
                                    json::to_json(flows::LearningInput{body->gap_report_id, limit}));
    auto queued = write(parts, [&](sql::Connection& c) -> Answer<void> {
        const auto report =
            or_not_found(store::find_gap_report(c, owner, body->gap_report_id), "there is no such report");
        if (!report) return std::unexpected(report.error());
        if (!report->resume_id)
            return http::refuse(409, ErrorCode::conflict, "the résumé of this report is gone");
        if (auto ok = use_quota(parts, c, owner, "learning_per_day", 1); !ok) return pass_on(ok);
        if (auto added = store::add_run(c, run); !added) return pass_on(added);
        return {};
    });
    if (!queued) return pass_on(queued);
    const auto ended = wait_for(parts, owner, run.id);
    if (!ended) return std::unexpected(ended.error());
    if (ended->state == "failed")
        return http::refuse(503, ErrorCode::unavailable, ended->reason.value_or("nothing could be proposed"));
    return http::json_reply(
        ended->state == "ready" ? 200 : 202,
        GenerateResult{result_of(*ended).learning_item_ids.value_or(std::vector<std::string>()), run.id,
                       ended->state});
}

Answer<Response> show(const Parts& parts, const Call& call) {
    const auto item = read(parts, [&](sql::Connection& c) {
        return or_not_found(
            store::find_learning_item(c, call.caller.user_id, call.path_value("learning_item_id")),
            "there is no such learning item");
    });
    if (!item) return std::unexpected(item.error());
    return http::json_reply(200, to_wire(*item, parts.knowledge.catalog));
}

Answer<Response> list(const Parts& parts, const Call& call) {
    const auto items = parts.database.read([&](sql::Connection& c) {
        return store::list_learning_items(c, call.caller.user_id,
                                          call.query_value("gap_report_id").value_or(""), most_listed);
    });
    if (!items) return std::unexpected(items.error());
    const auto skill = call.query_value("skill_id");
    const auto kind = call.query_value("kind");
    const auto planned = call.query_value("planned");
    List<ItemWire> out;
    for (const auto& i : *items) {
        if (skill && i.skill_id != *skill) continue;
        if (kind && i.kind != *kind) continue;
        if (planned && (*planned == "true") != i.task_id.has_value()) continue;
        out.items.push_back(to_wire(i, parts.knowledge.catalog));
    }
    return list_reply(out);
}

/// What the plan is made of, and what comes of it.
struct Plan {
    PlanWire wire;
    std::vector<store::Task> tasks;
};

Answer<Plan> make_plan(const Parts& parts, sql::Connection& c, const Call& call, const PlanRequest& in) {
    const std::string& owner = call.caller.user_id;
    const Timestamp now = parts.clock();
    const auto start = check_date("start_on", in.start_on);
    if (!start) return std::unexpected(start.error());
    const auto deadline = check_date("deadline", in.deadline);
    if (!deadline) return std::unexpected(deadline.error());
    if (in.learning_item_ids.empty() || in.learning_item_ids.size() > 200)
        return std::unexpected(Error{ErrorCode::invalid, "expected 1 to 200 items", "learning_item_ids", {}});
    const auto user = or_not_found(store::find_user(c, owner), "there is no such account");
    if (!user) return std::unexpected(user.error());
    const std::int64_t weekly = in.weekly_hours.value_or(user->weekly_hours);
    if (weekly < 1 || weekly > 80)
        return std::unexpected(
            Error{ErrorCode::invalid, "expected 1 to 80 hours a week", "weekly_hours", {}});
    if (in.goal_id) {
        const auto goal = store::find_goal(c, owner, *in.goal_id);
        if (!goal) return std::unexpected(goal.error());
        if (!*goal) return std::unexpected(Error{ErrorCode::invalid, "there is no such goal", "goal_id", {}});
    }
    Plan out;
    std::vector<store::LearningItem> items;
    std::vector<double> hours;
    for (const std::string& id : in.learning_item_ids) {
        const auto item = store::find_learning_item(c, owner, id);
        if (!item) return std::unexpected(item.error());
        if (!*item)
            return std::unexpected(
                Error{ErrorCode::invalid, "there is no such learning item", "learning_item_ids", {}});
        if ((*item)->task_id) {
            out.wire.left_out.push_back({id, "It is a task already."});
            continue;
        }
        items.push_back(**item);
        hours.push_back((*item)->hours);
    }
    const auto slots =
        career::schedule(hours, static_cast<int>(weekly), start->value_or(date_of(now)), *deadline);
    std::map<Date, double> load;
    double gain = 0;
    for (const career::Slot& slot : slots) {
        const store::LearningItem& item = items[slot.item];
        if (!slot.fits) {
            out.wire.left_out.push_back(
                {item.id, "It would end on " + to_string(slot.end) + ", after the deadline."});
            out.wire.fits = false;
            continue;
        }
        const auto minutes = static_cast<std::int64_t>(std::ceil(item.hours * 60));
        out.wire.tasks.push_back(
            {item.id, item.title.substr(0, 200), to_string(slot.start), to_string(slot.end), minutes});
        out.wire.hours += item.hours;
        out.wire.ends_on = to_string(slot.end);
        gain += item.gain;
        const double days = slot.end.days - slot.start.days + 1;
        for (Date d = slot.start; d <= slot.end; d = d + std::chrono::days(1)) {
            const Date monday{d.days - (d.days + 3) % 7};  // day 0 was a Thursday
            load[monday] += static_cast<double>(minutes) / days;
        }
        store::Task task;
        task.id = make_uuid();
        task.goal_id = in.goal_id;
        task.learning_item_id = item.id;
        task.title = item.title.substr(0, 200);
        task.description = item.url + "\n\n" + item.reason;
        task.start_on = slot.start;
        task.end_on = slot.end;
        task.minutes = minutes;
        task.created_at = task.updated_at = now;
        out.tasks.push_back(std::move(task));
    }
    for (const auto& [monday, minutes] : load)
        out.wire.weeks.push_back({to_string(monday), static_cast<std::int64_t>(std::round(minutes))});
    out.wire.hours = rounded(out.wire.hours);
    if (!items.empty()) {
        const auto report = store::find_gap_report(c, owner, items.front().report_id);
        if (!report) return std::unexpected(report.error());
        if (*report) out.wire.score_before = (*report)->score;
    }
    out.wire.score_after = rounded(std::min(out.wire.score_before + gain, 100.0));
    return out;
}

Answer<Response> preview(const Parts& parts, const Call& call) {
    const auto body = call.body<PlanRequest>();
    if (!body) return std::unexpected(body.error());
    const auto plan = read(parts, [&](sql::Connection& c) { return make_plan(parts, c, call, *body); });
    if (!plan) return std::unexpected(plan.error());
    return http::json_reply(200, plan->wire);
}

Answer<Response> add_tasks(const Parts& parts, const Call& call) {
    const auto body = call.body<PlanRequest>();
    if (!body) return std::unexpected(body.error());
    const auto added = write(parts, [&](sql::Connection& c) -> Answer<TasksAdded> {
        const auto plan = make_plan(parts, c, call, *body);
        if (!plan) return std::unexpected(plan.error());
        TasksAdded out;
        for (const store::Task& t : plan->tasks) {
            if (auto done = store::add_task(c, call.caller.user_id, t); !done) return pass_on(done);
            if (auto e = store::add_event(c, call.caller.user_id, "task", t.id, t.created_at); !e)
                return pass_on(e);
            out.task_ids.push_back(t.id);
        }
        out.added = static_cast<std::int64_t>(out.task_ids.size());
        return out;
    });
    if (!added) return std::unexpected(added.error());
    return http::json_reply(200, *added);
}

}  // namespace

void add_learning_routes(http::Router& router, const Parts& parts) {
    router.add({.method = Method::post, .pattern = "/api/learn/generate", .handler = with(parts, generate)});
    router.add(
        {.method = Method::get, .pattern = "/api/learn/{learning_item_id}", .handler = with(parts, show)});
    router.add({.method = Method::get, .pattern = "/api/learning-items", .handler = with(parts, list)});
    router.add(
        {.method = Method::post, .pattern = "/api/learning-plans/preview", .handler = with(parts, preview)});
    router.add({.method = Method::post, .pattern = "/api/tasks/add", .handler = with(parts, add_tasks)});
}

}  // namespace headway::api
