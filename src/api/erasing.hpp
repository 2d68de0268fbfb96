// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/handler.hpp"
#include "store/runs.hpp"
#include "store/users.hpp"

namespace headway::api {

/// Refuses with 409 when nobody could administer the server without this account.
[[nodiscard]] Answer<void> check_not_last_admin(sql::Connection& c, const store::User& user);

/// Closes an account and queues the run that erases it, in this transaction. The run belongs to `caller`, who
/// may be the person or an admin. 409 for the last admin and when the account is being erased already.
[[nodiscard]] Answer<store::Run> begin_erasure(const Parts& parts, sql::Connection& c,
                                               const std::string& caller, const store::User& user);

}  // namespace headway::api
