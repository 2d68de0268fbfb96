// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "net/address.hpp"

namespace headway::net {

using Deadline = std::chrono::steady_clock::time_point;
/// Whether to go on; asked several times a second while something is waited for. Empty: always.
using GoOn = std::function<bool()>;

/// The addresses of a host.
using Resolve =
    std::function<Result<std::vector<Address>>(const std::string& host, Deadline until, const GoOn&)>;

/// By the system's resolver, which knows no time limit: it is asked on a thread of its own, which is left
/// behind when it is too slow.
[[nodiscard]] Result<std::vector<Address>> system_resolve(const std::string& host, Deadline until,
                                                          const GoOn& go_on);

/// The error of everything that go_on ended.
[[nodiscard]] std::unexpected<Error> stopped();

}  // namespace headway::net
