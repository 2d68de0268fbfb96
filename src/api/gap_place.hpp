// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/handler.hpp"
#include "api/wire_gap.hpp"

namespace headway::api {

/// Looks up where a report stands: the newest of its pair, the score before it, whether its inputs have
/// changed.
[[nodiscard]] Result<GapPlace> place_of(const Parts& parts, sql::Connection& c, const std::string& owner,
                                        const store::GapReport& report);

/// What a stored report says.
[[nodiscard]] Answer<report::WireReport> report_content(sql::Connection& c, const std::string& owner,
                                                        const std::string& id);

/// A report with its content, the corrections that it rests on and where it stands.
[[nodiscard]] Answer<GapReportWire> whole_report(const Parts& parts, sql::Connection& c,
                                                 const std::string& owner, const store::GapReport& report);

/// Queues a report that a person asks for and waits a little for it. A pair whose inputs have a report
/// already answers with that one; any other counts against reports_per_day, and is refused when that is used
/// up. An occupation becomes the person's choice for the job.
struct Requested {
    store::Run run;
    std::optional<store::GapReport> report;  ///< When the run has ended well.
};
[[nodiscard]] Answer<Requested> request_report(const Parts& parts, const std::string& owner,
                                               const std::string& resume_id, const std::string& job_id,
                                               const std::optional<std::string>& occupation_code);

/// 200 with the report, 202 while it is being made, 503 when it failed.
[[nodiscard]] Answer<Response> reply_of(const Answer<Requested>& made);

/// A report that a change made anew.
struct RescoredWire {
    std::string gap_report_id;
    std::string previous_id;
    std::string resume_id;
    std::string job_id;
    double score_before = 0;
    double score_after = 0;
};
BOOST_DESCRIBE_STRUCT(RescoredWire, (),
                      (gap_report_id, previous_id, resume_id, job_id, score_before, score_after))

/// Makes the current reports of a résumé or a job anew (both empty: all), those that can be within patience;
/// the others go on as the runs that are named. They follow from something else and are not counted.
struct Rescoring {
    std::vector<RescoredWire> rescored;
    std::vector<std::string> run_ids;
};
[[nodiscard]] Answer<Rescoring> rescore(const Parts& parts, const std::string& owner,
                                        const std::string& resume_id, const std::string& job_id);

}  // namespace headway::api
