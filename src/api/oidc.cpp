// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/oidc.hpp"

#include "api/credentials.hpp"
#include "api/public_address.hpp"
#include "api/shared_limit.hpp"
#include "api/sign_in_account.hpp"
#include "api/sign_in_attempt.hpp"
#include "http/doors.hpp"
#include "identity/query.hpp"
#include "llm/key_box.hpp"
#include "store/identities.hpp"

namespace headway::api {
namespace {

using http::Access;
using http::Method;

constexpr std::size_t longest_code = 4096;
constexpr http::RateRule visits{.burst = 30, .refill = std::chrono::seconds(2)};

/// Everything that handlers of this file share; lives as long as the router.
struct Oidc {
    explicit Oidc(const Parts& p) : parts(p) {}
    const Parts& parts;
};

struct Onward {
    std::string continue_at;
};
BOOST_DESCRIBE_STRUCT(Onward, (), (continue_at))

Answer<void> check_configured(Oidc& oidc, const Call& call) {
    if (oidc.parts.issuer == nullptr)
        return http::refuse(404, ErrorCode::not_found, "single sign-on is not configured here", {},
                            "Sign in with a password");
    return take_turn(oidc.parts, call, "single sign-on", visits);
}

/// Back to a page that says why it did not work.
Response back(const Parts& parts, std::string page, std::string problem, const std::string& next) {
    Response out = http::see_other(
        identity::with_query(std::move(page), {{"problem", std::move(problem)}, {"next", next}}));
    http::add_cookie(out, no_attempt_cookie(parts));
    return out;
}

Response back(const Parts& parts, const SignInAttempt& attempt, std::string problem) {
    return back(parts, attempt.user_id ? "/settings" : "/sign-in", std::move(problem), attempt.next);
}

/// What went wrong between this server and the issuer.
const char* problem_of(const Error& error) {
    return error.code == ErrorCode::unauthenticated ? "failed" : "unreachable";
}

Answer<Response> start(Oidc& oidc, const Call& call) {
    const Parts& parts = oidc.parts;
    if (auto ok = call.only_query({"next", "fresh"}); !ok) return pass_on(ok);
    if (auto ok = check_configured(oidc, call); !ok) return pass_on(ok);
    SignInAttempt attempt =
        make_attempt(origin_of(parts, call.request), safe_next(call.query_value("next").value_or("")));
    attempt.attempt.fresh = call.query_value("fresh") == "1";
    const auto address = parts.issuer->sign_in_address(attempt.attempt);
    if (!address) return back(parts, attempt, problem_of(address.error()));
    Response out = http::see_other(*address);
    http::add_cookie(out, attempt_cookie(parts, attempt));
    return out;
}

/// A POST, so that no other site can have somebody's account opened to an identity that is not theirs.
Answer<Response> start_connecting(Oidc& oidc, const Call& call) {
    const Parts& parts = oidc.parts;
    if (call.caller.by_token)
        return http::refuse(403, ErrorCode::forbidden, "a token cannot add a way of signing in");
    if (auto ok = check_configured(oidc, call); !ok) return pass_on(ok);
    SignInAttempt attempt = make_attempt(origin_of(parts, call.request), "/settings");
    attempt.user_id = call.caller.user_id;
    attempt.attempt.fresh = true;
    const auto address = parts.issuer->sign_in_address(attempt.attempt);
    if (!address) return std::unexpected(address.error());
    Response out = http::json_reply(200, Onward{*address});
    http::add_cookie(out, attempt_cookie(parts, attempt));
    return out;
}

/// The code that the browser brought, or why there is none.
std::expected<std::string, std::string> code_of(const Parts& parts, const Call& call) {
    if (const auto error = call.query_value("error"))
        return std::unexpected(*error == "access_denied" ? "cancelled" : "refused");
    const auto code = call.query_value("code");
    if (!code || code->empty() || code->size() > longest_code) return std::unexpected("refused");
    if (const auto named = call.query_value("iss")) {  // RFC 9207
        const auto issuer = parts.issuer->name();
        if (!issuer || *issuer != *named) return std::unexpected("failed");
    }
    return *code;
}

/// The account's session, begun in this transaction.
Answer<OpenedSession> open_with_hint(const Parts& parts, sql::Connection& c, const std::string& user_id,
                                     const Call& call, const std::string& id_token) {
    auto opened = open_session(parts, c, user_id, call.request);
    if (!opened) return pass_on(opened);
    const std::string sealed = parts.models.keys.seal(user_id, id_token);
    if (auto done = store::set_session_hint(c, user_id, opened->session.id, sealed); !done)
        return pass_on(done);
    return std::move(*opened);
}

struct Finished {
    std::string problem;
    std::optional<OpenedSession> opened;
};

Answer<Finished> admit(const Parts& parts, sql::Connection& c, const Call& call, const SignInAttempt& attempt,
                       const std::string& issuer, const identity::SignedIn& who) {
    if (attempt.user_id) {
        auto connected = connect(parts, c, issuer, who.claims, *attempt.user_id);
        if (!connected) return pass_on(connected);
        return Finished{connected->problem, std::nullopt};
    }
    auto entry = enter(parts, c, issuer, who.claims);
    if (!entry) return pass_on(entry);
    if (!entry->user) return Finished{entry->problem, std::nullopt};
    auto opened = open_with_hint(parts, c, entry->user->id, call, who.id_token);
    if (!opened) return pass_on(opened);
    return Finished{{}, std::move(*opened)};
}

Answer<Response> finish(Oidc& oidc, const Call& call) {
    const Parts& parts = oidc.parts;
    if (auto ok = check_configured(oidc, call); !ok) return pass_on(ok);
    const auto attempt = find_attempt(parts, call.request, call.query_value("state").value_or(""));
    if (!attempt) return back(parts, "/sign-in", "expired", "/dashboard");
    if (attempt->user_id && *attempt->user_id != call.caller.user_id)
        return back(parts, *attempt, "expired");  // somebody else sits at this browser by now
    const auto code = code_of(parts, call);
    if (!code) return back(parts, *attempt, code.error());
    const auto who = parts.issuer->redeem(*code, attempt->attempt);
    if (!who) return back(parts, *attempt, problem_of(who.error()));
    const auto issuer = parts.issuer->name();
    if (!issuer) return back(parts, *attempt, problem_of(issuer.error()));
    auto finished =
        write(parts, [&](sql::Connection& c) { return admit(parts, c, call, *attempt, *issuer, *who); });
    if (!finished) return pass_on(finished);
    if (!finished->problem.empty()) return back(parts, *attempt, finished->problem);
    Response out = http::see_other(attempt->next);
    http::add_cookie(out, no_attempt_cookie(parts));
    if (finished->opened) http::add_cookie(out, finished->opened->cookie);
    return out;
}

}  // namespace

std::optional<std::string> sign_out_address(const Parts& parts, const Call& call) {
    if (parts.issuer == nullptr) return std::nullopt;
    const auto sealed = parts.database.read([&](sql::Connection& c) {
        return store::find_session_hint(c, call.caller.user_id, call.caller.session_id);
    });
    if (!sealed || !*sealed) return std::nullopt;
    const auto id_token = parts.models.keys.open(call.caller.user_id, **sealed);
    if (!id_token) return std::nullopt;
    return parts.issuer->sign_out_address(*id_token, origin_of(parts, call.request) + "/");
}

void add_oidc_routes(http::Router& router, const Parts& parts) {
    auto oidc = std::make_shared<Oidc>(parts);
    const auto bound = [&](Answer<Response> (*handler)(Oidc&, const Call&)) {
        return [oidc, handler](const Call& call) { return handler(*oidc, call); };
    };
    router.add({.method = Method::get,
                .pattern = "/api/auth/oidc/start",
                .access = Access::public_,
                .handler = bound(start)});
    router.add({.method = Method::get,
                .pattern = "/api/auth/oidc/callback",
                .access = Access::known,
                .handler = bound(finish)});
    router.add(
        {.method = Method::post, .pattern = "/api/auth/oidc/connect", .handler = bound(start_connecting)});
}

}  // namespace headway::api
