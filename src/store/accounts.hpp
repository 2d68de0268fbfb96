// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/users.hpp"

/// Accounts as administrators see them, and how one is closed and erased.
namespace headway::store {

/// When somebody was last there, by browser and by token.
struct LastSeen {
    std::optional<Timestamp> session_at;
    std::optional<Timestamp> token_at;
};
BOOST_DESCRIBE_STRUCT(LastSeen, (), (session_at, token_at))
[[nodiscard]] Result<std::optional<Timestamp>> last_seen(sql::Connection& c, std::string_view user_id);

struct AccountFilter {
    std::string text;  ///< Part of address or name; empty for all.
    std::string role;  ///< Empty for all.
    std::optional<bool> disabled;
};
/// By address, those behind the address `after`.
[[nodiscard]] Result<std::vector<User>> list_accounts(sql::Connection& c, const AccountFilter& filter,
                                                      std::optional<std::string_view> after,
                                                      std::size_t limit);

/// Admins who may sign in, without this one. Others who ask wait until this transaction ends, so that two
/// cannot remove each other.
[[nodiscard]] Result<std::int64_t> count_other_admins(sql::Connection& c, std::string_view user_id);

/// Disables the account and ends its sessions and tokens.
[[nodiscard]] Result<void> close_account(sql::Connection& c, std::string_view user_id, Timestamp now);

/// The erasure of an account that is queued or running: the id of its run.
[[nodiscard]] Result<std::optional<std::string>> find_erasure(sql::Connection& c, std::string_view user_id);

/// Erasures of the account that failed are not tried again: it goes on.
[[nodiscard]] Result<void> withdraw_erasures(sql::Connection& c, std::string_view user_id);

/// Keys of everything that a person has in the file store.
[[nodiscard]] Result<std::vector<std::string>> file_keys_of(sql::Connection& c, std::string_view user_id);
/// A file is to go at that time; a later call for the same key moves the time.
[[nodiscard]] Result<void> note_file_removal(sql::Connection& c, std::string_view key, Timestamp at);

/// The account and all its rows. Erasures of others that this admin has ordered go on.
[[nodiscard]] Result<void> erase_account(sql::Connection& c, std::string_view user_id);

}  // namespace headway::store
