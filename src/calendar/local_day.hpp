// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/clock.hpp"

namespace headway::calendar {

/// The day that it is at that time in a zone of the IANA database ("Europe/Vienna"); in a zone that is not
/// known, the day in UTC.
[[nodiscard]] Date local_day(const std::string& zone, Timestamp time);

}  // namespace headway::calendar
