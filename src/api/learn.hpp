// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"

namespace headway::api {

/// /api/learn, /api/learning-items: from a gap to what closes it.
void add_learning_routes(http::Router& router, const Parts& parts);
/// /api/learn/advise, /api/learn/{id}/check-url: what a language model says of it, and its addresses.
void add_learning_advice_routes(http::Router& router, const Parts& parts);
/// /api/learning-plans, /api/tasks/add: from there to dated tasks.
void add_learning_plan_routes(http::Router& router, const Parts& parts);

}  // namespace headway::api
