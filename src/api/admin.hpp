// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"
#include "api/passwords.hpp"

namespace headway::api {

/// /api/admin/users: accounts, their roles, plans and quotas. `passwords` must outlive the router.
void add_admin_user_routes(http::Router& router, const Parts& parts, const Passwords& passwords);

/// /api/admin/health and /api/admin/ontology: how the server is and what it knows skills from.
void add_admin_health_routes(http::Router& router, const Parts& parts);

/// All of them.
void add_admin_routes(http::Router& router, const Parts& parts, const Passwords& passwords);

}  // namespace headway::api
