// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"

namespace headway::api {

/// /api/skills and /api/occupations: searching and showing what the frameworks know.
void add_skill_routes(http::Router& router, const Parts& parts);

}  // namespace headway::api
