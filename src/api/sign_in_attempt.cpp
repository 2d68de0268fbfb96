// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sign_in_attempt.hpp"

#include <algorithm>
#include <boost/describe.hpp>

#include "base/id.hpp"
#include "http/digest.hpp"
#include "json/json.hpp"
#include "llm/key_box.hpp"

namespace headway::api {
namespace {

constexpr std::string_view cookie_name = "headway_sign_in";
constexpr std::string_view cookie_path = "/api/auth/oidc";
constexpr std::string_view purpose = "a sign-in on its way";
constexpr std::chrono::minutes lifetime{10};
constexpr std::size_t longest_next = 1000;

/// As it is sealed.
struct Sealed {
    std::string state;
    std::string nonce;
    std::string verifier;
    std::string redirect_uri;
    std::string next;
    std::optional<std::string> user_id;
    std::int64_t until = 0;  ///< Microseconds.
};
BOOST_DESCRIBE_STRUCT(Sealed, (), (state, nonce, verifier, redirect_uri, next, user_id, until))

}  // namespace

SignInAttempt make_attempt(const std::string& origin, std::string next) {
    SignInAttempt out;
    out.attempt.state = make_secret(24);
    out.attempt.nonce = make_secret(24);
    out.attempt.verifier = make_secret(48);
    out.attempt.redirect_uri = origin + "/api/auth/oidc/callback";
    out.next = std::move(next);
    return out;
}

http::Cookie attempt_cookie(const Parts& parts, const SignInAttempt& a) {
    const Sealed plain{a.attempt.state,
                       a.attempt.nonce,
                       a.attempt.verifier,
                       a.attempt.redirect_uri,
                       a.next,
                       a.user_id,
                       (parts.clock() + lifetime).micros};
    return {std::string(cookie_name), parts.models.keys.seal(purpose, json::to_json(plain)),
            std::chrono::seconds(lifetime).count(), parts.policy.secure_cookies, std::string(cookie_path)};
}

http::Cookie no_attempt_cookie(const Parts& parts) {
    return {std::string(cookie_name), "", 0, parts.policy.secure_cookies, std::string(cookie_path)};
}

std::optional<SignInAttempt> find_attempt(const Parts& parts, const http::Request& request,
                                          std::string_view state) {
    const auto cookie = request.cookie(cookie_name);
    if (!cookie) return std::nullopt;
    const auto opened = parts.models.keys.open(purpose, *cookie);
    if (!opened) return std::nullopt;
    const auto plain = json::from_json<Sealed>(*opened);
    if (!plain || !http::same_secret(plain->state, state) || parts.clock().micros >= plain->until)
        return std::nullopt;
    return SignInAttempt{{plain->state, plain->nonce, plain->verifier, plain->redirect_uri, false},
                         plain->next,
                         plain->user_id};
}

std::string safe_next(std::string_view wanted) {
    const bool page = wanted.starts_with('/') && !wanted.starts_with("//") && !wanted.starts_with("/api/") &&
                      !wanted.starts_with("/sign-in") && wanted.size() <= longest_next &&
                      std::ranges::all_of(wanted, [](char c) { return c > ' ' && c < 0x7f && c != '\\'; });
    return page ? std::string(wanted) : "/dashboard";
}

}  // namespace headway::api
