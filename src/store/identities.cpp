// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/identities.hpp"

namespace headway::store {

Result<void> add_identity(sql::Connection& c, std::string_view owner, const Identity& i) {
    const auto done = c.run(
        "insert into identities (id, user_id, issuer, subject, email, created_at, last_used_at) "
        "values ($1, $2, $3, $4, $5, $6, $7)",
        i.id, owner, i.issuer, i.subject, i.email, i.created_at, i.last_used_at);
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<std::optional<std::string>> find_identity_owner(sql::Connection& c, std::string_view issuer,
                                                       std::string_view subject) {
    return c.value<std::string>("select user_id from identities where issuer = $1 and subject = $2", issuer,
                                subject);
}

Result<std::optional<Bearer>> find_identity_bearer(sql::Connection& c, std::string_view issuer,
                                                   std::string_view subject) {
    return c.row<Bearer>(
        "select i.user_id, u.role, i.id as credential_id, i.last_used_at as last_seen_at, 'everything' as "
        "scope "
        "from identities i join users u on u.id = i.user_id "
        "where i.issuer = $1 and i.subject = $2 and u.disabled = $3",
        issuer, subject, false);
}

Result<void> touch_identity(sql::Connection& c, std::string_view owner, const Identity& i) {
    const auto done = c.run(
        "update identities set email = $4, last_used_at = $5 where user_id = $1 and issuer = $2 and subject "
        "= $3",
        owner, i.issuer, i.subject, i.email, i.last_used_at);
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<std::vector<Identity>> list_identities(sql::Connection& c, std::string_view owner) {
    return c.rows<Identity>(
        "select id, issuer, subject, email, created_at, last_used_at from identities where user_id = $1 "
        "order by created_at, id limit 100",
        owner);
}

Result<bool> delete_identity(sql::Connection& c, std::string_view owner, std::string_view id) {
    const auto gone = c.run("delete from identities where user_id = $1 and id = $2", owner, id);
    if (!gone) return std::unexpected(gone.error());
    if (auto told = c.notify(credentials_channel, owner); !told) return pass_on(told);
    return *gone == 1;
}

}  // namespace headway::store
