// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"
#include "api/passwords.hpp"

namespace headway::api {

/// /api/export: one kind of thing as a file.
void add_export_routes(http::Router& router, const Parts& parts);
/// /api/my-data: everything of the account as a zip, and its erasure.
void add_my_data_routes(http::Router& router, const Parts& parts, const Passwords& passwords);

}  // namespace headway::api
