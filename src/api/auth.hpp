// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"
#include "api/passwords.hpp"

namespace headway::api {

/// /api/auth/…: accounts, signing in and out, the password. `passwords` must outlive the router.
void add_auth_routes(http::Router& router, const Parts& parts, const Passwords& passwords);

}  // namespace headway::api
