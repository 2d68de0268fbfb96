// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/handler.hpp"
#include "api/passwords.hpp"

namespace headway::api {

/// Proving an address, a forgotten password, and no more letters. 404 where no mail server is configured.
void add_mail_routes(http::Router& router, const Parts& parts, const Passwords& passwords);

/// Queues the letter that proves an address, in this transaction; nothing where no mail server is configured.
[[nodiscard]] Result<void> queue_verification(const Parts& parts, sql::Connection& c,
                                              const std::string& user_id);

/// The address that stops letters to somebody: it names them, signed, and does not end.
[[nodiscard]] std::string stop_address(const Parts& parts, const std::string& user_id);

}  // namespace headway::api
