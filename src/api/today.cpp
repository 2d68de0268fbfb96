// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/today.hpp"

#include "calendar/local_day.hpp"
#include "store/users.hpp"

namespace headway::api {

Result<Date> today_of(const Parts& parts, sql::Connection& c, const std::string& user_id) {
    const auto user = store::find_user(c, user_id);
    if (!user) return std::unexpected(user.error());
    return calendar::local_day(*user ? (*user)->time_zone : "UTC", parts.clock());
}

}  // namespace headway::api
