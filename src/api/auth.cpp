// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/auth.hpp"

#include <chrono>

#include "api/credentials.hpp"
#include "api/handler.hpp"
#include "api/input.hpp"
#include "api/mailing.hpp"
#include "api/oidc.hpp"
#include "api/shared_limit.hpp"
#include "api/wire_user.hpp"
#include "base/id.hpp"
#include "http/doors.hpp"
#include "store/users.hpp"

namespace headway::api {
namespace {

using http::Access;
using http::Method;

constexpr std::chrono::minutes failure_window{15};
constexpr std::int64_t failures_of_account = 5;
constexpr std::int64_t failures_of_address = 20;
constexpr http::RateRule registrations{.burst = 5, .refill = std::chrono::minutes(12)};

struct Registration {
    std::string email;
    std::string password;
    std::optional<std::string> name;
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(Registration, (), (email, password, name, language))

struct Credentials {
    std::string email;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(Credentials, (), (email, password))

struct PasswordChange {
    std::string current_password;
    std::string new_password;
};
BOOST_DESCRIBE_STRUCT(PasswordChange, (), (current_password, new_password))

/// Everything that handlers of this file share; lives as long as the router.
struct Auth {
    Auth(const Parts& p, const Passwords& w) : parts(p), passwords(w) {}
    const Parts& parts;
    const Passwords& passwords;
};

Answer<Response> signed_in(int status, const store::User& user, const OpenedSession& opened) {
    Response out = http::json_reply(status, SignedInWire{to_wire(user), to_wire(opened.session, true), {}});
    http::add_cookie(out, opened.cookie);
    return out;
}

Answer<Response> register_user(Auth& auth, const Call& call) {
    const Parts& parts = auth.parts;
    if (!parts.policy.registration_open)
        return http::refuse(403, ErrorCode::forbidden, "registration is closed here", {},
                            "Ask the administrator for an account");
    const auto body = call.body<Registration>();
    if (!body) return std::unexpected(body.error());
    const auto email = check_email("email", body->email);
    if (!email) return std::unexpected(email.error());
    if (auto ok = Passwords::check_strength(body->password); !ok) return pass_on(ok);
    if (auto ok = check_optional_text("name", body->name, 0, 200); !ok) return pass_on(ok);
    if (auto ok = check_language("language", body->language); !ok) return pass_on(ok);
    if (auto ok = take_turn(parts, call, "registration", registrations); !ok) return pass_on(ok);
    auto hash = auth.passwords.hash(body->password);
    if (!hash) return pass_on(hash);
    store::User user;
    user.id = make_uuid();
    user.email = *email;
    user.name = body->name.value_or("");
    user.password_hash = std::move(*hash);
    user.language = body->language.value_or("en");
    user.created_at = user.updated_at = parts.clock();
    auto opened = write(parts, [&](sql::Connection& c) -> Answer<OpenedSession> {
        if (auto added = store::add_user(c, user); !added) {
            if (added.error().code != ErrorCode::conflict) return pass_on(added);
            return http::refuse(409, ErrorCode::conflict, "this address has an account already", "email",
                                "Sign in instead");
        }
        if (auto queued = queue_verification(parts, c, user.id); !queued) return pass_on(queued);
        auto session = open_session(parts, c, user.id, call.request);
        if (!session) return pass_on(session);
        return std::move(*session);
    });
    if (!opened) return pass_on(opened);
    return signed_in(201, user, *opened);
}

/// Refuses when one of the two failed too often lately; says when it may be tried again.
Answer<void> check_failures(const Parts& parts, sql::Connection& c, const std::string& account,
                            const std::string& address) {
    const Timestamp now = parts.clock();
    for (const auto& [subject, most] :
         {std::pair(account, failures_of_account), std::pair(address, failures_of_address)}) {
        const auto failures = store::find_login_failures(c, subject);
        if (!failures) return std::unexpected(failures.error());
        if (!*failures || (*failures)->failures < most) continue;
        const auto left = (*failures)->window_began_at + failure_window - now;
        if (left.count() <= 0) continue;
        http::Refusal refusal(
            429,
            Error{ErrorCode::rate_limited, "too many failed attempts to sign in", {}, "Wait a few minutes"});
        refusal.headers.emplace_back("Retry-After", std::to_string(left.count() / 1'000'000 + 1));
        return std::unexpected(std::move(refusal));
    }
    return {};
}

Answer<Response> login(Auth& auth, const Call& call) {
    const Parts& parts = auth.parts;
    const auto body = call.body<Credentials>();
    if (!body) return std::unexpected(body.error());
    if (auto ok = check_text("password", body->password, 1, 200); !ok) return pass_on(ok);
    const auto email = check_email("email", body->email);
    if (!email) return std::unexpected(email.error());
    const std::string account = "account " + *email;
    const std::string address = "address " + http::address_key(call.request.peer);
    auto user = read(parts, [&](sql::Connection& c) -> Answer<std::optional<store::User>> {
        if (auto ok = check_failures(parts, c, account, address); !ok) return pass_on(ok);
        auto found = store::find_user_by_email(c, *email);
        if (!found) return pass_on(found);
        return std::move(*found);
    });
    if (!user) return pass_on(user);
    const bool may = *user && !(*user)->disabled;
    const auto right = auth.passwords.verify(may ? (*user)->password_hash.value_or("") : "", body->password);
    if (!right) return std::unexpected(right.error());
    if (!*right) {
        auto noted = parts.database.write([&](sql::Connection& c) -> Result<void> {
            const Timestamp now = parts.clock();
            if (auto a = store::add_login_failure(c, account, now, now - failure_window); !a) return a;
            return store::add_login_failure(c, address, now, now - failure_window);
        });
        if (!noted) return pass_on(noted);
        return http::refuse(401, ErrorCode::unauthenticated, "the address or the password is wrong");
    }
    auto opened = write(parts, [&](sql::Connection& c) -> Answer<OpenedSession> {
        if (auto cleared = store::clear_login_failures(c, account); !cleared) return pass_on(cleared);
        auto session = open_session(parts, c, (*user)->id, call.request);
        if (!session) return pass_on(session);
        return std::move(*session);
    });
    if (!opened) return pass_on(opened);
    return signed_in(200, **user, *opened);
}

struct SignedOut {
    std::string continue_at;
};
BOOST_DESCRIBE_STRUCT(SignedOut, (), (continue_at))

Answer<Response> logout(const Parts& parts, const Call& call) {
    if (call.caller.by_token)
        return http::refuse(400, ErrorCode::invalid, "a token has no session to end", {},
                            "Revoke the token instead");
    const auto onward = sign_out_address(parts, call);
    auto gone = parts.database.write([&](sql::Connection& c) {
        return store::delete_session(c, call.caller.user_id, call.caller.session_id);
    });
    if (!gone) return pass_on(gone);
    Response out = onward ? http::json_reply(200, SignedOut{*onward}) : http::no_content();
    http::add_cookie(out, ended_cookie(parts));
    return out;
}

Answer<Response> show_session(const Parts& parts, const Call& call) {
    return read(parts, [&](sql::Connection& c) -> Answer<Response> {
        const auto user = or_not_found(store::find_user(c, call.caller.user_id), "there is no such account");
        if (!user) return std::unexpected(user.error());
        SignedInWire out{to_wire(*user), {}, {}};
        if (call.caller.by_token) {
            const auto tokens = store::list_access_tokens(c, user->id);
            if (!tokens) return std::unexpected(tokens.error());
            for (const auto& t : *tokens) {
                if (t.id == call.caller.session_id) out.access_token = to_wire(t);
            }
        } else {
            const auto session = store::find_session_of(c, user->id, call.caller.session_id);
            if (!session) return std::unexpected(session.error());
            if (*session) out.session = to_wire(**session, true);
        }
        return http::json_reply(200, out);
    });
}

Answer<Response> change_password(Auth& auth, const Call& call) {
    const Parts& parts = auth.parts;
    if (call.caller.by_token)
        return http::refuse(403, ErrorCode::forbidden, "a token cannot change the password");
    const auto body = call.body<PasswordChange>();
    if (!body) return std::unexpected(body.error());
    if (auto ok = Passwords::check_strength(body->new_password); !ok) {
        ok.error().where = "new_password";
        return pass_on(ok);
    }
    auto user =
        parts.database.read([&](sql::Connection& c) { return store::find_user(c, call.caller.user_id); });
    if (!user) return pass_on(user);
    if (!*user) return std::unexpected(Error{ErrorCode::unauthenticated, "there is no such account", {}, {}});
    if (!(*user)->password_hash)
        return http::refuse(409, ErrorCode::conflict, "this account has no password", {},
                            "Sign in as you did until now");
    const auto right = auth.passwords.verify(*(*user)->password_hash, body->current_password);
    if (!right) return std::unexpected(right.error());
    if (!*right)
        return http::refuse(403, ErrorCode::forbidden, "the current password is wrong", "current_password");
    auto hash = auth.passwords.hash(body->new_password);
    if (!hash) return pass_on(hash);
    auto changed = write(parts, [&](sql::Connection& c) -> Answer<void> {
        store::User next = **user;
        next.password_hash = *hash;
        next.updated_at = parts.clock();
        if (auto ok = or_conflict(store::change_user(c, next)); !ok) return ok;
        const auto ended = store::delete_sessions(c, next.id, call.caller.session_id);
        if (!ended) return std::unexpected(ended.error());
        return {};
    });
    if (!changed) return pass_on(changed);
    return http::no_content();
}

}  // namespace

void add_auth_routes(http::Router& router, const Parts& parts, const Passwords& passwords) {
    auto auth = std::make_shared<Auth>(parts, passwords);
    const auto bound = [&](Answer<Response> (*handler)(Auth&, const Call&)) {
        return [auth, handler](const Call& call) { return handler(*auth, call); };
    };
    router.add({.method = Method::post,
                .pattern = "/api/auth/register",
                .access = Access::public_,
                .handler = bound(register_user)});
    router.add({.method = Method::post,
                .pattern = "/api/auth/login",
                .access = Access::public_,
                .handler = bound(login)});
    router.add({.method = Method::post, .pattern = "/api/auth/logout", .handler = with(parts, logout)});
    router.add({.method = Method::get,
                .pattern = "/api/auth/session",
                .handler = with(parts, show_session),
                .quick = true});
    router.add({.method = Method::post, .pattern = "/api/auth/password", .handler = bound(change_password)});
}

}  // namespace headway::api
