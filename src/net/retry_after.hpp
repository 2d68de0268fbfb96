// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

#include "net/client.hpp"

namespace headway::net {

/// How long a host asks to be left alone: seconds, or a date of HTTP; at most a day. None where it does not
/// say.
[[nodiscard]] std::optional<std::chrono::milliseconds> retry_after(const Response& response);

}  // namespace headway::net
