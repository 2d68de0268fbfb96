// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "sql/database.hpp"

namespace headway::store {

/// One table as its rows belong to a person.
struct AccountTable {
    std::string_view name;
    std::string_view owner_column;
    std::string_view order_column;
};

/// Every table that holds rows of a person, the account itself first.
[[nodiscard]] const std::vector<AccountTable>& account_tables();

/// All rows of the person in a table, every column but hashes of secrets and what is derived from other
/// columns.
[[nodiscard]] Result<sql::Table> account_rows(sql::Connection& c, std::string_view owner,
                                              const AccountTable& table);

}  // namespace headway::store
