// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

/// Token buckets that all processes share.
namespace headway::store {

struct BucketRule {
    std::int64_t burst = 1;
    std::chrono::microseconds refill{1};  ///< Time for one token.
};

struct Bucket {
    bool taken = false;
    Timestamp full_at;  ///< After that.
};

/// Takes one token when there is one. Of those who come together each sees what the one before has taken.
[[nodiscard]] Result<Bucket> take_token(sql::Connection& c, std::string_view subject, const BucketRule& rule,
                                        Timestamp now);
/// Buckets that are full: absent is the same. How many.
[[nodiscard]] Result<std::int64_t> sweep_rate_buckets(sql::Connection& c, Timestamp now, std::size_t most);

}  // namespace headway::store
