// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/kept_keys.hpp"

namespace headway::identity {
namespace {

constexpr std::chrono::hours fresh_for{1};
constexpr std::chrono::hours used_for{24};
constexpr std::chrono::seconds between_reads{10};

std::unexpected<Error> silent() {
    return fail(ErrorCode::unavailable, "the issuer did not answer a moment ago", {},
                "Try again in a moment");
}

}  // namespace

KeptKeys::Kept KeptKeys::kept(std::chrono::microseconds age) const {
    const std::lock_guard lock(mutex_);
    return kept_ && clock_() - read_at_ < age ? kept_ : nullptr;
}

bool KeptKeys::tried_lately() const {
    const std::lock_guard lock(mutex_);
    return tried_at_ && clock_() - *tried_at_ < between_reads;
}

Result<KeptKeys::Kept> KeptKeys::read_now() {
    auto read = read_();
    const std::lock_guard lock(mutex_);
    tried_at_ = clock_();
    if (!read) return pass_on(read);
    kept_ = std::make_shared<const Read>(std::move(*read));
    read_at_ = clock_();
    return kept_;
}

Result<KeptKeys::Kept> KeptKeys::get() {
    if (auto now = kept(fresh_for)) return now;
    const auto old = kept(used_for);
    const auto without = [&]() -> Result<Kept> { return old ? Result<Kept>(old) : silent(); };
    if (tried_lately()) return without();
    std::unique_lock one(reading_, std::defer_lock);
    if (old ? !one.try_lock() : !one.try_lock_for(longest_read)) return without();
    if (auto now = kept(fresh_for)) return now;  // another thread has read it meanwhile
    if (tried_lately()) return without();        // or has failed to
    auto read = read_now();
    if (!read && old) return old;
    return read;
}

Result<KeptKeys::Kept> KeptKeys::get_for(const Token& token) {
    auto now = get();
    if (!now) return now;
    auto signed_by_one = (*now)->keys.check(token);
    if (signed_by_one) return now;
    const bool forged = !token.key_id.empty() && (*now)->keys.knows(token);
    std::unique_lock one(reading_, std::defer_lock);
    if (forged || tried_lately() || !one.try_lock()) return pass_on(signed_by_one);
    auto read = read_now();
    if (!read) return pass_on(signed_by_one);
    if (auto ok = (*read)->keys.check(token); !ok) return pass_on(ok);
    return read;
}

}  // namespace headway::identity
