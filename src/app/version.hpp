// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace headway::app {

inline constexpr std::string_view program_version = HEADWAY_VERSION;

}  // namespace headway::app
