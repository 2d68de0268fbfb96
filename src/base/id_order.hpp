// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/clock.hpp"

namespace headway {

/// A new UUID like make_uuid()'s, but above `last` whatever this machine's clock says: for what has to ascend
/// in a table that several processes write. `last` is a UUID, or empty.
[[nodiscard]] std::string make_uuid_after(std::string_view last);

/// No UUID made at `time` or later is below it, none made before is above it.
[[nodiscard]] std::string first_uuid_of(Timestamp time);

}  // namespace headway
