// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/parts.hpp"
#include "http/server.hpp"
#include "store/credentials.hpp"

namespace headway::api {

inline constexpr std::string_view session_cookie = "headway_session";
inline constexpr std::string_view access_token_prefix = "hwt_";
/// All that a token for agents opens.
inline constexpr std::string_view agents_path = "/mcp";

/// What is stored of a secret: SHA-256, base64url.
[[nodiscard]] std::string hash_secret(std::string_view secret);

/// Finds out who sends a request: a bearer access token or a token of the issuer of sign-ins, else the
/// session cookie, else nobody. A cookie or token that is unknown, has ended or belongs to somebody disabled
/// is `unauthenticated`, as is one for agents but at their door. A session in use is prolonged, at most once
/// an hour.
[[nodiscard]] http::Authenticate make_authenticate(const Parts& parts);

/// When the token of the issuer that a request came with ends; none for other ways in, whose end is stored.
[[nodiscard]] std::optional<Timestamp> end_of_token(const http::Request& request);

/// A new session and the cookie that carries it.
struct OpenedSession {
    store::Session session;
    http::Cookie cookie;
};
[[nodiscard]] Result<OpenedSession> open_session(const Parts& parts, sql::Connection& c,
                                                 std::string_view user_id, const http::Request& request);
/// The cookie that makes the browser forget.
[[nodiscard]] http::Cookie ended_cookie(const Parts& parts);

}  // namespace headway::api
