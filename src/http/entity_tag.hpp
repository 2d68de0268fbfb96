// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "http/call.hpp"

namespace headway::http {

/// The strong entity tag of a version number, quotes included.
[[nodiscard]] std::string etag_of(std::int64_t version);

/// Whether the caller changes what they last saw: 428 when the request has no If-Match, 412 when none of its
/// tags is `etag` (compared strongly). "*" matches anything that exists.
[[nodiscard]] Answer<void> check_if_match(const Call& call, std::string_view etag);

/// Whether one of the tags of an If-None-Match value is `etag`, compared weakly.
[[nodiscard]] bool matches_any(std::string_view if_none_match, std::string_view etag);

}  // namespace headway::http
