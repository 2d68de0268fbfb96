// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/clock.hpp"

namespace headway::career {

/// Days of the week that carry work, Monday first.
using Weekdays = std::array<bool, 7>;

/// The hours of a piece of work that fall into a week.
struct WeekShare {
    Date monday;
    double hours = 0;
};

/// Days for one piece of work. It begins and ends on days that carry work.
struct Slot {
    std::uint32_t item = 0;  ///< into the given hours
    Date start;
    Date end;                      ///< Its last day.
    bool fits = true;              ///< Ends by the deadline.
    std::vector<WeekShare> weeks;  ///< In order; empty when it does not fit.
};

/// Fits pieces of work, in the given order, one after the other into a person's weeks: each of the `weekdays`
/// carries an equal part of the weekly hours, other days carry nothing, and a piece begins on the day on
/// which the one before it ends when that day has time left. A piece that would end after the deadline takes
/// no time from those behind it. Without weekly hours or weekdays nothing can be fitted: the result is empty.
/// `weekly_hours` 1–80.
[[nodiscard]] std::vector<Slot> schedule(std::span<const double> hours, int weekly_hours,
                                         const Weekdays& weekdays, Date first_day,
                                         std::optional<Date> deadline);

}  // namespace headway::career
