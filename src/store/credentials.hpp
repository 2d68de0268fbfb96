// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

/// Sessions of browsers, access tokens of scripts, and failed sign-ins. Secrets are stored as SHA-256 only.
/// Whoever ends credentials notifies the channel "credentials" with the person's id.
namespace headway::store {

inline constexpr std::string_view credentials_channel = "credentials";

struct Session {
    std::string id;
    std::string user_agent;
    std::string address;
    Timestamp created_at;
    Timestamp last_seen_at;
    Timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(Session, (), (id, user_agent, address, created_at, last_seen_at, expires_at))

struct AccessToken {
    std::string id;
    std::string name;
    std::string hint;  ///< First characters of the token.
    Timestamp created_at;
    std::optional<Timestamp> last_used_at;
    std::optional<Timestamp> expires_at;
    std::string scope = "everything";  ///< everything; agents: nothing but the door for agents
};
BOOST_DESCRIBE_STRUCT(AccessToken, (), (id, name, hint, created_at, last_used_at, expires_at, scope))

/// Who a credential belongs to; only people who are not disabled, only credentials that have not ended.
struct Bearer {
    std::string user_id;
    std::string role;
    std::string credential_id;
    Timestamp last_seen_at;
    std::string scope;  ///< As that of AccessToken.
};
BOOST_DESCRIBE_STRUCT(Bearer, (), (user_id, role, credential_id, last_seen_at, scope))

[[nodiscard]] Result<void> add_session(sql::Connection& c, std::string_view owner, const Session& session,
                                       std::string_view token_hash);
[[nodiscard]] Result<std::optional<Bearer>> find_session(sql::Connection& c, std::string_view token_hash,
                                                         Timestamp now);
[[nodiscard]] Result<void> touch_session(sql::Connection& c, std::string_view id, Timestamp now,
                                         Timestamp expires_at);
/// What the issuer of a sign-in wants back at its end, sealed; none for sign-ins by password.
[[nodiscard]] Result<void> set_session_hint(sql::Connection& c, std::string_view owner, std::string_view id,
                                            std::string_view sealed);
[[nodiscard]] Result<std::optional<std::string>> find_session_hint(sql::Connection& c, std::string_view owner,
                                                                   std::string_view id);
/// Live ones, newest first, those behind the session `before`.
[[nodiscard]] Result<std::vector<Session>> list_sessions(sql::Connection& c, std::string_view owner,
                                                         Timestamp now,
                                                         std::optional<std::string_view> before,
                                                         std::size_t limit);
/// Also one that has expired.
[[nodiscard]] Result<std::optional<Session>> find_session_of(sql::Connection& c, std::string_view owner,
                                                             std::string_view id);
[[nodiscard]] Result<bool> delete_session(sql::Connection& c, std::string_view owner, std::string_view id);
/// All of a person's, but for the one to keep (may be empty). How many.
[[nodiscard]] Result<std::int64_t> delete_sessions(sql::Connection& c, std::string_view owner,
                                                   std::string_view keep);

/// Whether a session, an access token or an identity (for tokens of its issuer) of that id still lets its
/// owner in.
[[nodiscard]] Result<bool> is_in_force(sql::Connection& c, std::string_view owner,
                                       std::string_view credential_id, Timestamp now);

[[nodiscard]] Result<void> add_access_token(sql::Connection& c, std::string_view owner,
                                            const AccessToken& token, std::string_view token_hash);
[[nodiscard]] Result<std::optional<Bearer>> find_access_token(sql::Connection& c, std::string_view token_hash,
                                                              Timestamp now);
[[nodiscard]] Result<void> touch_access_token(sql::Connection& c, std::string_view id, Timestamp now);
[[nodiscard]] Result<std::vector<AccessToken>> list_access_tokens(sql::Connection& c, std::string_view owner);
[[nodiscard]] Result<bool> delete_access_token(sql::Connection& c, std::string_view owner,
                                               std::string_view id);
[[nodiscard]] Result<std::int64_t> delete_access_tokens(sql::Connection& c, std::string_view owner);

/// Failed sign-ins of a subject (an account or an address) since its window began.
struct LoginFailures {
    std::int64_t failures = 0;
    Timestamp window_began_at;
};
BOOST_DESCRIBE_STRUCT(LoginFailures, (), (failures, window_began_at))
[[nodiscard]] Result<std::optional<LoginFailures>> find_login_failures(sql::Connection& c,
                                                                       std::string_view subject);
/// One more; a window that began before `window_start` begins anew now.
[[nodiscard]] Result<void> add_login_failure(sql::Connection& c, std::string_view subject, Timestamp now,
                                             Timestamp window_start);
[[nodiscard]] Result<void> clear_login_failures(sql::Connection& c, std::string_view subject);

}  // namespace headway::store
