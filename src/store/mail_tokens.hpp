// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

namespace headway::store {

/// What a link in a mail proves: that its owner reads the mail of `email`.
struct MailToken {
    std::string user_id;
    std::string email;
};
BOOST_DESCRIBE_STRUCT(MailToken, (), (user_id, email))

/// One of a purpose ("verify", "reset") and an owner at a time: those before serve no longer.
[[nodiscard]] Result<void> add_mail_token(sql::Connection& c, std::string_view owner,
                                          std::string_view purpose, std::string_view email,
                                          std::string_view token_hash, Timestamp now, Timestamp expires_at);
/// Takes it away: a second one finds nothing.
[[nodiscard]] Result<std::optional<MailToken>> use_mail_token(sql::Connection& c, std::string_view purpose,
                                                              std::string_view token_hash, Timestamp now);
/// Those that ended before. How many.
[[nodiscard]] Result<std::int64_t> sweep_mail_tokens(sql::Connection& c, Timestamp now, std::size_t most);

}  // namespace headway::store
