// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/report_texts.hpp"

#include "flows/reading.hpp"
#include "store/jobs.hpp"
#include "store/resumes.hpp"

namespace headway::api {

Answer<ReportTexts> texts_of(sql::Connection& c, const std::string& owner, const GapReportWire& report) {
    if (report.stale) return ReportTexts();
    auto resume = store::find_resume_text(c, owner, report.resume_id.value_or(""));
    if (!resume) return pass_on(resume);
    const auto job = store::find_job(c, owner, report.job_id);
    if (!job) return std::unexpected(job.error());
    if (!*resume || !*job) return ReportTexts();
    return ReportTexts{std::move((*resume)->content), flows::job_text(**job)};
}

}  // namespace headway::api
