// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"

namespace headway::api {

/// /api/auth/sessions and /api/auth/access-tokens: what is signed in for an account, and ending it.
void add_credential_routes(http::Router& router, const Parts& parts);

}  // namespace headway::api
