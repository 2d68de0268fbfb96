// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"

namespace headway::api {

/// /api/goals: what somebody works towards.
void add_goal_routes(http::Router& router, const Parts& parts);

}  // namespace headway::api
