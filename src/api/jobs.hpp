// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"
#include "store/jobs.hpp"

namespace headway::api {

/// /api/jobs: adding, listing, searching, changing.
void add_job_routes(http::Router& router, const Parts& parts);
/// /api/jobs/{job_id}/text, /requirements, /occupation: what was read.
void add_job_reading_routes(http::Router& router, const Parts& parts);
/// /api/job-collections: saved jobs and the steps of an application.
void add_saved_job_routes(http::Router& router, const Parts& parts);

/// The job of the path, one that the caller may see.
[[nodiscard]] http::Answer<store::Job> get_job(sql::Connection& c, const http::Call& call);

}  // namespace headway::api
