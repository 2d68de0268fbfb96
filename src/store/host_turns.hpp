// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

/// When hosts of others may be asked, for all processes together.
namespace headway::store {

struct HostTurn {
    bool taken = false;
    Timestamp at;  ///< When it is; when none was taken, when it would have been.
};

/// Takes the next turn of a host, with `gap` behind it; none when it is later than `latest`. Of those who
/// come together each sees what the one before has taken.
[[nodiscard]] Result<HostTurn> take_host_turn(sql::Connection& c, std::string_view host,
                                              std::chrono::microseconds gap, Timestamp now, Timestamp latest);
/// No turn comes before `until`; an earlier word for longer stays.
[[nodiscard]] Result<void> leave_host_alone(sql::Connection& c, std::string_view host, Timestamp until);
/// Until when a host wants no request, as it said; long ago when it never did.
[[nodiscard]] Result<Timestamp> host_alone_until(sql::Connection& c, std::string_view host);
/// Hosts that may be asked at once: absent is the same. How many.
[[nodiscard]] Result<std::int64_t> sweep_host_turns(sql::Connection& c, Timestamp now, std::size_t most);

}  // namespace headway::store
