// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/handler.hpp"
#include "store/users.hpp"

namespace headway::api {

struct QuotaWire {
    std::string name;
    std::optional<std::int64_t> limit;  ///< None: no limit.
    std::int64_t used = 0;
    std::optional<std::string> resets_at;
};
BOOST_DESCRIBE_STRUCT(QuotaWire, (), (name, limit, used, resets_at))

/// All quotas of a person in the order of quota_kinds.
[[nodiscard]] Result<std::vector<QuotaWire>> quotas_of(const Parts& parts, sql::Connection& c,
                                                       const store::User& user);

/// To be called inside the transaction that makes something, before its rows are there: lets `amount` more of
/// the quota through, or refuses, 429 with Retry-After for a daily quota and 403 for any other; the field of
/// the refusal is the quota's name. What a daily quota counts goes back with the transaction.
[[nodiscard]] Answer<void> use_quota(const Parts& parts, sql::Connection& c, std::string_view user,
                                     std::string_view name, std::int64_t amount);

}  // namespace headway::api
