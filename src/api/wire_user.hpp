// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "store/credentials.hpp"
#include "store/users.hpp"

/// Accounts and credentials as the contract shows them.
namespace headway::api {

struct UserWire {
    std::string id;
    std::string email;
    std::string name;
    std::string role;
    std::string created_at;
};
BOOST_DESCRIBE_STRUCT(UserWire, (), (id, email, name, role, created_at))

struct SessionWire {
    std::string id;
    bool current = false;
    std::string user_agent;
    std::string address;
    std::string created_at;
    std::string last_seen_at;
    std::string expires_at;
};
BOOST_DESCRIBE_STRUCT(SessionWire, (),
                      (id, current, user_agent, address, created_at, last_seen_at, expires_at))

struct AccessTokenWire {
    std::string id;
    std::string name;
    std::string hint;
    std::string created_at;
    std::optional<std::string> last_used_at;
    std::optional<std::string> expires_at;
    std::string scope;
};
BOOST_DESCRIBE_STRUCT(AccessTokenWire, (), (id, name, hint, created_at, last_used_at, expires_at, scope))

struct SignedInWire {
    UserWire user;
    std::optional<SessionWire> session;
    std::optional<AccessTokenWire> access_token;
};
BOOST_DESCRIBE_STRUCT(SignedInWire, (), (user, session, access_token))

[[nodiscard]] UserWire to_wire(const store::User& user);
[[nodiscard]] SessionWire to_wire(const store::Session& session, bool current);
[[nodiscard]] AccessTokenWire to_wire(const store::AccessToken& token);

/// A time or a day as text, or none.
[[nodiscard]] std::optional<std::string> optional_text(const std::optional<Timestamp>& time);
[[nodiscard]] std::optional<std::string> optional_text(const std::optional<Date>& day);

}  // namespace headway::api
