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

RateLimit::Verdict RateLimit::take(std::string_view key) {
    const std::int64_t now = clock_().micros;
    const std::int64_t refill = std::max<std::int64_t>(rule_.refill.count(), 1);
    const std::int64_t depth = rule_.burst * refill;  // time to fill it from empty
    const std::lock_guard lock(mutex_);
    auto found = by_key_.find(key);
    if (found == by_key_.end()) {
        used_.push_front({std::string(key), now});
        found = by_key_.emplace(used_.front().key, used_.begin()).first;
        if (used_.size() > rule_.max_keys) {
            by_key_.erase(used_.back().key);
            used_.pop_back();
        }
        if (used_.empty()) return {};  // a rule without keys lets nobody through
    } else {
        used_.splice(used_.begin(), used_, found->second);
    }
    Bucket& bucket = used_.front();
    const std::int64_t full_at = std::max(bucket.full_at, now);
    Verdict out{.limit = rule_.burst};
    out.allowed = full_at + refill - now <= depth;
    if (out.allowed) bucket.full_at = full_at + refill;
    const std::int64_t missing = std::max(bucket.full_at - now, std::int64_t{0});
    out.remaining = (depth - missing) / refill;
    out.reset_s = whole_seconds(missing);
    if (!out.allowed) out.retry_after_s = std::max<std::int64_t>(whole_seconds(missing + refill - depth), 1);
    return out;
}

std::size_t RateLimit::keys() const {
    const std::lock_guard lock(mutex_);
    return used_.size();
}

void add_rate_headers(Headers& headers, const RateLimit::Verdict& verdict) {
    headers.emplace_back("RateLimit-Limit", fmt::to_string(verdict.limit));
    headers.emplace_back("RateLimit-Remaining", fmt::to_string(verdict.remaining));
    headers.emplace_back("RateLimit-Reset", fmt::to_string(verdict.reset_s));
}

Answer<void> check_rate(const RateLimit::Verdict& verdict) {
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
