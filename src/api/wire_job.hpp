// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "api/fits.hpp"
#include "api/handler.hpp"
#include "report/report.hpp"
#include "store/gap_reports.hpp"
#include "store/jobs.hpp"

namespace headway::api {

struct SalaryWire {
    std::optional<double> min;
    std::optional<double> max;
    std::optional<std::string> currency;  ///< None where the ad states none.
    std::optional<std::string> period;
};
BOOST_DESCRIBE_STRUCT(SalaryWire, (), (min, max, currency, period))

struct JobSummaryWire {
    std::string id;
    std::string title;
    std::string company;
    std::string location;
    bool remote = false;
    std::optional<std::string> job_type;
    std::optional<std::string> url;
    std::optional<SalaryWire> salary;
    std::optional<std::string> posted_on;
    std::string source;
    std::optional<std::string> external_id;
    bool published = false;
    bool owned = false;
    bool saved = false;
    std::optional<std::string> stage;
    std::optional<double> fit;  ///< 0–100 with the default résumé
    std::int64_t requirements = 0;
    std::string excerpt;
    std::string created_at;
    std::string updated_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(JobSummaryWire, (),
                      (id, title, company, location, remote, job_type, url, salary, posted_on, source,
                       external_id, published, owned, saved, stage, fit, requirements, excerpt, created_at,
                       updated_at, version))

struct JobWire {
    std::string id;
    std::string title;
    std::string company;
    std::string location;
    bool remote = false;
    std::optional<std::string> job_type;
    std::optional<std::string> url;
    std::optional<SalaryWire> salary;
    std::optional<std::string> posted_on;
    std::string source;
    std::optional<std::string> external_id;
    bool published = false;
    bool owned = false;
    bool saved = false;
    std::optional<std::string> stage;
    std::optional<double> fit;
    std::int64_t requirements = 0;
    std::string description;
    std::optional<report::WireOccupation> occupation;
    std::string created_at;
    std::string updated_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(JobWire, (),
                      (id, title, company, location, remote, job_type, url, salary, posted_on, source,
                       external_id, published, owned, saved, stage, fit, requirements, description,
                       occupation, created_at, updated_at, version))

/// What else the pages of one person need beside the job itself.
struct JobContext {
    std::string caller;
    std::optional<store::SavedJob> saved;
    std::optional<double> fit;
};
[[nodiscard]] JobSummaryWire to_summary(const store::Job& job, const JobContext& context);
[[nodiscard]] JobWire to_wire(const store::Job& job, const JobContext& context,
                              const std::optional<report::WireOccupation>& occupation);

/// A job with its occupation: the one that the person chose, else what the title says.
[[nodiscard]] Answer<JobWire> whole_job(const Parts& parts, sql::Connection& c, const std::string& caller,
                                        const store::Job& job, const Fits& fits);

/// The context of a job as it is in the database.
[[nodiscard]] Result<JobContext> context_of(sql::Connection& c, const std::string& caller,
                                            const store::Job& job, const Fits& fits);

}  // namespace headway::api
