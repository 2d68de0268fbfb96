// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

#include "base/clock.hpp"
#include "http/refusal.hpp"
#include "http/response.hpp"

namespace headway::http {

/// A token bucket. What is kept of one is a single time: when it will be full again.
struct RateRule {
    std::int64_t burst = 10;                      ///< At once, from a full bucket.
    std::chrono::microseconds refill{1'000'000};  ///< Time for one token.
};

struct RateVerdict {
    bool allowed = false;
    std::int64_t limit = 0;
    std::int64_t remaining = 0;      ///< Whole tokens left.
    std::int64_t reset_s = 0;        ///< Until the bucket is full.
    std::int64_t retry_after_s = 0;  ///< Until one token is there; 0 when allowed.
};

/// Of a bucket that is full at `full_at`, after a token was taken from it (allowed) or was not there.
[[nodiscard]] RateVerdict verdict_of(const RateRule& rule, bool allowed, Timestamp full_at, Timestamp now);

/// RateLimit-Limit, RateLimit-Remaining and RateLimit-Reset.
void add_rate_headers(Headers& headers, const RateVerdict& verdict);
/// 429 with Retry-After and the above when the verdict says no.
[[nodiscard]] Answer<void> check_rate(const RateVerdict& verdict);

}  // namespace headway::http
