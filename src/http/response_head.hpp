// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "http/response.hpp"

namespace headway::http {

/// Whether the connection takes another request behind this reply.
enum class Persistence : std::uint8_t { keep, close };
/// Whether browsers are told to come by https only.
enum class Scheme : std::uint8_t { http, https };

/// Status line and header fields, with the empty line. Adds what every reply has: Date, length, X-Request-Id,
/// security headers, and Cache-Control: no-store where the reply says nothing. Control characters in values
/// become spaces, so that no value can start a field of its own. `length` none: the end of the connection is
/// the end of the body.
[[nodiscard]] std::string head_of(const Response& response, std::string_view request_id,
                                  std::string_view date, std::optional<std::uint64_t> length,
                                  Persistence persistence, Scheme scheme);

/// "Sun, 22 Nov 2026 09:05:07 GMT".
[[nodiscard]] std::string http_date(std::int64_t unix_seconds);

}  // namespace headway::http
