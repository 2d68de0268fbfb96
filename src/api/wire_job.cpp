// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/wire_job.hpp"

#include "api/wire_user.hpp"
#include "store/resumes.hpp"

namespace headway::api {
namespace {

constexpr std::size_t longest_excerpt = 280;  // bytes

std::optional<SalaryWire> salary_of(const store::Job& j) {
    if (!j.salary_min && !j.salary_max) return std::nullopt;
    return SalaryWire{j.salary_min, j.salary_max, j.salary_currency.value_or("USD"),
                      j.salary_period.value_or("year")};
}

std::string excerpt_of(const std::string& text) {
    std::string out = text.substr(0, longest_excerpt);
    if (text.size() > longest_excerpt) {
        out.resize(std::min(out.rfind(' '), out.size()));
        while (!out.empty() && (static_cast<unsigned char>(out.back()) & 0xC0U) == 0x80U) out.pop_back();
        if (!out.empty() && (static_cast<unsigned char>(out.back()) & 0xC0U) == 0xC0U) out.pop_back();
        out += " …";
    }
    for (char& c : out) {
        if (c == '\n' || c == '\t') c = ' ';
    }
    return out;
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

Result<JobContext> context_of(sql::Connection& c, const std::string& caller, const store::Job& job) {
    JobContext out{caller, {}, {}};
    auto saved = store::find_saved_job(c, caller, job.id);
    if (!saved) return pass_on(saved);
    out.saved = std::move(*saved);
    const auto resume = store::find_default_resume(c, caller);
    if (!resume) return std::unexpected(resume.error());
    if (!*resume) return out;
    const auto report = store::latest_gap_report(c, caller, job.id, (*resume)->id);
    if (!report) return std::unexpected(report.error());
    if (*report) out.fit = (*report)->score;
    return out;
}

}  // namespace headway::api
