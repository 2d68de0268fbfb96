// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/credential_routes.hpp"

#include "api/credentials.hpp"
#include "api/handler.hpp"
#include "api/input.hpp"
#include "api/wire_user.hpp"
#include "base/id.hpp"

namespace headway::api {
namespace {

using http::Method;

constexpr std::size_t most_tokens = 20;
constexpr std::size_t secret_bytes = 32;
constexpr std::size_t hint_length = 8;

struct Deleted {
    std::int64_t deleted = 0;
};
BOOST_DESCRIBE_STRUCT(Deleted, (), (deleted))

struct TokenInput {
    std::string name;
    std::optional<std::string> expires_on;
    std::optional<std::string> scope;
};
BOOST_DESCRIBE_STRUCT(TokenInput, (), (name, expires_on, scope))

struct NewToken {
    AccessTokenWire token;
    std::string secret;
};
BOOST_DESCRIBE_STRUCT(NewToken, (), (token, secret))

SessionWire wire_of_another(const store::Session& session) {
    return to_wire(session, false);
}

Answer<Response> list_sessions(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"limit", "cursor"}); !ok) return pass_on(ok);
    const auto page = http::page_of(call);
    if (!page) return std::unexpected(page.error());
    const std::string name = "sessions " + call.caller.user_id;
    const auto before = http::read_cursor<std::string>(parts.cursors, name, *page);
    if (!before) return std::unexpected(before.error());
    auto sessions = parts.database.read([&](sql::Connection& c) {
        return store::list_sessions(c, call.caller.user_id, parts.clock(), *before, page->limit + 1);
    });
    if (!sessions) return pass_on(sessions);
    auto out = make_page<SessionWire>(
        parts, name, std::move(*sessions), page->limit, wire_of_another,
        +[](const store::Session& s) { return s.id; });
    for (SessionWire& s : out.items) s.current = s.id == call.caller.session_id;
    return list_reply(out);
}

Answer<Response> end_others(const Parts& parts, const Call& call) {
    const auto gone = parts.database.write([&](sql::Connection& c) {
        return store::delete_sessions(c, call.caller.user_id,
                                      call.caller.by_token ? "" : call.caller.session_id);
    });
    if (!gone) return std::unexpected(gone.error());
    return http::json_reply(200, Deleted{*gone});
}

Answer<Response> end_session(const Parts& parts, const Call& call) {
    const auto gone = parts.database.write([&](sql::Connection& c) {
        return store::delete_session(c, call.caller.user_id, call.path_value("session_id"));
    });
    if (!gone) return std::unexpected(gone.error());
    if (!*gone) return std::unexpected(Error{ErrorCode::not_found, "there is no such session", {}, {}});
    return http::no_content();
}

Answer<Response> list_tokens(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"limit", "cursor"}); !ok) return pass_on(ok);
    if (const auto page = http::page_of(call); !page) return std::unexpected(page.error());
    const auto tokens = parts.database.read(
        [&](sql::Connection& c) { return store::list_access_tokens(c, call.caller.user_id); });
    if (!tokens) return std::unexpected(tokens.error());
    List<AccessTokenWire> out;  // never more than fit a page
    for (const auto& t : *tokens) out.items.push_back(to_wire(t));
    return list_reply(out);
}

Answer<Response> create_token(const Parts& parts, const Call& call) {
    if (call.caller.by_token) return http::refuse(403, ErrorCode::forbidden, "a token cannot make tokens");
    const auto body = call.body<TokenInput>();
    if (!body) return std::unexpected(body.error());
    if (auto ok = check_text("name", body->name, 1, 100); !ok) return pass_on(ok);
    const std::string scope = body->scope.value_or("everything");
    if (auto ok = check_word("scope", scope, {"everything", "agents"}); !ok) return pass_on(ok);
    const auto day = check_date("expires_on", body->expires_on);
    if (!day) return std::unexpected(day.error());
    const Timestamp now = parts.clock();
    if (*day && **day < date_of(now))
        return std::unexpected(Error{ErrorCode::invalid, "this day has passed", "expires_on", {}});
    store::AccessToken token{make_uuid(), body->name, {}, now, {}, {}, scope};
    if (*day) token.expires_at = start_of(**day + std::chrono::days(1));  // it counts on that day still
    const std::string secret = std::string(access_token_prefix) + make_secret(secret_bytes);
    token.hint = secret.substr(0, hint_length);
    auto added = write(parts, [&](sql::Connection& c) -> Answer<void> {
        const auto tokens = store::list_access_tokens(c, call.caller.user_id);
        if (!tokens) return std::unexpected(tokens.error());
        if (tokens->size() >= most_tokens)
            return http::refuse(409, ErrorCode::conflict, "an account may have 20 access tokens", {},
                                "Revoke one first");
        auto done = store::add_access_token(c, call.caller.user_id, token, hash_secret(secret));
        if (!done) return pass_on(done);
        return {};
    });
    if (!added) return pass_on(added);
    return http::json_reply(201, NewToken{to_wire(token), secret});
}

Answer<Response> revoke_token(const Parts& parts, const Call& call) {
    const auto gone = parts.database.write([&](sql::Connection& c) {
        return store::delete_access_token(c, call.caller.user_id, call.path_value("token_id"));
    });
    if (!gone) return std::unexpected(gone.error());
    if (!*gone) return std::unexpected(Error{ErrorCode::not_found, "there is no such access token", {}, {}});
    return http::no_content();
}

}  // namespace

void add_credential_routes(http::Router& router, const Parts& parts) {
    router.add(
        {.method = Method::get, .pattern = "/api/auth/sessions", .handler = with(parts, list_sessions)});
    router.add(
        {.method = Method::delete_, .pattern = "/api/auth/sessions", .handler = with(parts, end_others)});
    router.add({.method = Method::delete_,
                .pattern = "/api/auth/sessions/{session_id}",
                .handler = with(parts, end_session)});
    router.add(
        {.method = Method::get, .pattern = "/api/auth/access-tokens", .handler = with(parts, list_tokens)});
    router.add(
        {.method = Method::post, .pattern = "/api/auth/access-tokens", .handler = with(parts, create_token)});
    router.add({.method = Method::delete_,
                .pattern = "/api/auth/access-tokens/{token_id}",
                .handler = with(parts, revoke_token)});
}

}  // namespace headway::api
