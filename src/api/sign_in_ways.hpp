// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"

namespace headway::api {

/// /api/auth/ways: how somebody signs in, and taking a way back.
void add_sign_in_way_routes(http::Router& router, const Parts& parts);

}  // namespace headway::api
