// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/claims.hpp"

#include <algorithm>

#include "http/digest.hpp"

namespace headway::identity {
namespace {

constexpr std::chrono::seconds slack{60};
constexpr double latest_second = 253'402'300'799;  // 9999-12-31

std::unexpected<Error> refuse(const char* what) {
    return fail(ErrorCode::unauthenticated, what, {}, "Sign in again");
}

/// Seconds since 1970, a fraction allowed; none when absent, an error when it is no time.
Result<std::optional<Timestamp>> time_at(const json::Node& claims, std::string_view name) {
    const json::Node node = claims[name];
    if (node.is_nothing()) return std::nullopt;
    const auto seconds = node.number();
    if (!seconds || *seconds < 0 || *seconds > latest_second) return refuse("a time of this token is none");
    return Timestamp{static_cast<std::int64_t>(*seconds * 1e6)};
}

/// How many audiences it has; 0 when `wanted` is none of them.
std::size_t audiences(const json::Node& claim, const std::string& wanted) {
    if (claim.text()) return claim.text() == wanted ? 1 : 0;
    for (std::size_t i = 0; i < claim.size(); ++i) {
        if (claim.item(i).text() == wanted) return claim.size();
    }
    return 0;
}

Result<Timestamp> check_times(const json::Node& claims, Timestamp now) {
    const auto expires = time_at(claims, "exp");
    const auto begins = time_at(claims, "nbf");
    const auto issued = time_at(claims, "iat");
    for (const auto* time : {&expires, &begins, &issued}) {
        if (!*time) return std::unexpected(time->error());
    }
    if (!*expires || **expires + slack <= now) return refuse("this token has expired");
    if ((*begins && **begins > now + slack) || (*issued && **issued > now + slack))
        return refuse("this token is not valid yet");
    return **expires;
}

}  // namespace

void read_person(const json::Node& node, Claims& out) {
    if (auto email = node["email"].text()) {
        out.email = std::move(email);
        // Some issuers write the word; anything but a plain yes is a no.
        out.email_verified = node["email_verified"].truth().value_or(node["email_verified"].text() == "true");
    }
    if (auto name = node["name"].text()) out.name = std::move(name);
}

Result<Claims> check_claims(const Token& token, const Expected& expected) {
    const json::Node claims = token.claims.root();
    if (!token.type.empty() && token.type != "jwt" && token.type != "at+jwt")
        return refuse("this token is of another kind");
    if (claims["iss"].text() != expected.issuer) return refuse("this token is of another issuer");
    const std::size_t listed = audiences(claims["aud"], expected.audience);
    if (listed == 0) return refuse("this token is meant for another service");
    if (expected.nonce) {
        const auto party = claims["azp"].text();
        if (party ? *party != expected.audience : listed > 1)
            return refuse("this token was given to another client");
        if (!http::same_secret(claims["nonce"].text().value_or(""), *expected.nonce))
            return refuse("this token answers another sign-in");
    }
    const auto expires = check_times(claims, expected.now);
    if (!expires) return std::unexpected(expires.error());
    Claims out;
    out.subject = claims["sub"].text().value_or("");
    if (out.subject.empty() || out.subject.size() > 255) return refuse("this token is about nobody");
    out.expires_at = *expires;
    read_person(claims, out);
    return out;
}

}  // namespace headway::identity
