// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/credentials.hpp"

#include <chrono>

#include "base/id.hpp"
#include "http/base64.hpp"
#include "http/digest.hpp"
#include "identity/token.hpp"
#include "identity/token_end.hpp"
#include "store/identities.hpp"

namespace headway::api {
namespace {

constexpr std::chrono::hours prolong_after{1};
/// Longer than browsers keep any: when a session ends is the server's to say, and use prolongs it.
constexpr int cookie_days = 400;
constexpr std::size_t longest_agent = 200;
constexpr std::size_t secret_bytes = 32;

http::Caller caller_of(const store::Bearer& bearer, bool by_token) {
    http::Caller caller;
    caller.user_id = bearer.user_id;
    caller.role = bearer.role == "admin" ? http::Role::admin : http::Role::user;
    caller.session_id = bearer.credential_id;
    caller.by_token = by_token;
    return caller;
}

std::unexpected<Error> ended(const char* what) {
    return fail(ErrorCode::unauthenticated, what, {}, "Sign in again");
}

Result<http::Caller> by_token(const Parts& parts, std::string_view token, std::string_view path) {
    const Timestamp now = parts.clock();
    const std::string hash = hash_secret(token);
    auto bearer =
        parts.database.read([&](sql::Connection& c) { return store::find_access_token(c, hash, now); });
    if (!bearer) return pass_on(bearer);
    if (!*bearer) return ended("this access token is unknown or has ended");
    if ((*bearer)->scope == "agents" && path != agents_path)
        return fail(ErrorCode::unauthenticated,
                    "this access token is for agents: it opens /mcp and nothing else");
    http::Caller caller = caller_of(**bearer, true);
    if (now - (*bearer)->last_seen_at > prolong_after) {
        caller.afterwards = [&parts, id = caller.session_id, now] {
            (void)parts.database.write(
                [&](sql::Connection& c) { return store::touch_access_token(c, id, now); });
        };
    }
    return caller;
}

/// By a token that the issuer of sign-ins made for this API. It opens the account of somebody who has signed
/// in here by that issuer.
Result<http::Caller> by_issuer(const Parts& parts, std::string_view token) {
    const auto claims = parts.issuer->check_api_token(token);
    if (!claims) return std::unexpected(claims.error());
    const auto issuer = parts.issuer->name();
    if (!issuer) return std::unexpected(issuer.error());
    auto bearer = parts.database.read(
        [&](sql::Connection& c) { return store::find_identity_bearer(c, *issuer, claims->subject); });
    if (!bearer) return pass_on(bearer);
    if (!*bearer)
        return fail(ErrorCode::unauthenticated, "whoever this token is of has no account here", {},
                    "Sign in once with a browser");
    return caller_of(**bearer, true);
}

Result<http::Caller> by_cookie(const Parts& parts, std::string_view secret) {
    const Timestamp now = parts.clock();
    const std::string hash = hash_secret(secret);
    auto bearer = parts.database.read([&](sql::Connection& c) { return store::find_session(c, hash, now); });
    if (!bearer) return pass_on(bearer);
    if (!*bearer) return ended("the session has ended");
    http::Caller caller = caller_of(**bearer, false);
    if (now - (*bearer)->last_seen_at > prolong_after) {
        caller.afterwards = [&parts, id = caller.session_id, now] {
            const Timestamp until = now + std::chrono::days(parts.policy.session_days);
            (void)parts.database.write(
                [&](sql::Connection& c) { return store::touch_session(c, id, now, until); });
        };
    }
    return caller;
}

/// What stands behind "Bearer"; none for another scheme.
std::optional<std::string_view> bearer_of(std::string_view header) {
    constexpr std::string_view scheme = "bearer ";
    if (header.size() <= scheme.size() || !http::same_name(header.substr(0, scheme.size()), scheme))
        return std::nullopt;
    return http::trimmed(header.substr(scheme.size()));
}

}  // namespace

std::optional<Timestamp> end_of_token(const http::Request& request) {
    const auto header = request.header("Authorization");
    const auto bearer = header ? bearer_of(*header) : std::nullopt;
    if (!bearer || !identity::looks_like_token(*bearer)) return std::nullopt;
    const auto token = identity::parse_token(*bearer);
    return token ? identity::end_of(*token) : std::nullopt;
}

std::string hash_secret(std::string_view secret) {
    return http::base64url(http::sha256(secret));
}

http::Authenticate make_authenticate(const Parts& parts) {
    return [&parts](const http::Request& request) -> Result<http::Caller> {
        if (const auto header = request.header("Authorization")) {
            const auto token = bearer_of(*header);
            if (!token)
                return fail(ErrorCode::unauthenticated, "only bearer tokens are understood here",
                            "Authorization");
            if (parts.issuer != nullptr && identity::looks_like_token(*token))
                return by_issuer(parts, *token);
            return by_token(parts, *token, request.path);
        }
        if (const auto cookie = request.cookie(session_cookie); cookie && !cookie->empty())
            return by_cookie(parts, *cookie);
        return http::Caller{};
    };
}

Result<OpenedSession> open_session(const Parts& parts, sql::Connection& c, std::string_view user_id,
                                   const http::Request& request) {
    const Timestamp now = parts.clock();
    OpenedSession out;
    std::string agent(request.header("User-Agent").value_or("").substr(0, longest_agent));
    std::erase_if(agent, [](char c) { return c < ' ' || c > '~'; });
    out.session = {make_uuid(), agent, request.peer,
                   now,         now,   now + std::chrono::days(parts.policy.session_days)};
    const std::string secret = make_secret(secret_bytes);
    if (auto added = store::add_session(c, user_id, out.session, hash_secret(secret)); !added)
        return pass_on(added);
    out.cookie = {std::string(session_cookie), secret, cookie_days * 86'400, parts.policy.secure_cookies,
                  "/"};
    return out;
}

http::Cookie ended_cookie(const Parts& parts) {
    return {std::string(session_cookie), "", 0, parts.policy.secure_cookies, "/"};
}

}  // namespace headway::api
