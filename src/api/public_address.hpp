// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "api/parts.hpp"
#include "http/request.hpp"

namespace headway::api {

/// "https://headway.example": where links that leave the app begin. The configured origin, else what the
/// client called this server, which only that client gets to see.
[[nodiscard]] std::string origin_of(const Parts& parts, const http::Request& request);

}  // namespace headway::api
