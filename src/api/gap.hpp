// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"
#include "store/gap_reports.hpp"
#include "store/runs.hpp"

namespace headway::api {

/// /api/gap/run, /api/gap/{id}, /api/gap/by-job/…: the seed's routes of reports.
void add_gap_routes(http::Router& router, const Parts& parts);
/// /api/gap-reports/…: lists, history, differences, suppositions.
void add_gap_report_routes(http::Router& router, const Parts& parts);

}  // namespace headway::api
