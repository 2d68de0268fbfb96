// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "identity/token.hpp"

namespace headway::identity {

/// What a token has to say to be believed.
struct Expected {
    std::string issuer;
    std::string audience;
    /// Of the sign-in that this token answers; none for tokens of the API.
    std::optional<std::string> nonce;
    Timestamp now;
};

/// What the issuer says of a person.
struct Claims {
    std::string subject;
    std::optional<std::string> email;
    bool email_verified = false;
    std::optional<std::string> name;
    Timestamp expires_at;
};

/// Name and address, as a token or the answer of the userinfo endpoint has them.
void read_person(const json::Node& node, Claims& out);

/// Issuer, audience (text or a list), expiry, not-before and time of issue with a minute of slack, authorized
/// party, nonce, type (JWT, at+jwt or none). The signature is somebody else's business. `unauthenticated`,
/// saying which.
[[nodiscard]] Result<Claims> check_claims(const Token& token, const Expected& expected);

}  // namespace headway::identity
