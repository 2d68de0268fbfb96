// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/export_tables.hpp"

#include "api/csv.hpp"

namespace headway::api {
namespace {

/// An unknown number is an empty cell.
template <class T>
void maybe_number(CsvTable& table, const std::optional<T>& value) {
    if (value) {
        table.number(static_cast<double>(*value));
    } else {
        table.text("");
    }
}

std::string quotes_of(const std::vector<report::WireEvidence>& evidence) {
    std::string out;
    for (const auto& e : evidence) out += (out.empty() ? "" : " | ") + e.text;
    return out;
}

}  // namespace

std::string csv_of(const std::vector<TaskWire>& tasks) {
    CsvTable out({"title", "description", "start_on", "end_on", "priority", "recurrence", "minutes", "done",
                  "done_at", "goal_id", "learning_item_id", "created_at", "id"});
    for (const TaskWire& t : tasks) {
        out.text(t.title).text(t.description).text(t.start_on.value_or("")).text(t.end_on.value_or(""));
        out.text(t.priority).text(t.recurrence.value_or(""));
        maybe_number(out, t.minutes);
        out.flag(t.done).text(t.done_at.value_or("")).text(t.goal_id.value_or(""));
        out.text(t.learning_item_id.value_or("")).text(t.created_at).text(t.id).end();
    }
    return out.take();
}

std::string csv_of(const std::vector<JobWire>& jobs) {
    CsvTable out({"title", "company", "location", "remote", "job_type", "url", "salary_min", "salary_max",
                  "salary_currency", "salary_period", "posted_on", "source", "stage", "fit", "requirements",
                  "occupation_code", "occupation", "created_at", "id"});
    for (const JobWire& j : jobs) {
        out.text(j.title).text(j.company).text(j.location).flag(j.remote);
        out.text(j.job_type.value_or("")).text(j.url.value_or(""));
        const SalaryWire salary = j.salary.value_or(SalaryWire());
        maybe_number(out, salary.min);
        maybe_number(out, salary.max);
        out.text(salary.currency.value_or("")).text(salary.period.value_or(""));
        out.text(j.posted_on.value_or("")).text(j.source).text(j.stage.value_or(""));
        maybe_number(out, j.fit);
        out.number(static_cast<double>(j.requirements));
        out.text(j.occupation ? j.occupation->code : "").text(j.occupation ? j.occupation->name : "");
        out.text(j.created_at).text(j.id).end();
    }
    return out.take();
}

std::string csv_of(const std::vector<LearningItemWire>& items, const language::Speech& in) {
    CsvTable out({"skill", "title", "url", "publisher", "kind", "hours", "from_level", "to_level", "gain",
                  "gain_per_hour", "reason", "source", "model", "model_position", "model_words", "url_state",
                  "gap_report_id", "task_id", "id"});
    for (const LearningItemWire& i : items) {
        out.text(i.skill.name).text(i.title).text(i.url).text(i.publisher).text(i.kind);
        out.number(i.hours).number(i.from_level).number(i.to_level).number(i.gain).number(i.gain_per_hour);
        out.text(in.say(i.reason)).text(i.source).text(i.model.value_or(""));
        maybe_number(out, i.model_position);
        out.text(i.model_words.value_or("")).text(i.url_state.value_or(""));
        out.text(i.gap_report_id).text(i.task_id.value_or("")).text(i.id).end();
    }
    return out.take();
}

std::string csv_of(const GapReportWire& report) {
    CsvTable out({"requirement", "status", "need", "needed_level", "held_level", "support", "certainty",
                  "weight", "coverage", "points", "gain", "job_evidence", "resume_evidence", "kind",
                  "skill_id", "link"});
    if (!report.content) return out.take();
    for (const auto& r : report.content->requirements) {
        out.text(r.name).text(r.status).text(r.need).number(r.needed.value);
        maybe_number(out, r.held ? std::optional(r.held->value) : std::nullopt);
        out.text(r.support).number(r.certainty).number(r.weight).number(r.coverage).number(r.points);
        out.number(r.gain).text(quotes_of(r.job_evidence)).text(quotes_of(r.resume_evidence));
        out.text(r.kind).text(r.id).text(r.link.value_or("")).end();
    }
    return out.take();
}

}  // namespace headway::api
