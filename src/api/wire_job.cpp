// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/wire_job.hpp"

#include "api/excerpt.hpp"
#include "api/wire_user.hpp"
#include "flows/corrections.hpp"
#include "store/corrections.hpp"

namespace headway::api {
namespace {

constexpr double least_confidence = 0.25;  // as the engine's own

std::optional<SalaryWire> salary_of(const store::Job& j) {
    if (!j.salary_min && !j.salary_max) return std::nullopt;
    return SalaryWire{j.salary_min, j.salary_max, j.salary_currency, j.salary_period};
}

/// The members that a job and its summary share.
template <class Wire>
Wire shared(const store::Job& j, const JobContext& x) {
    Wire w;
    w.id = j.id;
    w.title = j.title.empty() ? "Job without a title" : j.title;
    w.company = j.company;
    w.location = j.location;
    w.remote = j.remote;
    w.job_type = j.job_type;
    w.url = j.url;
    w.salary = salary_of(j);
    w.posted_on = optional_text(j.posted_on);
    w.source = j.source;
    w.external_id = j.external_id;
    w.published = j.published;
    w.owned = j.owner_id == x.caller;
    w.saved = x.saved.has_value();
    if (x.saved) w.stage = x.saved->stage;
    w.fit = x.fit;
    w.requirements = j.requirements;
    w.created_at = to_string(j.created_at);
    w.updated_at = to_string(j.updated_at);
    w.version = j.version;
    return w;
}

/// The one that the person chose, else what the title says when that is sure enough.
std::optional<report::WireOccupation> occupation_of(const Parts& parts, sql::Connection& c,
                                                    const std::string& caller, const store::Job& job) {
    const auto corrections = store::corrections_of_job(c, caller, job.id);
    if (corrections) {
        const auto corrected = flows::to_engine(*corrections, parts.knowledge.catalog);
        if (corrected.occupation)
            return report::make_occupation(parts.knowledge.catalog, {*corrected.occupation, 1});
    }
    const auto found = parts.knowledge.engine.occupations(job.title, 1);
    if (found.empty() || found.front().confidence < least_confidence) return std::nullopt;
    return report::make_occupation(parts.knowledge.catalog, found.front());
}

}  // namespace

JobSummaryWire to_summary(const store::Job& job, const JobContext& context) {
    auto out = shared<JobSummaryWire>(job, context);
    out.excerpt = excerpt_of(job.description);
    return out;
}

JobWire to_wire(const store::Job& job, const JobContext& context,
                const std::optional<report::WireOccupation>& occupation) {
    auto out = shared<JobWire>(job, context);
    out.description = job.description;
    out.occupation = occupation;
    return out;
}

Answer<JobWire> whole_job(const Parts& parts, sql::Connection& c, const std::string& caller,
                          const store::Job& job, const Fits& fits) {
    const auto context = context_of(c, caller, job, fits);
    if (!context) return std::unexpected(context.error());
    return to_wire(job, *context, occupation_of(parts, c, caller, job));
}

Result<JobContext> context_of(sql::Connection& c, const std::string& caller, const store::Job& job,
                              const Fits& fits) {
    auto saved = store::find_saved_job(c, caller, job.id);
    if (!saved) return pass_on(saved);
    return JobContext{caller, std::move(*saved), fits.of(job)};
}

}  // namespace headway::api
