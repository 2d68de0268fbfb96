// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/user_command.hpp"

#include <fmt/format.h>

#include "api/input.hpp"
#include "api/passwords.hpp"
#include "app/database_commands.hpp"
#include "app/failure.hpp"
#include "base/id.hpp"
#include "sql/migrations.hpp"
#include "store/users.hpp"

namespace headway::app {

int run_user_add(const SettingValues& settings, const UserOptions& options, Streams& streams) {
    const auto email = api::check_email("EMAIL", options.email);
    if (!email) return report_failure(streams, email.error());
    std::string password;
    std::getline(streams.in, password);
    const bool made = password.empty();
    if (made) password = make_secret(15);
    if (auto strong = api::Passwords::check_strength(password); !strong)
        return report_failure(streams, strong.error());
    const auto database = open_database(settings);
    if (!database) return report_failure(streams, database.error());
    if (auto migrated = sql::migrate(**database, sql::shipped_migrations()); !migrated)
        return report_failure(streams, migrated.error());
    auto hash = api::Passwords().hash(password);
    if (!hash) return report_failure(streams, hash.error());
    store::User user;
    user.id = make_uuid();
    user.email = *email;
    user.name = options.name;
    user.password_hash = std::move(*hash);
    user.role = options.admin ? "admin" : "user";
    user.created_at = user.updated_at = system_now();
    user.email_verified_at = user.created_at;  // an administrator says that it is theirs
    auto added = (*database)->write([&](sql::Connection& c) { return store::add_user(c, user); });
    if (!added) {
        if (added.error().code == ErrorCode::conflict)
            added.error().what = "this address has an account already";
        return report_failure(streams, added.error());
    }
    streams.out << fmt::format("Made the account {}{}.\n", *email, options.admin ? ", an administrator" : "");
    if (made) streams.out << "Its password is " << password << "\n";
    return done;
}

}  // namespace headway::app
