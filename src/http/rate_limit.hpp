// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/clock.hpp"
#include "http/refusal.hpp"
#include "http/response.hpp"

namespace headway::http {

/// Token buckets by key (an address, a user, an e-mail address). Thread-safe, bounded in memory: above
/// max_keys the key unused for longest is forgotten, which gives it a full bucket.
class RateLimit {
  public:
    struct Rule {
        std::int64_t burst = 10;                      ///< At once, from a full bucket.
        std::chrono::microseconds refill{1'000'000};  ///< Time for one token.
        std::size_t max_keys = 100'000;
    };
    RateLimit(Rule rule, Clock clock) : rule_(rule), clock_(std::move(clock)) {}

    struct Verdict {
        bool allowed = false;
        std::int64_t limit = 0;
        std::int64_t remaining = 0;      ///< Whole tokens left.
        std::int64_t reset_s = 0;        ///< Until the bucket is full.
        std::int64_t retry_after_s = 0;  ///< Until one token is there; 0 when allowed.
    };
    /// Takes one token when there is one.
    [[nodiscard]] Verdict take(std::string_view key);
    [[nodiscard]] std::size_t keys() const;

  private:
    struct Bucket {
        std::string key;
        std::int64_t full_at = 0;  ///< Microseconds; one number is the whole bucket.
    };
    Rule rule_;
    Clock clock_;
    mutable std::mutex mutex_;
    std::list<Bucket> used_;  ///< Latest first.
    std::unordered_map<std::string_view, std::list<Bucket>::iterator> by_key_;
};

/// RateLimit-Limit, RateLimit-Remaining and RateLimit-Reset.
void add_rate_headers(Headers& headers, const RateLimit::Verdict& verdict);
/// 429 with Retry-After and the above when the verdict says no.
[[nodiscard]] Answer<void> check_rate(const RateLimit::Verdict& verdict);

}  // namespace headway::http
