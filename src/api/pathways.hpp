// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"

namespace headway::api {

/// /api/pathways: which occupations are nearest to a résumé, and what lies between.
void add_pathway_routes(http::Router& router, const Parts& parts);

}  // namespace headway::api
