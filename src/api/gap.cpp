// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/gap.hpp"

#include "api/gap_place.hpp"
#include "api/input.hpp"
#include "api/once.hpp"
#include "api/wire_run.hpp"
#include "flows/gap_report.hpp"
#include "store/jobs.hpp"
#include "store/resumes.hpp"

namespace headway::api {
namespace {

using http::Method;

struct GapRunRequest {
    std::string job_id;
    std::optional<std::string> resume_id;
    std::optional<std::string> occupation_code;
};
BOOST_DESCRIBE_STRUCT(GapRunRequest, (), (job_id, resume_id, occupation_code))

struct ByJobWire {
    bool exists = false;
    std::optional<std::string> id;
    std::optional<GapReportWire> gap_report;
};
BOOST_DESCRIBE_STRUCT(ByJobWire, (), (exists, id, gap_report))

struct Deleted {
    std::int64_t deleted = 0;
};
BOOST_DESCRIBE_STRUCT(Deleted, (), (deleted))

Answer<Response> run(const Parts& parts, const Call& call) {
    const auto body = call.body<GapRunRequest>();
    if (!body) return std::unexpected(body.error());
    if (auto ok = check_id("job_id", body->job_id); !ok) return pass_on(ok);
    if (auto ok = check_id("resume_id", body->resume_id); !ok) return pass_on(ok);
    if (body->occupation_code && !parts.knowledge.catalog.find_occupation(*body->occupation_code))
        return std::unexpected(
            Error{ErrorCode::invalid, "there is no such occupation", "occupation_code", {}});
    std::string resume_id = body->resume_id.value_or("");
    if (resume_id.empty()) {
        const auto standing = parts.database.read(
            [&](sql::Connection& c) { return store::find_default_resume(c, call.caller.user_id); });
        if (!standing) return std::unexpected(standing.error());
        if (!*standing)
            return std::unexpected(
                Error{ErrorCode::not_found, "there is no résumé yet", {}, "Upload one first"});
        resume_id = (*standing)->id;
    }
    return reply_of(
        request_report(parts, call.caller.user_id, resume_id, body->job_id, body->occupation_code));
}

/// A report that is being made, has failed, or was answered with another: its run has the id that it would
/// have.
Answer<Response> show_unmade(const Parts& parts, sql::Connection& c, const Call& call) {
    const std::string& owner = call.caller.user_id;
    const auto run =
        or_not_found(store::find_run(c, owner, call.path_value("gap_report_id")), "there is no such report");
    if (!run) return std::unexpected(run.error());
    const auto input = json::from_json<flows::GapInput>(run->input);
    if (run->kind != "make_report" || !input)
        return std::unexpected(Error{ErrorCode::not_found, "there is no such report", {}, {}});
    if (run->state == "ready") {
        const auto there =
            or_not_found(store::find_gap_report(c, owner, result_of(*run).gap_report_id.value_or("")),
                         "the report was deleted");
        if (!there) return std::unexpected(there.error());
        const auto wire = whole_report(parts, c, owner, *there);
        if (!wire) return std::unexpected(wire.error());
        return http::json_reply(200, *wire);
    }
    const auto resume = store::find_resume(c, owner, input->resume_id);
    if (!resume) return std::unexpected(resume.error());
    const auto job = store::find_job(c, owner, input->job_id);
    if (!job) return std::unexpected(job.error());
    GapReportWire out;
    out.id = out.latest_id = run->id;
    out.resume_id = *resume ? std::optional(input->resume_id) : std::nullopt;
    out.job_id = input->job_id;
    out.resume_name = *resume ? (*resume)->name : "a résumé that is gone";
    out.job_title = *job && !(*job)->title.empty() ? (*job)->title : "a job";
    if (*job) out.company = (*job)->company;
    out.state = run->state;
    out.reason = run->reason;
    out.can_retry = run->can_retry;
    out.run_id = run->id;
    out.created_at = to_string(run->created_at);
    return http::json_reply(200, out);
}

Answer<Response> show(const Parts& parts, const Call& call) {
    return read(parts, [&](sql::Connection& c) -> Answer<Response> {
        const auto found = store::find_gap_report(c, call.caller.user_id, call.path_value("gap_report_id"));
        if (!found) return std::unexpected(found.error());
        if (!*found) return show_unmade(parts, c, call);
        const store::GapReport* r = &**found;
        const auto wire = whole_report(parts, c, call.caller.user_id, *r);
        if (!wire) return std::unexpected(wire.error());
        Response out = http::json_reply(200, *wire);
        // The content never changes; what stands around it does.
        out.set_header("ETag", "\"" + r->id + (wire->stale ? "-stale" : "") + "-" +
                                   std::to_string(wire->corrections.size()) + "\"");
        return out;
    });
}

/// Which résumé of the job's reports is meant; a word that is misspelt must not mean all.
Answer<void> check_query(const Call& call) {
    if (auto ok = call.only_query({"resume_id"}); !ok) return pass_on(ok);
    if (auto ok = check_id("resume_id", call.query_value("resume_id")); !ok) return pass_on(ok);
    return {};
}

Answer<Response> show_by_job(const Parts& parts, const Call& call) {
    if (auto ok = check_query(call); !ok) return pass_on(ok);
    return read(parts, [&](sql::Connection& c) -> Answer<Response> {
        const auto r = store::latest_gap_report(c, call.caller.user_id, call.path_value("job_id"),
                                                call.query_value("resume_id"));
        if (!r) return std::unexpected(r.error());
        if (!*r) return http::json_reply(200, ByJobWire{});
        auto wire = whole_report(parts, c, call.caller.user_id, **r);
        if (!wire) return pass_on(wire);
        return http::json_reply(200, ByJobWire{true, (*r)->id, std::move(*wire)});
    });
}

Answer<Response> remove_by_job(const Parts& parts, const Call& call) {
    if (auto ok = check_query(call); !ok) return pass_on(ok);
    const auto gone = parts.database.write([&](sql::Connection& c) {
        return store::delete_gap_reports_of_job(c, call.caller.user_id, call.path_value("job_id"),
                                                call.query_value("resume_id").value_or(""));
    });
    if (!gone) return std::unexpected(gone.error());
    return http::json_reply(200, Deleted{*gone});
}

}  // namespace

void add_gap_routes(http::Router& router, const Parts& parts) {
    add_once(router, parts, {.method = Method::post, .pattern = "/api/gap/run", .handler = with(parts, run)});
    router.add({.method = Method::get, .pattern = "/api/gap/{gap_report_id}", .handler = with(parts, show)});
    router.add(
        {.method = Method::get, .pattern = "/api/gap/by-job/{job_id}", .handler = with(parts, show_by_job)});
    router.add({.method = Method::delete_,
                .pattern = "/api/gap/by-job/{job_id}",
                .handler = with(parts, remove_by_job)});
}

}  // namespace headway::api
