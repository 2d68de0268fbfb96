// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "api/parts.hpp"
#include "store/tasks.hpp"

namespace headway::api {

/// /api/tasks: what somebody does; finishing one that came of a learning item raises the level of its skill.
void add_task_routes(http::Router& router, const Parts& parts);

/// Checks a task and adds it; tells the person's pages.
[[nodiscard]] http::Answer<void> add_task(const Parts& parts, sql::Connection& c, const std::string& owner,
                                          const store::Task& task);

}  // namespace headway::api
