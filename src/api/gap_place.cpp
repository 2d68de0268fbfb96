// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/gap_place.hpp"

#include "api/queueing.hpp"
#include "api/wire_run.hpp"
#include "flows/gap_report.hpp"

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
    const auto source = flows::load_gap_source(c, owner, {*r.resume_id, r.job_id, {}});
    out.stale = out.latest_id != r.id || !source ||
                flows::hash_of(*source, parts.knowledge, date_of(parts.clock())) != r.inputs_hash;
    return out;
}

Answer<Requested> request_report(const Parts& parts, const std::string& owner, const std::string& resume_id,
                                 const std::string& job_id,
                                 const std::optional<std::string>& occupation_code) {
    const flows::GapInput input{resume_id, job_id, occupation_code};
    const store::Run run = make_run(parts, owner, "make_report", job_id, json::to_json(input));
    auto queued = write(parts, [&](sql::Connection& c) -> Answer<void> {
        // What cannot be made is refused at once, with its reason.
        if (auto source = flows::load_gap_source(c, owner, input); !source) return pass_on(source);
        if (auto added = store::add_run(c, run); !added) return pass_on(added);
        return {};
    });
    if (!queued) return pass_on(queued);
    auto ended = wait_for(parts, owner, run.id);
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

Answer<Rescoring> rescore(const Parts& parts, const std::string& owner, const std::string& resume_id,
                          const std::string& job_id) {
    Rescoring out;
    const auto current = parts.database.read(
        [&](sql::Connection& c) { return store::current_gap_reports(c, owner, job_id, resume_id); });
    if (!current) return std::unexpected(current.error());
    std::vector<store::Run> runs;
    auto queued = write(parts, [&](sql::Connection& c) -> Answer<void> {
        runs.clear();
        for (const store::GapReport& r : *current) {
            runs.push_back(make_run(parts, owner, "make_report", r.job_id,
                                    json::to_json(flows::GapInput{*r.resume_id, r.job_id, {}})));
            if (auto added = store::add_run(c, runs.back()); !added) return pass_on(added);
        }
        return {};
    });
    if (!queued) return pass_on(queued);
    const auto until = std::chrono::steady_clock::now() + patience;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        auto run = parts.waiter.wait(owner, runs[i].id, std::max(left, std::chrono::milliseconds(0)));
        if (!run) return pass_on(run);
        if (!*run || (*run)->state != "ready") {
            out.run_ids.push_back(runs[i].id);
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
