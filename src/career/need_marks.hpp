// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "career/asking.hpp"
#include "career/reading.hpp"

namespace headway::career {

/// Person specifications mark their lines: "Dementia care (E)", "Driving licence [D]", for essential and
/// desirable. Where a text has two such lines, a marked line asks, and its mark says how much; the line that
/// explains the marks ("Essential (E) / Desirable (D)") asks for nothing.
void read_need_marks(const Reading& reading, std::span<Asking> asking);

/// A line without its mark, for a text that may have none.
[[nodiscard]] std::string_view without_need_mark(std::string_view line);

}  // namespace headway::career
