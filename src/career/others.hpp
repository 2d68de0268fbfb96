// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "career/reading.hpp"

namespace headway::career {

/// Whether a job ad names by tokens [first, first + length) a field of people whom one works with or joins,
/// and not what one does: "liaise with marketing and sales teams", "join a team of curious problem solvers".
/// "Lead the marketing team" and "experience with managing sales teams" are what one does.
[[nodiscard]] bool of_other_people(const Reading& reading, std::uint32_t first, std::uint32_t length);

}  // namespace headway::career
