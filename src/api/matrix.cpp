// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "api/fits.hpp"
#include "api/input.hpp"
#include "api/jobs.hpp"
#include "flows/stored_profile.hpp"
#include "ranking/skill_gains.hpp"
#include "report/report.hpp"
#include "store/gap_reports.hpp"
#include "store/resumes.hpp"

namespace headway::api {
namespace {

using http::Method;

constexpr std::size_t most_resumes = 20;
constexpr std::int64_t most_jobs = 100;
constexpr std::int64_t usual_jobs = 50;
constexpr std::size_t most_skills = 10;
/// Skills are summed over this many saved jobs; a few µs each.
constexpr std::size_t most_summed = 10'000;
constexpr std::size_t most_terms = 100;

struct MatrixResume {
    std::string resume_id;
    std::string name;
    bool is_default = false;
};
BOOST_DESCRIBE_STRUCT(MatrixResume, (), (resume_id, name, is_default))

struct MatrixJob {
    std::string job_id;
    std::string title;
    std::string company;
};
BOOST_DESCRIBE_STRUCT(MatrixJob, (), (job_id, title, company))

struct MatrixCell {
    std::string resume_id;
    std::string job_id;
    std::optional<double> score;
    std::optional<std::string> gap_report_id;
};
BOOST_DESCRIBE_STRUCT(MatrixCell, (), (resume_id, job_id, score, gap_report_id))

struct JobGain {
    std::string job_id;
    std::string title;
    std::string company;
    double gain = 0;
};
BOOST_DESCRIBE_STRUCT(JobGain, (), (job_id, title, company, gain))

struct NextSkill {
    report::WireSkillRef skill;
    std::int64_t jobs = 0;
    double gain = 0;
    std::vector<JobGain> per_job;
    std::optional<double> hours;
};
BOOST_DESCRIBE_STRUCT(NextSkill, (), (skill, jobs, gain, per_job, hours))

struct Matrix {
    std::vector<MatrixResume> resumes;
    std::vector<MatrixJob> jobs;
    std::vector<MatrixCell> cells;
    std::vector<NextSkill> next_skills;
};
BOOST_DESCRIBE_STRUCT(Matrix, (), (resumes, jobs, cells, next_skills))

struct MatrixQuery {
    std::vector<std::string> resume_ids;
    std::vector<std::string> stages;
    std::size_t jobs = 0;
};

/// What the matrix is made of.
struct Sides {
    std::vector<store::Resume> resumes;
    std::vector<store::Job> jobs;
    std::vector<store::SavedJobProfile> saved;  ///< All, also those without a column.
    std::map<std::pair<std::string, std::string>, std::string> reports;  ///< By résumé and job.
};

Answer<MatrixQuery> query_of(const Call& call) {
    if (auto ok = call.only_query({"resume_id", "stage", "limit"}); !ok) return pass_on(ok);
    MatrixQuery out;
    out.resume_ids = call.query_values("resume_id");
    if (out.resume_ids.size() > most_resumes)
        return std::unexpected(Error{ErrorCode::invalid, "at most 20 résumés", "resume_id", {}});
    for (const std::string& id : out.resume_ids) {
        if (auto ok = check_id("resume_id", id); !ok) return pass_on(ok);
    }
    out.stages = call.query_values("stage");
    for (const std::string& stage : out.stages) {
        if (auto ok =
                check_word("stage", stage, {"saved", "applied", "interview", "offer", "rejected", "ghosted"});
            !ok)
            return pass_on(ok);
    }
    const auto limit = call.query_number("limit", 1, most_jobs);
    if (!limit) return std::unexpected(limit.error());
    out.jobs = static_cast<std::size_t>(limit->value_or(usual_jobs));
    return out;
}

Answer<std::vector<store::Resume>> load_resumes(sql::Connection& c, const std::string& owner,
                                                const std::vector<std::string>& ids) {
    if (ids.empty()) {
        auto all = store::list_resumes(c, owner, std::nullopt, most_resumes);
        if (!all) return pass_on(all);
        return std::move(*all);
    }
    std::vector<store::Resume> out;
    for (const std::string& id : ids) {
        auto resume = store::find_resume(c, owner, id);
        if (!resume) return pass_on(resume);
        if (!*resume)
            return std::unexpected(Error{ErrorCode::invalid, "there is no such résumé", "resume_id", {}});
        const bool again =
            std::any_of(out.begin(), out.end(), [&](const store::Resume& r) { return r.id == id; });
        if (!again) out.push_back(std::move(**resume));
    }
    return out;
}

Answer<Sides> load(sql::Connection& c, const std::string& owner, const MatrixQuery& query) {
    Sides out;
    auto resumes = load_resumes(c, owner, query.resume_ids);
    if (!resumes) return pass_on(resumes);
    out.resumes = std::move(*resumes);
    auto saved = store::list_saved_jobs_in(c, owner, query.stages, query.jobs);
    if (!saved) return pass_on(saved);
    for (const store::SavedJob& s : *saved) {
        auto job = store::find_job(c, owner, s.job_id);
        if (!job) return pass_on(job);
        if (!*job) continue;  // withdrawn since
        out.jobs.push_back(std::move(**job));
    }
    auto profiles = store::list_saved_job_profiles(c, owner, query.stages, most_summed);
    if (!profiles) return pass_on(profiles);
    out.saved = std::move(*profiles);
    auto reports = store::current_gap_reports(c, owner, "", "");
    if (!reports) return pass_on(reports);
    for (const store::GapReport& r : *reports) {
        if (r.resume_id) out.reports[{*r.resume_id, r.job_id}] = r.id;
    }
    return out;
}

std::optional<double> shortest_hours(const Parts& parts, ontology::SkillId skill) {
    std::optional<double> out;
    for (const auto& [s, resource] : parts.knowledge.corpus.teaching(skill)) {
        const double hours = parts.knowledge.corpus.resources()[resource].hours;
        out = std::min(out.value_or(hours), hours);
    }
    return out;
}

std::string shown_title(const std::string& title) {
    return title.empty() ? "Job without a title" : title;
}

std::vector<NextSkill> next_skills(const Parts& parts, const flows::Candidate& candidate,
                                   const std::vector<store::SavedJobProfile>& saved) {
    std::map<std::string_view, const ranking::JobProfile*> own;  // As the person reads them.
    for (const flows::OwnJob& o : candidate.own) own[o.id] = o.profile.get();
    std::vector<ranking::JobProfile> profiles;
    profiles.reserve(saved.size());
    for (const store::SavedJobProfile& s : saved) {
        const auto mine = own.find(s.job_id);
        profiles.push_back(mine != own.end()
                               ? *mine->second
                               : flows::profile_from_store(parts.knowledge, s.profile.value).profile);
    }
    std::vector<NextSkill> out;
    for (const auto& gain : ranking::skill_gains(*candidate.held, profiles, most_skills)) {
        const ontology::SkillId skill = parts.knowledge.skill_keys.find(gain.skill);
        if (skill == ontology::none) continue;
        std::vector<JobGain> each;
        for (const ranking::JobGain& g : gain.jobs) {
            if (each.size() == most_terms) break;
            const store::SavedJobProfile& s = saved[g.job];
            each.push_back({s.job_id, shown_title(s.title), s.company, two_decimals(g.points)});
        }
        out.push_back({report::make_skill_ref(parts.knowledge.catalog, skill),
                       static_cast<std::int64_t>(gain.jobs.size()), two_decimals(gain.points),
                       std::move(each), shortest_hours(parts, skill)});
    }
    return out;
}

Answer<Response> show(const Parts& parts, const Call& call) {
    const auto query = query_of(call);
    if (!query) return std::unexpected(query.error());
    const std::string& owner = call.caller.user_id;
    auto sides = read(parts, [&](sql::Connection& c) { return load(c, owner, *query); });
    if (!sides) return pass_on(sides);
    Matrix out;
    for (const store::Job& j : sides->jobs) out.jobs.push_back({j.id, shown_title(j.title), j.company});
    for (const store::Resume& r : sides->resumes) {
        out.resumes.push_back({r.id, r.name, r.is_default});
        const auto fits = Fits::find(parts, owner, r.id);
        if (!fits) return std::unexpected(fits.error());
        for (const store::Job& j : sides->jobs) {
            const auto report = sides->reports.find({r.id, j.id});
            out.cells.push_back(
                {r.id, j.id, fits->of(j),
                 report == sides->reports.end() ? std::nullopt : std::optional(report->second)});
        }
    }
    const auto usual = Fits::find(parts, owner, {});
    if (!usual) return std::unexpected(usual.error());
    if (usual->candidate()) out.next_skills = next_skills(parts, *usual->candidate(), sides->saved);
    return http::json_reply(200, out);
}

}  // namespace

void add_matrix_routes(http::Router& router, const Parts& parts) {
    router.add({.method = Method::get, .pattern = "/api/matrix", .handler = with(parts, show)});
}

}  // namespace headway::api
