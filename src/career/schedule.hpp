// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/clock.hpp"

namespace headway::career {

/// Days for one piece of work.
struct Slot {
    std::uint32_t item = 0;  ///< into the given hours
    Date start;
    Date end;          ///< Its last day.
    bool fits = true;  ///< Ends by the deadline.
};

/// Fits pieces of work, in the given order, one after the other into a person's weeks: each day carries a
/// seventh of the weekly hours, and a piece begins on the day on which the one before it ends when that day
/// has time left. Without weekly hours nothing can be fitted: the result is empty. `weekly_hours` 1–80.
[[nodiscard]] std::vector<Slot> schedule(std::span<const double> hours, int weekly_hours, Date first_day,
                                         std::optional<Date> deadline);

}  // namespace headway::career
