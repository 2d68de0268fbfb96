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

namespace headway::store {

/// A row of `users`: the account, the contact fields, the settings and the membership of one person.
struct User {
    std::string id;
    std::string email;  ///< Folded to lower case.
    std::string name;
    std::optional<std::string> password_hash;
    std::string role = "user";  ///< user, admin
    bool disabled = false;
    std::optional<std::string> phone;  ///< E.164
    std::optional<std::string> location;
    std::optional<std::string> headline;
    std::string language = "en";
    std::string time_zone = "UTC";
    bool email_notifications = false;
    std::int64_t weekly_hours = 5;
    std::string plan = "free";
    std::optional<Date> renews_on;
    std::int64_t version = 1;
    Timestamp created_at;
    Timestamp updated_at;
    std::optional<Timestamp> email_verified_at;  ///< When the address was proved to be theirs.
};
BOOST_DESCRIBE_STRUCT(User, (),
                      (id, email, name, password_hash, role, disabled, phone, location, headline, language,
                       time_zone, email_notifications, weekly_hours, plan, renews_on, version, created_at,
                       updated_at, email_verified_at))

/// conflict when the address is taken.
[[nodiscard]] Result<void> add_user(sql::Connection& c, const User& user);
[[nodiscard]] Result<std::optional<User>> find_user(sql::Connection& c, std::string_view id);
[[nodiscard]] Result<std::optional<User>> find_user_by_email(sql::Connection& c, std::string_view email);
/// Writes every field but id, e-mail and creation when the stored version is still `user.version`; raises it.
[[nodiscard]] Result<bool> change_user(sql::Connection& c, const User& user);
/// With everything that belongs to them. False when there is none.
[[nodiscard]] Result<bool> delete_user(sql::Connection& c, std::string_view id);
/// For administrators: oldest first, those with an id after `after`, whose address or name contains `text`.
[[nodiscard]] Result<std::vector<User>> list_users(sql::Connection& c, std::string_view text,
                                                   std::optional<std::string_view> after, std::size_t limit);
[[nodiscard]] Result<std::int64_t> count_users(sql::Connection& c);
[[nodiscard]] Result<std::int64_t> count_admins(sql::Connection& c);

}  // namespace headway::store
