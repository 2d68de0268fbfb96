// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "career/reading.hpp"

namespace headway::career {

/// Whether a short line among the duties of an ad names nothing that one can be able to do: when, where and
/// with whom the work is ("One weekend in three", "Report to the head chef", "Join a team of six"), what
/// comes up ("Other duties as assigned"), what is given ("Uniform is provided") and how one is meant to be
/// ("Go the extra mile"). "Plan the weekend rota" names something.
[[nodiscard]] bool tells_circumstances(const Reading& reading, std::uint32_t sentence);

}  // namespace headway::career
