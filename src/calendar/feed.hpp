// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"

namespace headway::calendar {

/// One entry of a calendar, lasting whole days.
struct Event {
    std::string uid;
    std::string title;
    std::string description;
    Date first;
    Date last;  ///< Included; not before `first`.
    std::optional<std::string> recurrence;
    std::int64_t sequence = 0;  ///< Rises with every change.
    Timestamp changed_at;
};

/// The events as iCalendar (RFC 5545): lines folded at 75 bytes and ended by CRLF, text escaped. Whole days
/// have no time zone, so that they stay where they are when the reader travels.
[[nodiscard]] std::string to_icalendar(const std::string& name, const std::vector<Event>& events);

}  // namespace headway::calendar
