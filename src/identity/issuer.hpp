// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/clock.hpp"
#include "identity/claims.hpp"
#include "identity/metadata.hpp"

namespace headway::identity {

/// As whoever runs the server set it up.
struct Settings {
    std::string issuer;
    std::string client_id;
    std::string client_secret;  ///< Empty: a public client.
    std::string audience;       ///< Of tokens for the API; empty: none are taken.
    std::string scopes = "openid email profile";
    std::string user_agent = "Headway";
};

/// One sign-in on its way: what goes out with the person and has to come back.
struct Attempt {
    std::string state;
    std::string nonce;
    std::string verifier;  ///< Stays here.
    std::string redirect_uri;
    bool fresh = false;  ///< The issuer asks for the password again, whoever is signed in there.
};

/// Whoever was signed in.
struct SignedIn {
    Claims claims;
    std::string id_token;  ///< For signing out there.
};

/// An OpenID Connect issuer: what it says of itself and its keys, read when first needed and kept for an
/// hour; keys also when a token names one that is not known, at most every ten seconds. What was read stays
/// in use for a day while the issuer does not answer. It may lie in a private network: an administrator named
/// it. Thread-safe. Errors: `unavailable` (not reached, unreadable), `unauthenticated` (a token or a code
/// that is not right). None holds a token or a secret.
class Issuer {
  public:
    Issuer(Settings settings, Clock clock);
    Issuer(const Issuer&) = delete;
    Issuer& operator=(const Issuer&) = delete;
    ~Issuer();

    [[nodiscard]] const Settings& settings() const;
    /// The issuer as its tokens name it.
    [[nodiscard]] Result<std::string> name();
    /// Where the browser goes to sign in.
    [[nodiscard]] Result<std::string> sign_in_address(const Attempt& attempt);
    /// Takes the code that the browser came back with; asks for name and address where the token lacks them.
    [[nodiscard]] Result<SignedIn> redeem(const std::string& code, const Attempt& attempt);
    /// A token for the API, by a script. Only where an audience is set.
    [[nodiscard]] Result<Claims> check_api_token(std::string_view token);
    /// Where the browser goes to sign out there too; none where the issuer has no such place.
    [[nodiscard]] std::optional<std::string> sign_out_address(const std::string& id_token,
                                                              const std::string& back_to);
    /// Asks it now: how many keys it has.
    [[nodiscard]] Result<std::size_t> check();

  private:
    struct Core;
    std::unique_ptr<Core> core_;
};

}  // namespace headway::identity
