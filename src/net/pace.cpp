// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/pace.hpp"

#include <algorithm>

namespace headway::net {
namespace {

using std::chrono::milliseconds;
using Steady = std::chrono::steady_clock;

constexpr std::size_t most_hosts = 1000;

}  // namespace

Result<Turn> OwnPace::take(const std::string& host, milliseconds gap, milliseconds longest) {
    const std::lock_guard lock(mutex_);
    const Time now = Steady::now();
    if (hosts_.size() > most_hosts) std::erase_if(hosts_, [&](const auto& h) { return h.second.next < now; });
    Time& next = hosts_[host].next;
    const Time turn = std::max(next, now);
    const auto wait = std::chrono::ceil<milliseconds>(turn - now);
    if (wait > longest) return Turn{false, wait};
    next = turn + gap;
    return Turn{true, wait};
}

Result<void> OwnPace::leave_alone(const std::string& host, milliseconds time) {
    const std::lock_guard lock(mutex_);
    Host& told = hosts_[host];
    told.alone_until = std::max(told.alone_until, Steady::now() + time);
    told.next = std::max(told.next, told.alone_until);
    return {};
}

Result<bool> OwnPace::is_left_alone(const std::string& host) {
    const std::lock_guard lock(mutex_);
    const auto found = hosts_.find(host);
    return found != hosts_.end() && found->second.alone_until > Steady::now();
}

}  // namespace headway::net
