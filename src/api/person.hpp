// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"

namespace headway::api {

/// /api/profile and /api/settings: how to reach a person, and how the program behaves for them.
void add_person_routes(http::Router& router, const Parts& parts);

}  // namespace headway::api
