// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "api/input.hpp"
#include "api/learn.hpp"
#include "api/once.hpp"
#include "api/searching.hpp"
#include "base/id.hpp"
#include "calendar/local_day.hpp"
#include "career/schedule.hpp"
#include "flows/learning.hpp"
#include "language/speech.hpp"
#include "store/events.hpp"
#include "store/gap_reports.hpp"
#include "store/goals.hpp"
#include "store/learning_items.hpp"
#include "store/quotas.hpp"
#include "store/tasks.hpp"
#include "store/users.hpp"

namespace headway::api {
namespace {

using http::Method;

constexpr std::size_t most_items = 50;
constexpr Date last_day{2'932'896};  // 9999-12-31: no later one can be written

struct PlanRequest {
    std::vector<std::string> learning_item_ids;
    std::optional<std::int64_t> weekly_hours;
    std::optional<std::vector<std::string>> weekdays;
    std::optional<std::string> start_on;
    std::optional<std::string> deadline;
    std::optional<std::string> goal_id;
};
BOOST_DESCRIBE_STRUCT(PlanRequest, (),
                      (learning_item_ids, weekly_hours, weekdays, start_on, deadline, goal_id))

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

std::unexpected<http::Refusal> invalid(const char* what, const char* field) {
    return std::unexpected(http::Refusal(Error{ErrorCode::invalid, what, field, {}}));
}

/// Monday to Friday when nothing is said.
Answer<career::Weekdays> weekdays_of(const std::optional<std::vector<std::string>>& names) {
    constexpr std::array<std::string_view, 7> known = {"monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};
    if (!names) return career::Weekdays{true, true, true, true, true, false, false};
    if (names->empty()) return invalid("expected at least one day", "weekdays");
    career::Weekdays out{};
    for (const std::string& name : *names) {
        const auto day = std::find(known.begin(), known.end(), name);
        if (day == known.end()) return invalid("expected days from monday to sunday", "weekdays");
        bool& on = out[static_cast<std::size_t>(day - known.begin())];
        if (on) return invalid("a day stands there twice", "weekdays");
        on = true;
    }
    return out;
}

/// What is asked for, looked up and found sound.
struct Wanted {
    std::vector<store::LearningItem> items;
    std::vector<LeftOut> left_out;  ///< Tasks already.
    int weekly_hours = 0;
    career::Weekdays weekdays{};
    Date start;
    Date deadline;
    std::string language;  ///< Of the person, and so of what their tasks say.
};

Answer<void> find_items(sql::Connection& c, const std::string& owner, const std::vector<std::string>& ids,
                        Wanted& out) {
    if (ids.empty() || ids.size() > most_items) return invalid("expected 1 to 50 items", "learning_item_ids");
    if (std::set(ids.begin(), ids.end()).size() != ids.size())
        return invalid("an item stands there twice", "learning_item_ids");
    for (const std::string& id : ids) {
        auto item = store::find_learning_item(c, owner, id);
        if (!item) return pass_on(item);
        if (!*item) return invalid("there is no such learning item", "learning_item_ids");
        if ((*item)->task_id) {
            out.left_out.push_back({id, "It is a task already."});
        } else {
            out.items.push_back(std::move(**item));
        }
    }
    return {};
}

Answer<Wanted> look_up(const Parts& parts, sql::Connection& c, const std::string& owner,
                       const PlanRequest& in) {
    const auto start = check_date("start_on", in.start_on);
    if (!start) return std::unexpected(start.error());
    const auto deadline = check_date("deadline", in.deadline);
    if (!deadline) return std::unexpected(deadline.error());
    const auto weekdays = weekdays_of(in.weekdays);
    if (!weekdays) return std::unexpected(weekdays.error());
    const auto user = or_not_found(store::find_user(c, owner), "there is no such account");
    if (!user) return std::unexpected(user.error());
    const std::int64_t weekly = in.weekly_hours.value_or(user->weekly_hours);
    if (weekly < 1 || weekly > 80) return invalid("expected 1 to 80 hours a week", "weekly_hours");
    if (in.goal_id) {
        const auto goal = store::find_goal(c, owner, *in.goal_id);
        if (!goal) return std::unexpected(goal.error());
        if (!*goal) return invalid("there is no such goal", "goal_id");
    }
    Wanted out;
    out.weekly_hours = static_cast<int>(weekly);
    out.weekdays = *weekdays;
    out.start = start->value_or(calendar::local_day(user->time_zone, parts.clock()));
    out.deadline = deadline->value_or(last_day);
    out.language = user->language;
    if (auto found = find_items(c, owner, in.learning_item_ids, out); !found) return pass_on(found);
    return out;
}

/// An address that nobody has seen answer is not handed on as if it were good.
std::string description_of(const store::LearningItem& item, const language::Speech& in) {
    const std::string reason = in.say(item.reason);
    if (item.source == "corpus") return item.url + "\n\n" + reason;
    const char* remark = store::has_verified_address(item)
                             ? "The address answers; its contents were not checked."
                             : "Unverified: the address is not known to answer.";
    return item.url + "\n" + in.say(remark) + "\n\n" + reason;
}

store::Task task_of(const store::LearningItem& item, const career::Slot& slot,
                    const std::optional<std::string>& goal_id, const language::Speech& in, Timestamp now) {
    store::Task task;
    task.id = make_uuid();
    task.goal_id = goal_id;
    task.learning_item_id = item.id;
    task.title = item.title.substr(0, 200);
    task.description = description_of(item, in);
    task.start_on = slot.start;
    task.end_on = slot.end;
    task.minutes = static_cast<std::int64_t>(std::ceil(item.hours * 60));
    task.created_at = task.updated_at = now;
    return task;
}

/// What is planned, and the tasks that come of it.
struct Plan {
    PlanWire wire;
    std::vector<store::Task> tasks;
};

Answer<Plan> make_plan(const Parts& parts, sql::Connection& c, const Call& call, const PlanRequest& in) {
    auto wanted = look_up(parts, c, call.caller.user_id, in);
    if (!wanted) return pass_on(wanted);
    std::vector<double> hours;
    for (const store::LearningItem& item : wanted->items) hours.push_back(item.hours);
    Plan out;
    out.wire.left_out = std::move(wanted->left_out);
    std::map<Date, double> load;
    std::vector<store::LearningItem> planned;
    for (const career::Slot& slot :
         career::schedule(hours, wanted->weekly_hours, wanted->weekdays, wanted->start, wanted->deadline)) {
        const store::LearningItem& item = wanted->items[slot.item];
        if (!slot.fits) {
            out.wire.left_out.push_back(
                {item.id, "It would end on " + to_string(slot.end) + ", after the deadline."});
            out.wire.fits = false;
            continue;
        }
        const store::Task& task = out.tasks.emplace_back(
            task_of(item, slot, in.goal_id, language::Speech::of(wanted->language), parts.clock()));
        out.wire.tasks.push_back(
            {item.id, task.title, to_string(slot.start), to_string(slot.end), *task.minutes});
        out.wire.hours += item.hours;
        out.wire.ends_on = std::max(out.wire.ends_on.value_or(""), to_string(slot.end));
        planned.push_back(item);
        for (const career::WeekShare& w : slot.weeks) load[w.monday] += w.hours;
    }
    for (const auto& [monday, of_week] : load)
        out.wire.weeks.push_back({to_string(monday), static_cast<std::int64_t>(std::round(of_week * 60))});
    out.wire.hours = rounded(out.wire.hours);
    if (!wanted->items.empty()) {
        const auto report = store::find_gap_report(c, call.caller.user_id, wanted->items.front().report_id);
        if (!report) return std::unexpected(report.error());
        if (*report) out.wire.score_before = (*report)->score;
    }
    const auto points =
        flows::points_of_items(c, parts.knowledge, call.caller.user_id, date_of(parts.clock()), planned);
    if (!points) return std::unexpected(points.error());
    out.wire.score_after = rounded(std::min(out.wire.score_before + points->value_or(0), 100.0));
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
        // Of two that come together the second finds the tasks of the first.
        if (auto locked = store::lock_holdings(c, call.caller.user_id); !locked) return pass_on(locked);
        const auto plan = make_plan(parts, c, call, *body);
        if (!plan) return std::unexpected(plan.error());
        TasksAdded out;
        for (const store::Task& t : plan->tasks) {
            if (auto done =
                    store::add_task(c, call.caller.user_id, t, search_words({t.title, t.description}));
                !done)
                return pass_on(done);
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

void add_learning_plan_routes(http::Router& router, const Parts& parts) {
    router.add(
        {.method = Method::post, .pattern = "/api/learning-plans/preview", .handler = with(parts, preview)});
    add_once(router, parts,
             {.method = Method::post, .pattern = "/api/tasks/add", .handler = with(parts, add_tasks)});
}

}  // namespace headway::api
