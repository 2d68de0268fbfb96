// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

/// The one address under which a person's tasks can be read without signing in. Only its hash is kept.
namespace headway::store {

/// Replaces an earlier one.
[[nodiscard]] Result<void> set_calendar_feed(sql::Connection& c, std::string_view owner,
                                             std::string_view secret_hash, Timestamp now);
/// When it was made.
[[nodiscard]] Result<std::optional<Timestamp>> find_calendar_feed(sql::Connection& c, std::string_view owner);
[[nodiscard]] Result<void> delete_calendar_feed(sql::Connection& c, std::string_view owner);
/// Whose it is; none for accounts that are disabled.
[[nodiscard]] Result<std::optional<std::string>> owner_of_calendar_feed(sql::Connection& c,
                                                                        std::string_view secret_hash);

}  // namespace headway::store
