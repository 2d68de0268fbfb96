// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"

namespace headway::api {

/// The day that it is for a person, by the time zone of their settings.
[[nodiscard]] Result<Date> today_of(const Parts& parts, sql::Connection& c, const std::string& user_id);

}  // namespace headway::api
