// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "api/handler.hpp"
#include "http/rate_limit.hpp"

namespace headway::api {

/// Takes a token of the bucket that the address of the caller has for `what`; 429 when there is none. Kept in
/// the database, so that all servers count together and a restart forgets nothing.
[[nodiscard]] Answer<void> take_turn(const Parts& parts, const Call& call, const std::string& what,
                                     const http::RateRule& rule);

}  // namespace headway::api
