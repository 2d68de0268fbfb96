// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/gap_place.hpp"
#include "api/input.hpp"
#include "api/jobs.hpp"
#include "api/today.hpp"
#include "api/wire_job.hpp"
#include "base/id.hpp"
#include "store/events.hpp"
#include "store/resumes.hpp"

namespace headway::api {
namespace {

using http::Method;

constexpr std::size_t most_steps = 200;

struct SavedJobWire {
    std::string job_id;
    JobSummaryWire job;
    std::string saved_at;
    std::string stage;
    std::string stage_on;
    std::string gap_state;  ///< none, queued, running, ready, failed, cancelled
    bool has_gap = false;
    std::optional<std::string> gap_report_id;
    std::optional<double> score;
    std::optional<std::string> run_id;
    std::optional<std::string> reason;
    bool can_retry = false;
};
BOOST_DESCRIBE_STRUCT(SavedJobWire, (),
                      (job_id, job, saved_at, stage, stage_on, gap_state, has_gap, gap_report_id, score,
                       run_id, reason, can_retry))

struct StageChangeWire {
    std::string id;
    std::string stage;
    std::string day;
    std::string at;
};
BOOST_DESCRIBE_STRUCT(StageChangeWire, (), (id, stage, day, at))

struct StageList {
    std::vector<StageChangeWire> items;
};
BOOST_DESCRIBE_STRUCT(StageList, (), (items))

struct StageInput {
    std::string stage;
    std::optional<std::string> day;
};
BOOST_DESCRIBE_STRUCT(StageInput, (), (stage, day))

/// The cursor's content.
struct SavedKey {
    std::int64_t saved_at = 0;
    std::int64_t stage_on = 0;  ///< Days since 1970.
    double score = -1;
    std::string job_id;
};
BOOST_DESCRIBE_STRUCT(SavedKey, (), (saved_at, stage_on, score, job_id))

StageChangeWire to_wire(const store::StageChange& s) {
    return {s.id, s.stage, to_string(s.day), to_string(s.at)};
}

Answer<SavedJobWire> wire_of(sql::Connection& c, const std::string& owner, const store::SavedJob& s,
                             const Fits& fits) {
    const auto job = or_not_found(store::find_job(c, owner, s.job_id), "there is no such job");
    if (!job) return std::unexpected(job.error());
    const auto context = context_of(c, owner, *job, fits);
    if (!context) return std::unexpected(context.error());
    SavedJobWire out{s.job_id,
                     to_summary(*job, *context),
                     to_string(s.saved_at),
                     s.stage,
                     to_string(s.stage_on),
                     "none",
                     false,
                     {},
                     {},
                     {},
                     {},
                     false};
    const auto report = store::latest_gap_report(c, owner, s.job_id, std::nullopt);
    if (!report) return std::unexpected(report.error());
    if (*report) {
        out.has_gap = true;
        out.gap_state = "ready";
        out.gap_report_id = (*report)->id;
        out.score = (*report)->score;
    }
    const auto run = store::latest_run(c, owner, "make_report", s.job_id);
    if (!run) return std::unexpected(run.error());
    if (*run) {
        out.run_id = (*run)->id;
        if ((*run)->state != "ready") {
            out.gap_state = (*run)->state;
            out.reason = (*run)->reason;
            out.can_retry = (*run)->can_retry;
        }
    }
    if (!*report && !*run) {
        const auto resume = store::find_default_resume(c, owner);
        if (!resume) return std::unexpected(resume.error());
        out.reason =
            *resume ? "No report has been made yet." : "There is no résumé yet. Upload one to see the gap.";
    }
    return out;
}

Answer<store::SavedJob> get_saved(sql::Connection& c, const Call& call) {
    return or_not_found(store::find_saved_job(c, call.caller.user_id, call.path_value("job_id")),
                        "this job is not saved");
}

Result<void> check_stage(const std::string& word) {
    return check_word("stage", word, {"saved", "applied", "interview", "offer", "rejected", "ghosted"});
}

Answer<Response> list(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"stage", "sort", "limit", "cursor"}); !ok) return pass_on(ok);
    const auto page = http::page_of(call);
    if (!page) return std::unexpected(page.error());
    const std::string stage = call.query_value("stage").value_or("");
    if (!stage.empty()) {
        if (auto ok = check_stage(stage); !ok) return pass_on(ok);
    }
    const std::string sort = call.query_value("sort").value_or("saved_at");
    if (auto ok = check_word("sort", sort, {"saved_at", "stage_on", "score"}); !ok) return pass_on(ok);
    const store::SavedOrder order = sort == "score"      ? store::SavedOrder::score
                                    : sort == "stage_on" ? store::SavedOrder::stage_on
                                                         : store::SavedOrder::saved_at;
    const std::string name = "saved jobs " + call.caller.user_id + " " + stage + " " + sort;
    const auto key = http::read_cursor<SavedKey>(parts.cursors, name, *page);
    if (!key) return std::unexpected(key.error());
    std::optional<store::SavedPlace> before;
    if (*key) {
        before = store::SavedPlace{
            {(*key)->saved_at}, {static_cast<std::int32_t>((*key)->stage_on)}, (*key)->score, (*key)->job_id};
    }
    const auto fits = Fits::find(parts, call.caller.user_id, {});
    if (!fits) return std::unexpected(fits.error());
    return read(parts, [&](sql::Connection& c) -> Answer<Response> {
        auto saved = store::list_saved_jobs(c, call.caller.user_id, stage, order, before, page->limit + 1);
        if (!saved) return pass_on(saved);
        List<SavedJobWire> out;
        const bool more = saved->size() > page->limit;
        if (more) saved->resize(page->limit);
        for (const auto& s : *saved) {
            auto wire = wire_of(c, call.caller.user_id, s, *fits);
            if (!wire) return pass_on(wire);
            out.items.push_back(std::move(*wire));
        }
        if (more) {
            const store::SavedJob& last = saved->back();
            out.next_cursor = http::make_cursor(parts.cursors, name,
                                                SavedKey{last.saved_at.micros, last.stage_on.days,
                                                         out.items.back().score.value_or(-1), last.job_id});
        }
        return list_reply(out);
    });
}

