// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"

namespace headway::api {

/// /api/tasks: what somebody does; finishing one that came of a learning item raises the level of its skill.
void add_task_routes(http::Router& router, const Parts& parts);

}  // namespace headway::api
