// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"
#include "store/credentials.hpp"

namespace headway::store {

/// A row of `identities`: whom an issuer of sign-ins calls `subject`.
struct Identity {
    std::string id;
    std::string issuer;
    std::string subject;
    std::optional<std::string> email;  ///< As the issuer last said.
    Timestamp created_at;
    Timestamp last_used_at;
};
BOOST_DESCRIBE_STRUCT(Identity, (), (id, issuer, subject, email, created_at, last_used_at))

/// conflict when somebody, the owner perhaps, has this identity already.
[[nodiscard]] Result<void> add_identity(sql::Connection& c, std::string_view owner, const Identity& identity);
/// Whose it is, disabled or not.
[[nodiscard]] Result<std::optional<std::string>> find_identity_owner(sql::Connection& c,
                                                                     std::string_view issuer,
                                                                     std::string_view subject);
/// For tokens of the issuer: only people who are not disabled. The credential is the identity.
[[nodiscard]] Result<std::optional<Bearer>> find_identity_bearer(sql::Connection& c, std::string_view issuer,
                                                                 std::string_view subject);
/// After a sign-in, with the address that the issuer gives now.
[[nodiscard]] Result<void> touch_identity(sql::Connection& c, std::string_view owner,
                                          const Identity& identity);
/// Oldest first.
[[nodiscard]] Result<std::vector<Identity>> list_identities(sql::Connection& c, std::string_view owner);
/// Event streams of tokens of its issuer close.
[[nodiscard]] Result<bool> delete_identity(sql::Connection& c, std::string_view owner, std::string_view id);

}  // namespace headway::store
