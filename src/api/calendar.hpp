// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"

namespace headway::api {

/// Tasks by day, with those that repeat, and the feed that calendar programs subscribe to.
void add_calendar_routes(http::Router& router, const Parts& parts);

}  // namespace headway::api
