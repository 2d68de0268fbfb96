// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/handler.hpp"

namespace headway::api {

/// Adds a route that does a request with an Idempotency-Key once: the same key with the same request gets the
/// first answer again for 24 hours; with another request, or while the first is under way, 409; likewise when
/// the server was killed after it had done it and before it could keep the answer. Answers that are no
/// success are not kept, so that what failed may be tried again with the same key.
void add_once(http::Router& router, const Parts& parts, http::Route route);

}  // namespace headway::api
