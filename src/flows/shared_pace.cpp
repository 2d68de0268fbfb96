// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/shared_pace.hpp"

#include <algorithm>

#include "store/host_turns.hpp"

namespace headway::flows {

using std::chrono::milliseconds;

Result<net::Turn> SharedPace::take(const std::string& host, milliseconds gap, milliseconds longest) {
    const Timestamp now = clock_();
    const auto turn = database_.write(
        [&](sql::Connection& c) { return store::take_host_turn(c, host, gap, now, now + longest); });
    if (!turn) return std::unexpected(turn.error());
    const auto wait = std::chrono::ceil<milliseconds>(turn->at - now);
    return net::Turn{turn->taken, std::max(wait, milliseconds(0))};
}

Result<void> SharedPace::leave_alone(const std::string& host, milliseconds time) {
    return database_.write(
        [&](sql::Connection& c) { return store::leave_host_alone(c, host, clock_() + time); });
}

Result<bool> SharedPace::is_left_alone(const std::string& host) {
    const auto until = database_.read([&](sql::Connection& c) { return store::host_alone_until(c, host); });
    if (!until) return std::unexpected(until.error());
    return *until > clock_();
}

}  // namespace headway::flows
