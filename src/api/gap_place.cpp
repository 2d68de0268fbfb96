// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/gap_place.hpp"

#include "api/queueing.hpp"
#include "api/quotas.hpp"
#include "api/wire_correction.hpp"
#include "api/wire_run.hpp"
#include "flows/gap_report.hpp"
#include "store/corrections.hpp"
#include "store/jobs.hpp"
#include "store/quotas.hpp"

namespace headway::api {

Result<GapPlace> place_of(const Parts& parts, sql::Connection& c, const std::string& owner,
                          const store::GapReport& r) {
    GapPlace out;
    out.latest_id = r.id;
    if (!r.resume_id) return out;
    const auto latest = store::latest_gap_report(c, owner, r.job_id, *r.resume_id);
    if (!latest) return std::unexpected(latest.error());
    if (*latest) out.latest_id = (*latest)->id;
    const auto before = store::list_gap_reports(c, owner, r.job_id, *r.resume_id, r.id, 1);
    if (!before) return std::unexpected(before.error());
    if (!before->empty()) out.previous_score = before->front().score;
    const auto source = flows::load_gap_source(c, owner, {*r.resume_id, r.job_id});
    out.stale = out.latest_id != r.id || !source ||
                flows::hash_of(*source, parts.knowledge, date_of(parts.clock())) != r.inputs_hash;
    return out;
}

Answer<report::WireReport> report_content(sql::Connection& c, const std::string& owner,
                                          const std::string& id) {
    const auto text = store::find_gap_content(c, owner, id);
    if (!text) return std::unexpected(text.error());
    auto content = json::from_json<report::WireReport>(text->value_or(""));
    if (!content) {
        return std::unexpected(Error{ErrorCode::conflict,
                                     "this report was made by another version of the program, whose reports "
                                     "this one does not read (" +
                                         content.error().message() + ")",
                                     id, "Make it again"});
    }
    return std::move(*content);
}

Answer<GapReportWire> whole_report(const Parts& parts, sql::Connection& c, const std::string& owner,
                                   const store::GapReport& r) {
    const auto place = place_of(parts, c, owner, r);
    if (!place) return std::unexpected(place.error());
    auto content = report_content(c, owner, r.id);
    if (!content) return pass_on(content);
    std::vector<CorrectionWire> corrections;
    if (r.resume_id) {
        const auto of_resume = store::corrections_of_resume(c, owner, *r.resume_id);
        if (!of_resume) return std::unexpected(of_resume.error());
        corrections = skill_corrections(*of_resume, parts.knowledge.catalog);
    }
    const auto of_job = store::corrections_of_job(c, owner, r.job_id);
    if (!of_job) return std::unexpected(of_job.error());
    for (auto& x : skill_corrections(*of_job, parts.knowledge.catalog)) corrections.push_back(std::move(x));
    const GapSummaryWire s = to_summary(r, *place);
    return GapReportWire{s.id,
                         s.resume_id,
                         s.job_id,
                         s.resume_name,
                         s.job_title,
                         s.company,
                         s.state,
                         s.reason,
                         s.can_retry,
                         s.run_id,
                         s.stale,
                         s.latest_id,
                         s.stats,
                         s.previous_score,
                         std::move(*content),
                         std::move(corrections),
                         s.created_at};
}

namespace {

/// Queues a report, or joins a run of the same that nobody has begun yet and that will read what holds then:
/// the id of the run. `count` lets it through or refuses it; it is not asked about what is joined.
template <class Count>
Answer<std::string> queue_report(const Parts& parts, sql::Connection& c, const std::string& owner,
                                 const flows::GapInput& input, Count count) {
    // Requests that come together see each other.
    if (auto locked = store::lock_holdings(c, owner); !locked) return pass_on(locked);
    const store::Run run = make_run(parts, owner, "make_report", input.job_id, json::to_json(input));
    const auto waiting =
        store::find_queued_run(c, owner, run.kind, run.input, run.created_at - std::chrono::hours(1));
    if (!waiting) return std::unexpected(waiting.error());
    if (*waiting) return **waiting;
    if (Answer<void> ok = count(); !ok) return pass_on(ok);
    if (auto added = store::add_run(c, run); !added) return pass_on(added);
    return run.id;
}

/// What is there already is not counted; what cannot be made is refused at once, with its reason.
Answer<void> count_report(const Parts& parts, sql::Connection& c, const std::string& owner,
                          const flows::GapInput& input) {
    const auto source = flows::load_gap_source(c, owner, input);
    if (!source) return std::unexpected(source.error());
    const auto there = store::find_gap_report_by_inputs(
        c, owner, flows::hash_of(*source, parts.knowledge, date_of(parts.clock())));
    if (!there) return std::unexpected(there.error());
    if (*there) return {};
    return use_quota(parts, c, owner, "reports_per_day", 1);
}

}  // namespace

Answer<Requested> request_report(const Parts& parts, const std::string& owner, const std::string& resume_id,
                                 const std::string& job_id,
                                 const std::optional<std::string>& occupation_code) {
    const flows::GapInput input{resume_id, job_id};
    const auto run_id = write(parts, [&](sql::Connection& c) -> Answer<std::string> {
        if (occupation_code) {
            if (auto job = or_not_found(store::find_job(c, owner, job_id), "there is no such job"); !job)
                return pass_on(job);
            if (auto chosen = store::choose_occupation(c, owner, job_id, occupation_code, parts.clock());
                !chosen)
                return pass_on(chosen);
        }
        return queue_report(parts, c, owner, input, [&] { return count_report(parts, c, owner, input); });
    });
    if (!run_id) return std::unexpected(run_id.error());
    auto ended = wait_for(parts, owner, *run_id);
    if (!ended) return pass_on(ended);
    Requested out{std::move(*ended), {}};
    if (out.run.state != "ready") return out;
    const std::string id = result_of(out.run).gap_report_id.value_or("");
    auto report =
        parts.database.read([&](sql::Connection& c) { return store::find_gap_report(c, owner, id); });
    if (!report) return pass_on(report);
    out.report = std::move(*report);
    return out;
}

Answer<Response> reply_of(const Answer<Requested>& made) {
    if (!made) return std::unexpected(made.error());
    const store::Run& run = made->run;
    if (run.state == "failed")
        return http::refuse(503, ErrorCode::unavailable, run.reason.value_or("the report could not be made"));
    if (!made->report) return http::json_reply(202, GapRunResultWire{run.id, {}, run.id, run.state});
    return http::json_reply(200,
                            GapRunResultWire{made->report->id, stats_of(*made->report), run.id, "ready"});
}

Answer<Rescoring> rescore(const Parts& parts, const std::string& owner, const std::string& resume_id,
                          const std::string& job_id) {
    Rescoring out;
    const auto current = parts.database.read(
        [&](sql::Connection& c) { return store::current_gap_reports(c, owner, job_id, resume_id); });
    if (!current) return std::unexpected(current.error());
    std::vector<std::string> runs;
    auto queued = write(parts, [&](sql::Connection& c) -> Answer<void> {
        runs.clear();
        for (const store::GapReport& r : *current) {
            auto run = queue_report(parts, c, owner, {*r.resume_id, r.job_id}, [] { return Answer<void>(); });
            if (!run) return pass_on(run);
            runs.push_back(std::move(*run));
        }
        return {};
    });
    if (!queued) return pass_on(queued);
    const auto until = std::chrono::steady_clock::now() + parts.waiter.patience();
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        auto run = parts.waiter.wait(owner, runs[i], std::max(left, std::chrono::milliseconds(0)));
        if (!run) return pass_on(run);
        if (!*run || (*run)->state != "ready") {
            out.run_ids.push_back(runs[i]);
            continue;
        }
        const store::GapReport& before = (*current)[i];
        const std::string id = result_of(**run).gap_report_id.value_or("");
        const auto after =
            parts.database.read([&](sql::Connection& c) { return store::find_gap_report(c, owner, id); });
        if (!after) return std::unexpected(after.error());
        if (*after && (*after)->id != before.id)
            out.rescored.push_back(
                {(*after)->id, before.id, *before.resume_id, before.job_id, before.score, (*after)->score});
    }
    return out;
}

}  // namespace headway::api
