// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"
#include "flows/gather_jobs.hpp"

namespace headway::api {

/// /api/jobs/fetch-external and what belongs to it: jobs from boards.
/// `outside` must outlive the router.
void add_fetch_routes(http::Router& router, const Parts& parts, const flows::Outside& outside);

}  // namespace headway::api
