// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"

namespace headway::api {

/// /api/proposals: what models and agents propose, and the person's word on it.
void add_proposal_routes(http::Router& router, const Parts& parts);

}  // namespace headway::api
