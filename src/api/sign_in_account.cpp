// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sign_in_account.hpp"

#include <algorithm>

#include "api/input.hpp"
#include "base/id.hpp"
#include "store/events.hpp"
#include "store/identities.hpp"

namespace headway::api {
namespace {

constexpr std::size_t longest_name = 200;

store::Identity identity_of(const std::string& issuer, const identity::Claims& claims, Timestamp now) {
    return {make_uuid(), issuer, claims.subject, claims.email, now, now};
}

Entry refused(const char* problem) {
    return {std::nullopt, problem};
}

bool is_welcome(const std::vector<std::string>& domains, const std::string& email) {
    const std::string domain = email.substr(email.rfind('@') + 1);
    return domains.empty() || std::ranges::find(domains, domain) != domains.end();
}

/// A name that the account may have; none when the issuer's cannot be one.
std::string name_of(const identity::Claims& claims) {
    return claims.name && check_text("name", *claims.name, 1, longest_name) ? *claims.name : "";
}

Answer<Entry> enter_as(const Parts& parts, sql::Connection& c, const std::string& issuer,
                       const identity::Claims& claims, const std::string& user_id) {
    const auto user = store::find_user(c, user_id);
    if (!user) return std::unexpected(user.error());
    if (!*user || (*user)->disabled) return refused("disabled");
    if (auto done = store::touch_identity(c, user_id, identity_of(issuer, claims, parts.clock())); !done)
        return pass_on(done);
    return Entry{**user, {}};
}

Answer<Entry> link(const Parts& parts, sql::Connection& c, const std::string& issuer,
                   const identity::Claims& claims, const store::User& user) {
    if (user.disabled) return refused("disabled");
    if (!parts.policy.sign_in.links || !user.email_verified_at) return refused("sign_in_first");
    if (auto added = store::add_identity(c, user.id, identity_of(issuer, claims, parts.clock())); !added)
        return pass_on(added);
    return Entry{user, {}};
}

Answer<Entry> create(const Parts& parts, sql::Connection& c, const std::string& issuer,
                     const identity::Claims& claims, const std::string& email) {
    if (!parts.policy.sign_in.creates) return refused("no_account");
    store::User user;
    user.id = make_uuid();
    user.email = email;
    user.name = name_of(claims);
    user.created_at = user.updated_at = parts.clock();
    user.email_verified_at = user.created_at;
    if (auto added = store::add_user(c, user); !added) return pass_on(added);
    if (auto added = store::add_identity(c, user.id, identity_of(issuer, claims, parts.clock())); !added)
        return pass_on(added);
    return Entry{user, {}};
}

}  // namespace

Answer<Entry> enter(const Parts& parts, sql::Connection& c, const std::string& issuer,
                    const identity::Claims& claims) {
    const auto owner = store::find_identity_owner(c, issuer, claims.subject);
    if (!owner) return std::unexpected(owner.error());
    if (*owner) return enter_as(parts, c, issuer, claims, **owner);
    const auto email = check_email("email", claims.email.value_or(""));
    if (!email) return refused("no_email");
    if (!claims.email_verified) return refused("unverified");
    if (!is_welcome(parts.policy.sign_in.domains, *email)) return refused("domain");
    const auto user = store::find_user_by_email(c, *email);
    if (!user) return std::unexpected(user.error());
    return *user ? link(parts, c, issuer, claims, **user) : create(parts, c, issuer, claims, *email);
}

Answer<Entry> connect(const Parts& parts, sql::Connection& c, const std::string& issuer,
                      const identity::Claims& claims, const std::string& user_id) {
    const auto owner = store::find_identity_owner(c, issuer, claims.subject);
    if (!owner) return std::unexpected(owner.error());
    if (*owner && **owner != user_id) return refused("taken");
    if (*owner) return enter_as(parts, c, issuer, claims, user_id);
    auto user = store::find_user(c, user_id);
    if (!user) return pass_on(user);
    if (!*user || (*user)->disabled) return refused("disabled");
    const Timestamp now = parts.clock();
    if (auto added = store::add_identity(c, user_id, identity_of(issuer, claims, now)); !added)
        return pass_on(added);
    const auto email = check_email("email", claims.email.value_or(""));
    if (email && claims.email_verified && *email == (*user)->email && !(*user)->email_verified_at) {
        (*user)->email_verified_at = now;
        if (auto ok = or_conflict(store::change_user(c, **user)); !ok) return pass_on(ok);
    }
    return Entry{**user, {}};
}

}  // namespace headway::api
