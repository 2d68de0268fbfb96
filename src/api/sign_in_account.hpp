// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "api/handler.hpp"
#include "identity/claims.hpp"
#include "store/users.hpp"

namespace headway::api {

/// Who came in by the issuer, or why nobody did: a word that the web app has a sentence for (no_email,
/// unverified, domain, no_account, sign_in_first, disabled, taken).
struct Entry {
    std::optional<store::User> user;
    std::string problem;
};

/// Whose account these claims open, in this transaction. An identity that is known opens its account; a new
/// one is linked to an account, or gets one, by a proved address only and as the policy says. It is linked to
/// no account whose address was never proved here: somebody else may have registered it.
[[nodiscard]] Answer<Entry> enter(const Parts& parts, sql::Connection& c, const std::string& issuer,
                                  const identity::Claims& claims);

/// Adds the identity to the account of somebody who is signed in.
[[nodiscard]] Answer<Entry> connect(const Parts& parts, sql::Connection& c, const std::string& issuer,
                                    const identity::Claims& claims, const std::string& user_id);

}  // namespace headway::api