Answer<Response> show(const Parts& parts, const Call& call) {
    const auto fits = Fits::find(parts, call.caller.user_id, {});
    if (!fits) return std::unexpected(fits.error());
    return read(parts, [&](sql::Connection& c) -> Answer<Response> {
        const auto saved = get_saved(c, call);
        if (!saved) return std::unexpected(saved.error());
        const auto wire = wire_of(c, call.caller.user_id, *saved, *fits);
        if (!wire) return std::unexpected(wire.error());
        return http::json_reply(200, *wire);
    });
}

Answer<Response> save(const Parts& parts, const Call& call) {
    const auto added = save_job(parts, call.caller.user_id, std::string(call.path_value("job_id")));
    if (!added) return std::unexpected(added.error());
    auto out = show(parts, call);
    if (out) out->status = *added ? 201 : 200;
    return out;
}

Answer<Response> unsave(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"delete_reports"}); !ok) return pass_on(ok);
    const std::string wish = call.query_value("delete_reports").value_or("false");
    if (auto ok = check_word("delete_reports", wish, {"true", "false"}); !ok) return pass_on(ok);
    const bool with_reports = wish == "true";
    auto gone = write(parts, [&](sql::Connection& c) -> Answer<void> {
        const auto saved = get_saved(c, call);
        if (!saved) return std::unexpected(saved.error());
        const auto done = store::unsave_job(c, call.caller.user_id, saved->job_id);
        if (!done) return std::unexpected(done.error());
        if (with_reports) {
            const auto deleted = store::delete_gap_reports_of_job(c, call.caller.user_id, saved->job_id, "");
            if (!deleted) return std::unexpected(deleted.error());
        }
        if (auto e = store::add_event(c, call.caller.user_id, "saved_job", saved->job_id, parts.clock()); !e)
            return pass_on(e);
        return {};
    });
    if (!gone) return pass_on(gone);
    return http::no_content();
}

Answer<Response> list_stages(const Parts& parts, const Call& call) {
    return read(parts, [&](sql::Connection& c) -> Answer<Response> {
        const auto saved = get_saved(c, call);
        if (!saved) return std::unexpected(saved.error());
        const auto steps = store::list_stage_changes(c, call.caller.user_id, saved->job_id);
        if (!steps) return std::unexpected(steps.error());
        StageList out;
        for (const auto& s : *steps) out.items.push_back(to_wire(s));
        return http::json_reply(200, out);
    });
}

