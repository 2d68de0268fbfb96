// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "api/wire_correction.hpp"
#include "report/wire.hpp"
#include "store/gap_reports.hpp"
#include "store/runs.hpp"

namespace headway::api {

struct StatsWire {
    double score = 0;
    double low = 0;
    double high = 0;
    std::int64_t requirements = 0;
    std::int64_t matched = 0;
    std::int64_t weak = 0;
    std::int64_t missing = 0;
};
BOOST_DESCRIBE_STRUCT(StatsWire, (), (score, low, high, requirements, matched, weak, missing))

struct GapRunResultWire {
    std::string gap_report_id;
    std::optional<StatsWire> stats;
    std::string run_id;
    std::string state;
};
BOOST_DESCRIBE_STRUCT(GapRunResultWire, (), (gap_report_id, stats, run_id, state))

struct GapSummaryWire {
    std::string id;
    std::optional<std::string> resume_id;
    std::string job_id;
    std::string resume_name;
    std::string job_title;
    std::string company;
    std::string state;
    std::optional<std::string> reason;
    bool can_retry = false;
    std::optional<std::string> run_id;
    bool stale = false;
    std::string latest_id;
    std::optional<StatsWire> stats;
    std::optional<double> previous_score;
    std::string created_at;
};
BOOST_DESCRIBE_STRUCT(GapSummaryWire, (),
                      (id, resume_id, job_id, resume_name, job_title, company, state, reason, can_retry,
                       run_id, stale, latest_id, stats, previous_score, created_at))

struct GapReportWire {
    std::string id;
    std::optional<std::string> resume_id;
    std::string job_id;
    std::string resume_name;
    std::string job_title;
    std::string company;
    std::string state;
    std::optional<std::string> reason;
    bool can_retry = false;
    std::optional<std::string> run_id;
    bool stale = false;
    std::string latest_id;
    std::optional<StatsWire> stats;
    std::optional<double> previous_score;
    std::optional<report::WireReport> content;
    std::vector<CorrectionWire> corrections;
    std::string created_at;
};
BOOST_DESCRIBE_STRUCT(GapReportWire, (),
                      (id, resume_id, job_id, resume_name, job_title, company, state, reason, can_retry,
                       run_id, stale, latest_id, stats, previous_score, content, corrections, created_at))

[[nodiscard]] StatsWire stats_of(const store::GapReport& report);

/// How a report stands among the others on the same résumé and job.
struct GapPlace {
    bool stale = false;  ///< What it was made of has changed since.
    std::string latest_id;
    std::optional<double> previous_score;
};
[[nodiscard]] GapSummaryWire to_summary(const store::GapReport& report, const GapPlace& place);

}  // namespace headway::api
