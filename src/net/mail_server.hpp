// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace headway::net {

/// A server that takes mail: SMTP with STARTTLS ("smtp://host:587") or TLS from the first byte
/// ("smtps://host:465"). Without TLS only this very machine is spoken with.
struct MailServer {
    std::string url;
    std::string user;  ///< Empty: none is given.
    std::string password;
    std::string ca_file;  ///< Certificates that are trusted; empty: those of the system.
    std::chrono::milliseconds connect{10'000};
    std::chrono::milliseconds total{60'000};
};

/// Hands one message over, lines ended by CR LF, for one address. Errors: `invalid` (the server will never
/// take it), `unauthenticated` (user and password), `unavailable` (not reached, no TLS, not now). None holds
/// the password or the message.
[[nodiscard]] Result<void> hand_over(const MailServer& server, const std::string& from, const std::string& to,
                                     std::string_view message);

/// Whether the server is there, speaks TLS and takes user and password.
[[nodiscard]] Result<void> greet(const MailServer& server);

}  // namespace headway::net
