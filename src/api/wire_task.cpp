// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/wire_task.hpp"

#include <array>

#include "api/input.hpp"
#include "api/wire_user.hpp"
#include "calendar/recurrence.hpp"
#include "store/goals.hpp"
#include "store/learning_items.hpp"

namespace headway::api {
namespace {

constexpr std::array<std::string_view, 4> priorities = {"optional", "low", "medium", "high"};

std::unexpected<http::Refusal> bad(const char* field, const char* what) {
    return std::unexpected(http::Refusal(Error{ErrorCode::invalid, what, field, {}}));
}

Answer<void> set_day(const char* field, const std::optional<std::string>& text, std::optional<Date>& day) {
    const auto parsed = check_date(field, text);
    if (!parsed) return std::unexpected(parsed.error());
    day = *parsed;
    return {};
}

}  // namespace

std::string priority_word(std::int64_t priority) {
    return std::string(priorities.at(static_cast<std::size_t>(priority)));
}

Answer<std::int64_t> priority_of(const std::string& word) {
    for (std::size_t i = 0; i < priorities.size(); ++i) {
        if (priorities[i] == word) return static_cast<std::int64_t>(i);
    }
    return bad("priority", "expected high, medium, low or optional");
}

TaskWire to_wire(store::Task t) {
    return {std::move(t.id),
            std::move(t.title),
            std::move(t.description),
            optional_text(t.start_on),
            optional_text(t.end_on),
            priority_word(t.priority),
            std::move(t.recurrence),
            t.minutes,
            std::move(t.goal_id),
            std::move(t.learning_item_id),
            t.done_at.has_value(),
            optional_text(t.done_at),
            std::move(t.follows_task_id),
            to_string(t.created_at),
            to_string(t.updated_at),
            t.version};
}

Answer<store::Task> to_task(const NewTask& in) {
    store::Task t;
    t.title = in.title;
    t.description = in.description.value_or("");
    if (auto ok = set_day("start_on", in.start_on, t.start_on); !ok) return pass_on(ok);
    if (auto ok = set_day("end_on", in.end_on, t.end_on); !ok) return pass_on(ok);
    const auto priority = priority_of(in.priority.value_or("medium"));
    if (!priority) return std::unexpected(priority.error());
    t.priority = *priority;
    t.recurrence = in.recurrence;
    t.minutes = in.minutes;
    t.goal_id = in.goal_id;
    t.learning_item_id = in.learning_item_id;
    return t;
}

Answer<void> apply(const TaskChange& change, store::Task& t) {
    if (change.title) t.title = *change.title;
    if (change.description) t.description = *change.description;
    if (change.start_on) {
        if (auto ok = set_day("start_on", *change.start_on, t.start_on); !ok) return ok;
    }
    if (change.end_on) {
        if (auto ok = set_day("end_on", *change.end_on, t.end_on); !ok) return ok;
    }
    if (change.priority) {
        const auto priority = priority_of(*change.priority);
        if (!priority) return std::unexpected(priority.error());
        t.priority = *priority;
    }
    if (change.recurrence) t.recurrence = *change.recurrence;
    if (change.minutes) t.minutes = *change.minutes;
    if (change.goal_id) t.goal_id = *change.goal_id;
    return {};
}

Answer<void> check_task(sql::Connection& c, const std::string& owner, const store::Task& t) {
    if (auto ok = check_text("title", t.title, 1, 200); !ok) return pass_on(ok);
    if (auto ok = check_text("description", t.description, 0, 5000); !ok) return pass_on(ok);
    if (t.start_on && t.end_on && *t.end_on < *t.start_on) return bad("end_on", "this is before start_on");
    if (t.minutes && (*t.minutes < 0 || *t.minutes > 60'000)) return bad("minutes", "expected 0 to 60000");
    if (t.recurrence) {
        const auto rule = calendar::Recurrence::parse(*t.recurrence);
        if (!rule) return std::unexpected(rule.error());
        if (!t.start_on) return bad("recurrence", "what repeats needs the day it starts on, start_on");
    }
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

}  // namespace headway::api
