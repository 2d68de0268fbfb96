// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"

namespace headway::api {

/// /api/corrections and /api/aliases: what a person knows better than the reader.
void add_correction_routes(http::Router& router, const Parts& parts);
/// /api/alias-suggestions: words that may mean a skill.
void add_alias_suggestion_routes(http::Router& router, const Parts& parts);

}  // namespace headway::api
