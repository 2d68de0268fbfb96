// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/kept_keys.hpp"

namespace headway::identity {
namespace {

constexpr std::chrono::hours fresh_for{1};
constexpr std::chrono::hours used_for{24};
constexpr std::chrono::seconds between_reads{10};

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
    {
        const std::lock_guard lock(mutex_);
        tried_at_ = clock_();
    }
    auto read = read_();
    if (!read) return pass_on(read);
    const std::lock_guard lock(mutex_);
    kept_ = std::make_shared<const Read>(std::move(*read));
    read_at_ = clock_();
    return kept_;
}

Result<KeptKeys::Kept> KeptKeys::get() {
    if (auto now = kept(fresh_for)) return now;
    auto old = kept(used_for);
    std::unique_lock one(reading_, std::defer_lock);
    if (old && (tried_lately() || !one.try_lock())) return old;
    if (!one.owns_lock()) one.lock();
    if (auto now = kept(fresh_for)) return now;  // another thread has read it meanwhile
    auto read = read_now();
    if (!read && old) return old;
    return read;
}

Result<KeptKeys::Kept> KeptKeys::get_for(const Token& token) {
    auto now = get();
    if (!now || (*now)->keys.knows(token) || tried_lately()) return now;
    const std::unique_lock one(reading_, std::try_to_lock);
    if (!one.owns_lock()) return now;
    auto read = read_now();
    return read ? read : now;
}

}  // namespace headway::identity
