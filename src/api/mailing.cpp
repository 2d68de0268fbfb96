// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/mailing.hpp"

#include <chrono>

#include "api/credentials.hpp"
#include "api/input.hpp"
#include "api/shared_limit.hpp"
#include "flows/send_letter.hpp"
#include "store/calendar_feeds.hpp"
#include "store/events.hpp"
#include "store/extractions.hpp"
#include "store/identities.hpp"
#include "store/mail_tokens.hpp"
#include "store/model_settings.hpp"
#include "store/users.hpp"

namespace headway::api {
namespace {

using http::Access;
using http::Method;

constexpr const char* stop_purpose = "letters to somebody";
constexpr std::chrono::hours window{1};
constexpr std::int64_t most_of_one = 3;
constexpr std::int64_t most_of_address = 20;
constexpr http::RateRule visits{.burst = 20, .refill = std::chrono::seconds(15)};

struct AddressBody {
    std::string email;
};
BOOST_DESCRIBE_STRUCT(AddressBody, (), (email))

struct TokenBody {
    std::string token;
};
BOOST_DESCRIBE_STRUCT(TokenBody, (), (token))

struct NewPassword {
    std::string token;
    std::string new_password;
};
BOOST_DESCRIBE_STRUCT(NewPassword, (), (token, new_password))

/// Everything that handlers of this file share; lives as long as the router.
struct Mailing {
    Mailing(const Parts& p, const Passwords& w) : parts(p), passwords(w) {}
    const Parts& parts;
    const Passwords& passwords;
};

Answer<void> check_configured(Mailing& mailing, const Call& call) {
    if (mailing.parts.mail == nullptr)
        return http::refuse(404, ErrorCode::not_found, "this server sends no mail", {},
                            "Ask its administrator");
    return take_turn(mailing.parts, call, "mail", visits);
}

std::unexpected<http::Refusal> spent() {
    return http::refuse(400, ErrorCode::invalid, "this link was used already or has ended", "token",
                        "Ask for a new one");
}

/// Whether one more may be asked for; counts it. Kept in the database, so that all servers count together.
Result<bool> count_asking(const Parts& parts, sql::Connection& c, const std::string& subject,
                          std::int64_t most) {
    const Timestamp now = parts.clock();
    const auto before = store::find_login_failures(c, subject);
    if (!before) return std::unexpected(before.error());
    if (*before && now - (*before)->window_began_at < window && (*before)->failures >= most) return false;
    auto counted = store::add_login_failure(c, subject, now, now - window);
    if (!counted) return pass_on(counted);
    return true;
}

/// The answer and the work are the same whether or not there is such an account; the letter is written by a
/// worker.
Answer<Response> ask_for_reset(Mailing& mailing, const Call& call) {
    const Parts& parts = mailing.parts;
    if (auto ok = check_configured(mailing, call); !ok) return pass_on(ok);
    const auto body = call.body<AddressBody>();
    if (!body) return std::unexpected(body.error());
    const auto email = check_email("email", body->email);
    if (!email) return std::unexpected(email.error());
    const auto done = write(parts, [&](sql::Connection& c) -> Answer<void> {
        const auto from_here = count_asking(parts, c, "reset from " + call.request.peer, most_of_address);
        if (!from_here) return std::unexpected(from_here.error());
        if (!*from_here)
            return http::refuse(429, ErrorCode::rate_limited,
                                "too many new passwords were asked for from here", {}, "Wait an hour");
        const auto may = count_asking(parts, c, "reset of " + *email, most_of_one);
        if (!may) return std::unexpected(may.error());
        const auto user = store::find_user_by_email(c, *email);
        if (!user) return std::unexpected(user.error());
        if (!*may || !*user || (*user)->disabled) return {};
        auto queued =
            store::add_run(c, flows::make_letter_run((*user)->id, {"reset", std::nullopt, 1}, parts.clock()));
        if (!queued) return pass_on(queued);
        return {};
    });
    if (!done) return std::unexpected(done.error());
    Response out = http::no_content();
    out.status = 202;
    return out;
}

/// Identities that were connected before the address was proved may be anybody's.
Result<void> drop_unproved_identities(sql::Connection& c, const store::User& user) {
    const auto identities = store::list_identities(c, user.id);
    if (!identities) return std::unexpected(identities.error());
    for (const auto& i : *identities) {
        if (user.email_verified_at && i.created_at >= *user.email_verified_at) continue;
        if (auto gone = store::delete_identity(c, user.id, i.id); !gone) return pass_on(gone);
    }
    return {};
}

/// What shows the account to others without a sign-in: the calendar's address, a model that is given its
/// texts.
Result<void> close_side_doors(sql::Connection& c, const store::User& user) {
    if (auto gone = store::delete_calendar_feed(c, user.id); !gone) return gone;
    if (auto gone = store::delete_model_settings(c, user.id); !gone) return pass_on(gone);
    return store::stop_model_reading(c, user.id);
}

/// Whoever has the mail has the account: whatever led into it before leads there no longer.
Answer<void> hand_account_over(const Parts& parts, sql::Connection& c, store::User user, std::string hash) {
    if (auto dropped = drop_unproved_identities(c, user); !dropped) return pass_on(dropped);
    if (auto closed = close_side_doors(c, user); !closed) return pass_on(closed);
    user.password_hash = std::move(hash);
    user.updated_at = parts.clock();
    if (!user.email_verified_at) user.email_verified_at = user.updated_at;
    if (auto ok = or_conflict(store::change_user(c, user)); !ok) return ok;
    if (auto ended = store::delete_sessions(c, user.id, ""); !ended) return std::unexpected(ended.error());
    if (auto ended = store::delete_access_tokens(c, user.id); !ended) return std::unexpected(ended.error());
    auto cleared = store::clear_login_failures(c, "account " + user.email);
    if (!cleared) return pass_on(cleared);
    return {};
}

Answer<Response> reset(Mailing& mailing, const Call& call) {
    const Parts& parts = mailing.parts;
    if (auto ok = check_configured(mailing, call); !ok) return pass_on(ok);
    const auto body = call.body<NewPassword>();
    if (!body) return std::unexpected(body.error());
    if (auto ok = check_text("token", body->token, 1, 200); !ok) return pass_on(ok);
    if (auto ok = Passwords::check_strength(body->new_password); !ok) {
        ok.error().where = "new_password";
        return pass_on(ok);
    }
    const auto hash = mailing.passwords.hash(body->new_password);
    if (!hash) return std::unexpected(hash.error());
    const auto done = write(parts, [&](sql::Connection& c) -> Answer<void> {
        const auto token = store::use_mail_token(c, "reset", hash_secret(body->token), parts.clock());
        if (!token) return std::unexpected(token.error());
        if (!*token) return spent();
        const auto user = store::find_user(c, (*token)->user_id);
        if (!user) return std::unexpected(user.error());
        if (!*user || (*user)->disabled || (*user)->email != (*token)->email) return spent();
        return hand_account_over(parts, c, **user, *hash);
    });
    if (!done) return std::unexpected(done.error());
    return http::no_content();
}

Answer<Response> ask_for_verification(Mailing& mailing, const Call& call) {
    const Parts& parts = mailing.parts;
    if (auto ok = check_configured(mailing, call); !ok) return pass_on(ok);
    const auto done = write(parts, [&](sql::Connection& c) -> Answer<void> {
        const auto may = count_asking(parts, c, "verification of " + call.caller.user_id, most_of_one);
        if (!may) return std::unexpected(may.error());
        if (!*may)
            return http::refuse(429, ErrorCode::rate_limited, "such a mail was asked for often lately", {},
                                "Look into your mail, or wait an hour");
        auto queued = queue_verification(parts, c, call.caller.user_id);
        if (!queued) return pass_on(queued);
        return {};
    });
    if (!done) return std::unexpected(done.error());
    Response out = http::no_content();
    out.status = 202;
    return out;
}

/// Only whoever is signed in to the account proves its address: the owner of a mailbox in which somebody
/// else's registration ends up must not make it theirs by following the link.
Answer<Response> verify(Mailing& mailing, const Call& call) {
    const Parts& parts = mailing.parts;
    if (auto ok = check_configured(mailing, call); !ok) return pass_on(ok);
    const auto body = call.body<TokenBody>();
    if (!body) return std::unexpected(body.error());
    if (auto ok = check_text("token", body->token, 1, 200); !ok) return pass_on(ok);
    const auto done = write(parts, [&](sql::Connection& c) -> Answer<void> {
        const auto token = store::use_mail_token(c, "verify", hash_secret(body->token), parts.clock());
        if (!token) return std::unexpected(token.error());
        if (!*token || (*token)->user_id != call.caller.user_id) return spent();
        auto user = or_not_found(store::find_user(c, call.caller.user_id), "there is no such account");
        if (!user) return pass_on(user);
        if (user->email != (*token)->email) return spent();
        user->email_verified_at = user->updated_at = parts.clock();
        if (auto ok = or_conflict(store::change_user(c, *user)); !ok) return ok;
        auto told = store::add_event(c, user->id, "settings", user->id, user->updated_at);
        if (!told) return pass_on(told);
        return {};
    });
    if (!done) return std::unexpected(done.error());
    return http::no_content();
}

/// Whom a stop address names.
Result<std::string> reader_of(const Parts& parts, const Call& call) {
    return parts.cursors.open(stop_purpose, call.query_value("token").value_or(""));
}

Answer<Response> stop_letters(const Parts& parts, const Call& call) {
    const auto reader = reader_of(parts, call);
    if (!reader)
        return http::refuse(400, ErrorCode::invalid, "this link cannot be read", "token",
                            "Switch e-mails off in the settings");
    const auto done = write(parts, [&](sql::Connection& c) -> Answer<void> {
        auto user = store::find_user(c, *reader);
        if (!user) return pass_on(user);
        if (!*user || !(*user)->email_notifications) return {};
        (*user)->email_notifications = false;
        (*user)->updated_at = parts.clock();
        if (auto ok = or_conflict(store::change_user(c, **user)); !ok) return ok;
        auto told = store::add_event(c, (*user)->id, "settings", (*user)->id, (*user)->updated_at);
        if (!told) return pass_on(told);
        return {};
    });
    if (!done) return std::unexpected(done.error());
    return http::no_content();
}

/// Whoever follows the address by hand sees a page with a button: programs that look at links in mails stop
/// nothing.
Answer<Response> show_stopping(const Parts&, const Call& call) {
    return http::see_other("/unsubscribe?" + call.request.query);
}

}  // namespace

Result<void> queue_verification(const Parts& parts, sql::Connection& c, const std::string& user_id) {
    if (parts.mail == nullptr) return {};
    return store::add_run(c, flows::make_letter_run(user_id, {"verify", std::nullopt, 1}, parts.clock()));
}

std::string stop_address(const Parts& parts, const std::string& user_id) {
    return parts.policy.public_origin +
           "/api/mail/unsubscribe?token=" + parts.cursors.seal(stop_purpose, user_id);
}

void add_mail_routes(http::Router& router, const Parts& parts, const Passwords& passwords) {
    auto mailing = std::make_shared<Mailing>(parts, passwords);
    const auto bound = [&](Answer<Response> (*handler)(Mailing&, const Call&)) {
        return [mailing, handler](const Call& call) { return handler(*mailing, call); };
    };
    router.add({.method = Method::post,
                .pattern = "/api/auth/password-resets",
                .access = Access::public_,
                .handler = bound(ask_for_reset)});
    router.add({.method = Method::put,
                .pattern = "/api/auth/password-resets",
                .access = Access::public_,
                .handler = bound(reset)});
    router.add({.method = Method::post,
                .pattern = "/api/auth/verifications",
                .handler = bound(ask_for_verification)});
    router.add({.method = Method::put, .pattern = "/api/auth/verifications", .handler = bound(verify)});
    router.add({.method = Method::post,
                .pattern = "/api/mail/unsubscribe",
                .access = Access::public_,
                .handler = with(parts, stop_letters)});
    router.add({.method = Method::get,
                .pattern = "/api/mail/unsubscribe",
                .access = Access::public_,
                .handler = with(parts, show_stopping)});
}

}  // namespace headway::api
