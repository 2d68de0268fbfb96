// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/mail_tokens.hpp"

namespace headway::store {

Result<void> add_mail_token(sql::Connection& c, std::string_view owner, std::string_view purpose,
                            std::string_view email, std::string_view token_hash, Timestamp now,
                            Timestamp expires_at) {
    if (auto gone = c.run("delete from mail_tokens where user_id = $1 and purpose = $2", owner, purpose);
        !gone)
        return std::unexpected(gone.error());
    const auto done = c.run(
        "insert into mail_tokens (token_hash, user_id, purpose, email, created_at, expires_at) "
        "values ($1, $2, $3, $4, $5, $6)",
        token_hash, owner, purpose, email, now, expires_at);
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<std::optional<MailToken>> use_mail_token(sql::Connection& c, std::string_view purpose,
                                                std::string_view token_hash, Timestamp now) {
    return c.row<MailToken>(
        "delete from mail_tokens where token_hash = $1 and purpose = $2 and expires_at > $3 "
        "returning user_id, email",
        token_hash, purpose, now);
}

Result<std::int64_t> sweep_mail_tokens(sql::Connection& c, Timestamp now, std::size_t most) {
    return c.run(
        "delete from mail_tokens where token_hash in "
        "(select token_hash from mail_tokens where expires_at <= $1 limit $2)",
        now, static_cast<std::int64_t>(most));
}

}  // namespace headway::store
