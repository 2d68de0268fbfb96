// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "base/clock.hpp"
#include "json/tree.hpp"

namespace headway::boards {

/// The day (UTC, where an offset is given) of any of: "2026-08-26", "2026-08-26T13:10:58[.fraction][offset]",
/// "Tue, 01 Sep 2026 10:00:00 GMT", "Posted 7 Days Ago", "Posted Today", "yesterday". None for anything else
/// ("30+ Days Ago" says no day) and for days before 1990 or more than two days after `now`.
[[nodiscard]] std::optional<Date> day_of(std::string_view text, Timestamp now);
/// The same of a string, or of a number of seconds or milliseconds since 1970.
[[nodiscard]] std::optional<Date> day_of(json::Node node, Timestamp now);

}  // namespace headway::boards
