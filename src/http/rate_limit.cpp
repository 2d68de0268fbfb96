// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/rate_limit.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace headway::http {
namespace {

constexpr std::int64_t second = 1'000'000;

std::int64_t whole_seconds(std::int64_t micros) {
    return (std::max<std::int64_t>(micros, 0) + second - 1) / second;
}

}  // namespace

RateVerdict verdict_of(const RateRule& rule, bool allowed, Timestamp full_at, Timestamp now) {
    const std::int64_t refill = std::max<std::int64_t>(rule.refill.count(), 1);
    const std::int64_t depth = rule.burst * refill;  // time to fill it from empty
    const std::int64_t missing = std::max<std::int64_t>(full_at.micros - now.micros, 0);
    RateVerdict out{.allowed = allowed, .limit = rule.burst};
    out.remaining = std::max<std::int64_t>(depth - missing, 0) / refill;
    out.reset_s = whole_seconds(missing);
    if (!allowed) out.retry_after_s = std::max<std::int64_t>(whole_seconds(missing + refill - depth), 1);
    return out;
}

void add_rate_headers(Headers& headers, const RateVerdict& verdict) {
    headers.emplace_back("RateLimit-Limit", fmt::to_string(verdict.limit));
    headers.emplace_back("RateLimit-Remaining", fmt::to_string(verdict.remaining));
    headers.emplace_back("RateLimit-Reset", fmt::to_string(verdict.reset_s));
}

Answer<void> check_rate(const RateVerdict& verdict) {
    if (verdict.allowed) return {};
    Refusal refusal(Error{ErrorCode::rate_limited,
                          "too many requests",
                          {},
                          fmt::format("try again in {} s", verdict.retry_after_s)});
    refusal.headers.emplace_back("Retry-After", fmt::to_string(verdict.retry_after_s));
    add_rate_headers(refusal.headers, verdict);
    return std::unexpected(std::move(refusal));
}

}  // namespace headway::http
