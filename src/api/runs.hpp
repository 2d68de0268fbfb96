// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"

namespace headway::api {

/// /api/runs: background work, to watch, cancel and try again.
void add_run_routes(http::Router& router, const Parts& parts);

}  // namespace headway::api
