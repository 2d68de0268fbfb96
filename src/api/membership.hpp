// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"

namespace headway::api {

/// /api/membership: the plan and what is used of it.
void add_membership_routes(http::Router& router, const Parts& parts);

}  // namespace headway::api