Answer<Response> add_stage(const Parts& parts, const Call& call) {
    const auto body = call.body<StageInput>();
    if (!body) return std::unexpected(body.error());
    if (auto ok = check_stage(body->stage); !ok) return pass_on(ok);
    const auto day = check_date("day", body->day);
    if (!day) return std::unexpected(day.error());
    return write(parts, [&](sql::Connection& c) -> Answer<Response> {
        const auto saved = get_saved(c, call);
        if (!saved) return std::unexpected(saved.error());
        const auto steps = store::list_stage_changes(c, call.caller.user_id, saved->job_id);
        if (!steps) return std::unexpected(steps.error());
        if (steps->size() >= most_steps)
            return http::refuse(409, ErrorCode::conflict, "a job may have 200 steps");
        const Timestamp now = parts.clock();
        const auto today = today_of(parts, c, call.caller.user_id);
        if (!today) return std::unexpected(today.error());
        const store::StageChange step{make_uuid(), body->stage, day->value_or(*today), now};
        if (auto done = store::add_stage_change(c, call.caller.user_id, saved->job_id, step); !done)
            return pass_on(done);
        if (auto e = store::add_event(c, call.caller.user_id, "saved_job", saved->job_id, now); !e)
            return pass_on(e);
        return http::json_reply(201, to_wire(step));
    });
}

Answer<Response> remove_stage(const Parts& parts, const Call& call) {
    auto gone = write(parts, [&](sql::Connection& c) -> Answer<void> {
        const auto saved = get_saved(c, call);
        if (!saved) return std::unexpected(saved.error());
        const auto steps = store::list_stage_changes(c, call.caller.user_id, saved->job_id);
        if (!steps) return std::unexpected(steps.error());
        const auto id = call.path_value("stage_change_id");
        if (std::none_of(steps->begin(), steps->end(), [&](const auto& s) { return s.id == id; }))
            return std::unexpected(Error{ErrorCode::not_found, "there is no such step", {}, {}});
        if (steps->size() == 1)
            return http::refuse(409, ErrorCode::conflict, "the only step cannot be taken back", {},
                                "Unsave the job instead");
        const auto done = store::delete_stage_change(c, call.caller.user_id, saved->job_id, id);
        if (!done) return std::unexpected(done.error());
        if (auto e = store::add_event(c, call.caller.user_id, "saved_job", saved->job_id, parts.clock()); !e)
            return pass_on(e);
        return {};
    });
    if (!gone) return pass_on(gone);
    return http::no_content();
}

}  // namespace

Answer<bool> save_job(const Parts& parts, const std::string& owner, const std::string& job_id) {
    std::string resume_id;
    const auto added = write(parts, [&](sql::Connection& c) -> Answer<bool> {
        const auto job = or_not_found(store::find_job(c, owner, job_id), "there is no such job");
        if (!job) return std::unexpected(job.error());
        const Timestamp now = parts.clock();
        const auto today = today_of(parts, c, owner);
        if (!today) return std::unexpected(today.error());
        const auto fresh = store::save_job(c, owner, {job->id, "saved", *today, now});
        if (!fresh) return std::unexpected(fresh.error());
        if (*fresh) {
            if (auto s = store::add_stage_change(c, owner, job->id, {make_uuid(), "saved", *today, now}); !s)
                return pass_on(s);
            if (auto e = store::add_event(c, owner, "saved_job", job->id, now); !e) return pass_on(e);
        }
        const auto resume = store::find_default_resume(c, owner);
        if (!resume) return std::unexpected(resume.error());
        resume_id = *resume && (*resume)->state == "ready" ? (*resume)->id : "";
        return *fresh;
    });
    if (!added) return std::unexpected(added.error());
    if (*added && !resume_id.empty()) {
        const auto made = request_report(parts, owner, resume_id, job_id, {});
        // The job is saved all the same when the reports of the day are used up.
        if (!made && made.error().error.code != ErrorCode::rate_limited) return std::unexpected(made.error());
    }
    return *added;
}

void add_saved_job_routes(http::Router& router, const Parts& parts) {
    router.add({.method = Method::get, .pattern = "/api/job-collections", .handler = with(parts, list)});
    router.add(
        {.method = Method::get, .pattern = "/api/job-collections/{job_id}", .handler = with(parts, show)});
    router.add(
        {.method = Method::post, .pattern = "/api/job-collections/{job_id}", .handler = with(parts, save)});
    router.add({.method = Method::delete_,
                .pattern = "/api/job-collections/{job_id}",
                .handler = with(parts, unsave)});
    router.add({.method = Method::get,
                .pattern = "/api/job-collections/{job_id}/stages",
                .handler = with(parts, list_stages)});
    router.add({.method = Method::post,
                .pattern = "/api/job-collections/{job_id}/stages",
                .handler = with(parts, add_stage)});
    router.add({.method = Method::delete_,
                .pattern = "/api/job-collections/{job_id}/stages/{stage_change_id}",
                .handler = with(parts, remove_stage)});
}

}  // namespace headway::api
