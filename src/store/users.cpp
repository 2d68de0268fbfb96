// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/users.hpp"

namespace headway::store {
namespace {

#define HEADWAY_USER_COLUMNS                                                                           \
    "id, email, name, password_hash, role, disabled, phone, location, headline, language, time_zone, " \
    "email_notifications, weekly_hours, plan, renews_on, version, created_at, updated_at, "            \
    "email_verified_at "

Result<std::int64_t> counted(Result<std::optional<std::int64_t>> count) {
    if (!count) return std::unexpected(count.error());
    return count->value_or(0);
}

/// Text for LIKE with '\' as the escape.
std::string like(std::string_view text) {
    std::string out = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\') out += '\\';
        out += c;
    }
    return out + "%";
}

}  // namespace

Result<void> add_user(sql::Connection& c, const User& u) {
    const auto done = c.run(
        "insert into users (" HEADWAY_USER_COLUMNS
        ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)",
        u.id, u.email, u.name, u.password_hash, u.role, u.disabled, u.phone, u.location, u.headline,
        u.language, u.time_zone, u.email_notifications, u.weekly_hours, u.plan, u.renews_on, u.version,
        u.created_at, u.updated_at, u.email_verified_at);
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<std::optional<User>> find_user(sql::Connection& c, std::string_view id) {
    return c.row<User>("select " HEADWAY_USER_COLUMNS "from users where id = $1", id);
}

Result<std::optional<User>> find_user_by_email(sql::Connection& c, std::string_view email) {
    return c.row<User>("select " HEADWAY_USER_COLUMNS "from users where email = $1", email);
}

Result<bool> change_user(sql::Connection& c, const User& u) {
    const auto changed = c.run(
        "update users set name = $2, password_hash = $3, role = $4, disabled = $5, phone = $6, location = "
        "$7, "
        "headline = $8, language = $9, time_zone = $10, email_notifications = $11, weekly_hours = $12, plan "
        "= $13, "
        "renews_on = $14, updated_at = $15, email_verified_at = $17, version = version + 1 where id = $1 and "
        "version = $16",
        u.id, u.name, u.password_hash, u.role, u.disabled, u.phone, u.location, u.headline, u.language,
        u.time_zone, u.email_notifications, u.weekly_hours, u.plan, u.renews_on, u.updated_at, u.version,
        u.email_verified_at);
    if (!changed) return std::unexpected(changed.error());
    return *changed == 1;
}

Result<bool> delete_user(sql::Connection& c, std::string_view id) {
    const auto gone = c.run("delete from users where id = $1", id);
    if (!gone) return std::unexpected(gone.error());
    return *gone == 1;
}

Result<std::vector<User>> list_users(sql::Connection& c, std::string_view text,
                                     std::optional<std::string_view> after, std::size_t limit) {
    return c.rows<User>(
        "select " HEADWAY_USER_COLUMNS
        "from users where id > $1 and (email like $2 escape '\\' or lower(name) like $2 escape '\\') "
        "order by id limit $3",
        after.value_or(""), like(text), static_cast<std::int64_t>(limit));
}

Result<std::int64_t> count_users(sql::Connection& c) {
    return counted(c.value<std::int64_t>("select count(*) from users"));
}

Result<std::int64_t> count_admins(sql::Connection& c) {
    return counted(
        c.value<std::int64_t>("select count(*) from users where role = 'admin' and disabled = $1", false));
}

}  // namespace headway::store
