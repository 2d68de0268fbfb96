// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/value.hpp>
#include <string_view>

#include "base/result.hpp"

namespace headway::json {

/// Parses strictly (RFC 8259), at most 64 levels deep, valid UTF-8 only. Numbers with a fraction or exponent
/// become the nearest double, which Boost 1.81's own parser misses by one unit in about a tenth of long ones;
/// those beyond every double are refused.
[[nodiscard]] Result<boost::json::value> parse(std::string_view text);

}  // namespace headway::json
