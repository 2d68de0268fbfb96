// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/export.hpp"

#include <algorithm>

#include "api/export_tables.hpp"
#include "api/gap_place.hpp"
#include "api/input.hpp"
#include "store/job_access.hpp"

namespace headway::api {
namespace {

using http::Method;

constexpr std::size_t batch = 500;

struct ExportFile {
    std::string type;
    std::string exported_at;
    std::optional<GapReportWire> gap_report;
    std::optional<std::vector<LearningItemWire>> learning_items;
    std::optional<std::vector<TaskWire>> tasks;
    std::optional<std::vector<JobWire>> jobs;
};
BOOST_DESCRIBE_STRUCT(ExportFile, (), (type, exported_at, gap_report, learning_items, tasks, jobs))

Answer<std::vector<TaskWire>> all_tasks(sql::Connection& c, const std::string& owner) {
    std::vector<TaskWire> out;
    std::optional<store::TaskPlace> after;
    while (true) {
        const auto tasks = store::list_tasks(c, owner, {}, store::TaskOrder::start, after, batch);
        if (!tasks) return std::unexpected(tasks.error());
        for (const store::Task& t : *tasks) out.push_back(to_wire(t));
        if (tasks->size() < batch) return out;
        after = store::place_of(tasks->back());
    }
}

/// The person's own jobs and those that they saved.
Answer<std::vector<JobWire>> all_jobs(const Parts& parts, sql::Connection& c, const std::string& owner,
                                      const Fits& fits) {
    std::vector<JobWire> out;
    std::optional<std::string> before;
    while (true) {
        auto ids = store::list_kept_jobs(c, owner, before, batch);
        if (!ids) return pass_on(ids);
        if (ids->empty()) return out;
        const bool last = ids->size() < batch;
        before = ids->back();
        store::JobFilter those;
        those.among = std::move(*ids);
        const auto jobs = store::list_jobs(c, owner, those, {}, batch);
        if (!jobs) return std::unexpected(jobs.error());
        for (const store::Job& job : *jobs) {
            auto wire = whole_job(parts, c, owner, job, fits);
            if (!wire) return pass_on(wire);
            out.push_back(std::move(*wire));
        }
        if (last) return out;
    }
}

Answer<std::vector<LearningItemWire>> all_items(const Parts& parts, sql::Connection& c,
                                                const std::string& owner, const std::string& report_id) {
    std::vector<LearningItemWire> out;
    store::LearningFilter of_report;
    of_report.report_id = report_id;
    std::optional<store::LearningPlace> after;
    while (true) {
        const auto items = store::page_of_learning_items(c, owner, of_report, after, batch);
        if (!items) return std::unexpected(items.error());
        for (const auto& i : *items) out.push_back(to_wire(i, parts.knowledge.catalog));
        if (items->size() < batch) return out;
        after = store::place_of_item(items->back());
    }
}

Answer<GapReportWire> ready_report(const Parts& parts, sql::Connection& c, const std::string& owner,
                                   const std::string& id) {
    const auto found = store::find_gap_report(c, owner, id);
    if (!found) return std::unexpected(found.error());
    if (*found) return whole_report(parts, c, owner, **found);
    const auto run = or_not_found(store::find_run(c, owner, id), "there is no such report");
    if (!run) return std::unexpected(run.error());
    return http::refuse(409, ErrorCode::conflict, "the report is not ready", "gap_report_id",
                        "Ask again when it is");
}

Answer<void> fill(const Parts& parts, sql::Connection& c, const std::string& owner,
                  const std::string& report_id, const Fits& fits, ExportFile& out) {
    const auto take = [](auto answer, auto& member) -> Answer<void> {
        if (!answer) return pass_on(answer);
        member = std::move(*answer);
        return {};
    };
    if (out.type == "tasks") return take(all_tasks(c, owner), out.tasks);
    if (out.type == "jobs") return take(all_jobs(parts, c, owner, fits), out.jobs);
    if (out.type == "gap_report") return take(ready_report(parts, c, owner, report_id), out.gap_report);
    if (!report_id.empty()) {
        if (auto there = ready_report(parts, c, owner, report_id); !there) return pass_on(there);
    }
    return take(all_items(parts, c, owner, report_id), out.learning_items);
}

std::string to_csv(const ExportFile& file) {
    if (file.tasks) return csv_of(*file.tasks);
    if (file.jobs) return csv_of(*file.jobs);
    if (file.learning_items) return csv_of(*file.learning_items);
    return csv_of(*file.gap_report);
}

/// "headway-gap-report-community-nurse-2026-11-22.csv"
std::string file_name(const ExportFile& file, const std::string& format) {
    std::string out = "headway-" + file.type;
    if (file.gap_report) out += "-" + file.gap_report->job_title.substr(0, 60);
    for (char& c : out) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        } else if (!letter) {
            c = '-';
        }
    }
    const auto both = [](char a, char b) { return a == '-' && b == '-'; };
    out.erase(std::ranges::unique(out, both).begin(), out.end());
    if (out.ends_with('-')) out.pop_back();
    return out + "-" + file.exported_at.substr(0, 10) + "." + format;
}

Answer<Response> export_items(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"type", "format", "gap_report_id"}); !ok) return pass_on(ok);
    ExportFile file;
    file.type = call.query_value("type").value_or("");
    if (auto ok = check_word("type", file.type, {"gap_report", "learning_items", "tasks", "jobs"}); !ok)
        return pass_on(ok);
    const std::string format = call.query_value("format").value_or("");
    if (auto ok = check_word("format", format, {"json", "csv"}); !ok) return pass_on(ok);
    const std::string report_id = call.query_value("gap_report_id").value_or("");
    if (file.type == "gap_report" && report_id.empty())
        return std::unexpected(Error{ErrorCode::invalid, "say which report to export", "gap_report_id", {}});
    if ((file.type == "tasks" || file.type == "jobs") && !report_id.empty())
        return std::unexpected(Error{ErrorCode::invalid, "this does not narrow what is exported",
                                     "gap_report_id", "Leave it out"});
    file.exported_at = to_string(parts.clock());
    const auto fits = Fits::find(parts, call.caller.user_id, {});
    if (!fits) return std::unexpected(fits.error());
    auto filled = read(parts, [&](sql::Connection& c) {
        return fill(parts, c, call.caller.user_id, report_id, *fits, file);
    });
    if (!filled) return pass_on(filled);
    const bool csv = format == "csv";
    return http::download(csv ? "text/csv; charset=utf-8" : "application/json", file_name(file, format),
                          csv ? to_csv(file) : json::to_json(file));
}

}  // namespace

void add_export_routes(http::Router& router, const Parts& parts) {
    router.add({.method = Method::get, .pattern = "/api/export", .handler = with(parts, export_items)});
}

}  // namespace headway::api
