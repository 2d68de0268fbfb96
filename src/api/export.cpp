// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/export.hpp"

#include <algorithm>
#include <array>

#include "api/export_tables.hpp"
#include "api/gap_place.hpp"
#include "api/input.hpp"
#include "api/report_texts.hpp"
#include "report/render.hpp"
#include "store/job_access.hpp"
#include "store/users.hpp"

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

std::string to_csv(const ExportFile& file, const language::Speech& in) {
    if (file.tasks) return csv_of(*file.tasks);
    if (file.jobs) return csv_of(*file.jobs);
    if (file.learning_items) return csv_of(*file.learning_items, in);
    return csv_of(*file.gap_report);
}

struct Format {
    std::string_view name;
    std::string_view media_type;
};
constexpr std::array<Format, 4> formats = {{{"json", "application/json"},
                                            {"csv", "text/csv; charset=utf-8"},
                                            {"md", "text/markdown; charset=utf-8"},
                                            {"html", "text/html; charset=utf-8"}}};

/// What is asked for.
struct Wanted {
    std::string type;
    std::string report_id;
    Format format;
    std::optional<std::string> language;
};

Answer<Wanted> wanted_of(const Call& call) {
    if (auto ok = call.only_query({"type", "format", "gap_report_id", "language"}); !ok) return pass_on(ok);
    Wanted out;
    out.type = call.query_value("type").value_or("");
    if (auto ok = check_word("type", out.type, {"gap_report", "learning_items", "tasks", "jobs"}); !ok)
        return pass_on(ok);
    const std::string format = call.query_value("format").value_or("");
    if (auto ok = check_word("format", format, {"json", "csv", "md", "html"}); !ok) return pass_on(ok);
    out.format = *std::ranges::find(formats, format, &Format::name);
    out.report_id = call.query_value("gap_report_id").value_or("");
    if (out.type == "gap_report" && out.report_id.empty())
        return std::unexpected(Error{ErrorCode::invalid, "say which report to export", "gap_report_id", {}});
    if ((out.type == "tasks" || out.type == "jobs") && !out.report_id.empty())
        return std::unexpected(Error{ErrorCode::invalid, "this does not narrow what is exported",
                                     "gap_report_id", "Leave it out"});
    if (out.type != "gap_report" && (format == "md" || format == "html"))
        return std::unexpected(Error{ErrorCode::invalid, "only a report is exported in this format", "format",
                                     "Ask for csv or json"});
    if (const auto tag = call.query_value("language")) out.language = std::string(*tag);
    if (auto ok = check_language("language", out.language); !ok) return pass_on(ok);
    return out;
}

/// The language that was asked for, else that of the person's settings.
Answer<std::string> language_of(sql::Connection& c, const std::string& owner, const Wanted& wanted) {
    if (wanted.language) return *wanted.language;
    const auto user = or_not_found(store::find_user(c, owner), "there is no such account");
    if (!user) return std::unexpected(user.error());
    return user->language;
}

/// The file's text.
Answer<std::string> written(sql::Connection& c, const std::string& owner, const Wanted& wanted,
                            const ExportFile& file) {
    if (wanted.format.name == "json") return json::to_json(file);
    const auto language = language_of(c, owner, wanted);
    if (!language) return std::unexpected(language.error());
    if (wanted.format.name == "csv") return to_csv(file, language::Speech::of(*language));
    if (!file.gap_report->content)
        return http::refuse(409, ErrorCode::conflict, "the report is not ready", "gap_report_id",
                            "Ask again when it is");
    const auto texts = texts_of(c, owner, *file.gap_report);
    if (!texts) return std::unexpected(texts.error());
    const report::Texts both{texts->resume, texts->job};
    return wanted.format.name == "md" ? report::to_markdown(*file.gap_report->content, both, *language)
                                      : report::to_html(*file.gap_report->content, both, *language);
}

/// "headway-gap-report-community-nurse-2026-11-22.csv"
std::string file_name(const ExportFile& file, std::string_view format) {
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
    return out.append("-").append(file.exported_at, 0, 10).append(".").append(format);
}

Answer<Response> export_items(const Parts& parts, const Call& call) {
    const auto wanted = wanted_of(call);
    if (!wanted) return std::unexpected(wanted.error());
    const std::string& owner = call.caller.user_id;
    ExportFile file;
    file.type = wanted->type;
    file.exported_at = to_string(parts.clock());
    const auto fits = Fits::find(parts, owner, {});
    if (!fits) return std::unexpected(fits.error());
    auto text = read(parts, [&](sql::Connection& c) -> Answer<std::string> {
        if (auto filled = fill(parts, c, owner, wanted->report_id, *fits, file); !filled)
            return pass_on(filled);
        return written(c, owner, *wanted, file);
    });
    if (!text) return pass_on(text);
    return http::download(std::string(wanted->format.media_type), file_name(file, wanted->format.name),
                          std::move(*text));
}

}  // namespace

void add_export_routes(http::Router& router, const Parts& parts) {
    router.add({.method = Method::get, .pattern = "/api/export", .handler = with(parts, export_items)});
}

}  // namespace headway::api
