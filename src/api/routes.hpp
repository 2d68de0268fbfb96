// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "api/events.hpp"
#include "api/landing.hpp"
#include "api/parts.hpp"
#include "api/passwords.hpp"

namespace headway::api {

/// The whole table. Everything given must outlive the router.
void add_routes(http::Router& router, const Parts& parts, const Passwords& passwords, LiveEvents& live,
                const Samples& samples, std::shared_ptr<http::Metrics> metrics);

}  // namespace headway::api
