// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/parts.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "identity/issuer.hpp"

namespace headway::api {

/// One sign-in on its way to the issuer and back. It travels in a cookie of its own, sealed, for ten minutes,
/// so that any server of several can take it up.
struct SignInAttempt {
    identity::Attempt attempt;
    std::string next;                    ///< Where to go in the end: a page of ours.
    std::optional<std::string> user_id;  ///< Of somebody signed in who adds this way of signing in.
};

/// A new one for a browser that sees this server at `origin`.
[[nodiscard]] SignInAttempt make_attempt(const std::string& origin, std::string next);

/// The cookie that carries it.
[[nodiscard]] http::Cookie attempt_cookie(const Parts& parts, const SignInAttempt& attempt);
/// The cookie that makes the browser forget it.
[[nodiscard]] http::Cookie no_attempt_cookie(const Parts& parts);
/// What the browser brings back, when it is the attempt that `state` belongs to and not too old.
[[nodiscard]] std::optional<SignInAttempt> find_attempt(const Parts& parts, const http::Request& request,
                                                        std::string_view state);

/// `wanted` when it is the address of one of our pages, else the page that one starts on.
[[nodiscard]] std::string safe_next(std::string_view wanted);

}  // namespace headway::api
