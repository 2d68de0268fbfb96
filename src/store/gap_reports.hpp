// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

namespace headway::store {

/// A gap report without its content. It never changes.
struct GapReport {
    std::string id;
    std::optional<std::string> resume_id;  ///< None when the résumé is gone.
    std::string job_id;
    std::string inputs_hash;  ///< Of everything that the content depends on.
    double score = 0;
    double low = 0;
    double high = 0;
    std::int64_t matched = 0;
    std::int64_t weak = 0;
    std::int64_t missing = 0;
    std::int64_t requirements = 0;
    std::string resume_name;
    std::string job_title;
    std::string company;
    std::string run_id;
    Timestamp created_at;
};
BOOST_DESCRIBE_STRUCT(GapReport, (),
                      (id, resume_id, job_id, inputs_hash, score, low, high, matched, weak, missing,
                       requirements, resume_name, job_title, company, run_id, created_at))

[[nodiscard]] Result<void> add_gap_report(sql::Connection& c, std::string_view owner, const GapReport& report,
                                          std::string_view content);
[[nodiscard]] Result<std::optional<GapReport>> find_gap_report(sql::Connection& c, std::string_view owner,
                                                               std::string_view id);
[[nodiscard]] Result<std::optional<std::string>> find_gap_content(sql::Connection& c, std::string_view owner,
                                                                  std::string_view id);
/// The one with these inputs, when it is the newest of its résumé and job: who takes a change back gets a new
/// report, so that the newest is always the one that holds.
[[nodiscard]] Result<std::optional<GapReport>> find_gap_report_by_inputs(sql::Connection& c,
                                                                         std::string_view owner,
                                                                         std::string_view inputs_hash);
/// The newest on a job; with one résumé when it is given.
[[nodiscard]] Result<std::optional<GapReport>> latest_gap_report(sql::Connection& c, std::string_view owner,
                                                                 std::string_view job_id,
                                                                 std::optional<std::string_view> resume_id);
/// Newest first; ids empty for all.
[[nodiscard]] Result<std::vector<GapReport>> list_gap_reports(sql::Connection& c, std::string_view owner,
                                                              std::string_view job_id,
                                                              std::string_view resume_id,
                                                              std::optional<std::string_view> before,
                                                              std::size_t limit);
/// The newest of each pair of résumé and job that one of the two belongs to; both empty: of every pair. The
/// newest first, those older than the id `before`.
[[nodiscard]] Result<std::vector<GapReport>> current_gap_reports(sql::Connection& c, std::string_view owner,
                                                                 std::string_view job_id,
                                                                 std::string_view resume_id,
                                                                 std::optional<std::string_view> before = {},
                                                                 std::size_t limit = 1000);
[[nodiscard]] Result<bool> delete_gap_report(sql::Connection& c, std::string_view owner, std::string_view id);
[[nodiscard]] Result<std::int64_t> delete_gap_reports_of_job(sql::Connection& c, std::string_view owner,
                                                             std::string_view job_id,
                                                             std::string_view resume_id);

}  // namespace headway::store
