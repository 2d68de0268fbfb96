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

/// How much a person has of what plans limit.
namespace headway::store {

/// What is there now.
struct Holdings {
    std::int64_t resumes = 0;
    std::int64_t jobs = 0;  ///< Own ones.
    std::int64_t notes = 0;
    std::int64_t storage_bytes = 0;  ///< Of the résumés.
};
BOOST_DESCRIBE_STRUCT(Holdings, (), (resumes, jobs, notes, storage_bytes))
[[nodiscard]] Result<Holdings> count_holdings(sql::Connection& c, std::string_view owner);

/// Makes other transactions that count for the same person wait until this one ends.
[[nodiscard]] Result<void> lock_holdings(sql::Connection& c, std::string_view owner);

/// What was used up on a day.
struct QuotaUse {
    std::string kind;
    std::int64_t used = 0;
};
BOOST_DESCRIBE_STRUCT(QuotaUse, (), (kind, used))
[[nodiscard]] Result<std::vector<QuotaUse>> list_quota_use(sql::Connection& c, std::string_view owner,
                                                           Date day);
/// Adds to the use of a day and gives what it is then. Others who add for the same person, kind and day wait
/// until this transaction ends.
[[nodiscard]] Result<std::int64_t> add_quota_use(sql::Connection& c, std::string_view owner,
                                                 std::string_view kind, Date day, std::int64_t amount);

/// A limit of one person that differs from the plan's.
struct QuotaLimit {
    std::string name;
    std::int64_t most = 0;
};
BOOST_DESCRIBE_STRUCT(QuotaLimit, (), (name, most))
[[nodiscard]] Result<std::vector<QuotaLimit>> list_quota_limits(sql::Connection& c, std::string_view owner);
/// None: the plan's again.
[[nodiscard]] Result<void> set_quota_limit(sql::Connection& c, std::string_view owner, std::string_view name,
                                           std::optional<std::int64_t> most);

}  // namespace headway::store
