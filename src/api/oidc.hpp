// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/handler.hpp"

namespace headway::api {

/// /api/auth/oidc/…: to the issuer of sign-ins and back. 404 where none is configured.
void add_oidc_routes(http::Router& router, const Parts& parts);

/// Where a browser whose session began at the issuer goes to end it there too; none for other sessions, or
/// when the issuer has no such place. Read before the session is deleted.
[[nodiscard]] std::optional<std::string> sign_out_address(const Parts& parts, const Call& call);

}  // namespace headway::api
