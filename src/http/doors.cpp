// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/doors.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <array>

#include "base/digest.hpp"

namespace headway::http {

Doors::Doors(const Settings& settings) : settings_(settings) {}

std::unique_ptr<Doors::Place> Doors::enter(const std::string& address) {
    const bool proxy =
        std::ranges::find(settings_.trusted_proxies, address) != settings_.trusted_proxies.end();
    std::string key = address_key(address);
    const std::lock_guard lock(mutex_);
    if (inside_ >= settings_.connections) return nullptr;
    std::size_t& here = by_key_[key];
    if (!proxy && here >= settings_.connections_per_address) return nullptr;  // never a new, empty entry
    ++here;
    ++inside_;
    return std::make_unique<Place>(*this, std::move(key));
}

void Doors::leave(const std::string& key) {
    const std::lock_guard lock(mutex_);
    --inside_;
    if (const auto found = by_key_.find(key); --found->second == 0) by_key_.erase(found);
    left_.notify_all();  // under the lock: whoever waits may destroy this right after
}

std::size_t Doors::inside() const {
    const std::lock_guard lock(mutex_);
    return inside_;
}

bool Doors::wait_empty(std::chrono::steady_clock::time_point until) {
    std::unique_lock lock(mutex_);
    return left_.wait_until(lock, until, [this] { return inside_ == 0; });
}

std::string address_key(const std::string& address) {
    std::array<unsigned char, 16> bytes{};
    if (::inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return address;
    return "6:" + to_hex({reinterpret_cast<const char*>(bytes.data()), 8});
}

}  // namespace headway::http
