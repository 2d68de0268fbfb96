// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"
#include "store/jobs.hpp"

namespace headway::api {

/// /api/jobs: adding, showing, changing, publishing.
void add_job_routes(http::Router& router, const Parts& parts);
/// /api/jobs and /api/jobs/search: lists of them, narrowed and in order.
void add_job_list_routes(http::Router& router, const Parts& parts);
/// /api/jobs/ranking: those that fit best.
void add_job_ranking_routes(http::Router& router, const Parts& parts);
/// /api/matrix: résumés held against saved jobs.
void add_matrix_routes(http::Router& router, const Parts& parts);
/// /api/jobs/{job_id}/text, /requirements, /occupation: what was read.
void add_job_reading_routes(http::Router& router, const Parts& parts);
/// /api/job-collections: saved jobs and the steps of an application.
void add_saved_job_routes(http::Router& router, const Parts& parts);

/// The job of the path, one that the caller may see.
[[nodiscard]] http::Answer<store::Job> get_job(sql::Connection& c, const http::Call& call);

/// Whether a job may have this address.
[[nodiscard]] bool is_job_address(const std::string& url);

/// Reads the requirements and gives them as the ranking keeps them; a job without a title takes the one that
/// its text begins with.
[[nodiscard]] std::string read_requirements(const Parts& parts, store::Job& job);

/// Counts a new job of its owner against the quota and adds it, with what read_requirements() gave; tells the
/// owner's pages. The ranking is to be told after the commit.
[[nodiscard]] http::Answer<void> add_job(const Parts& parts, sql::Connection& c, const store::Job& job,
                                         const std::string& profile);

/// Puts a job among the saved ones and has its report made where there is a résumé; whether it is new there.
[[nodiscard]] http::Answer<bool> save_job(const Parts& parts, const std::string& owner,
                                          const std::string& job_id);

}  // namespace headway::api
