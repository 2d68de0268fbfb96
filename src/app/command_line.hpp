// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/streams.hpp"

namespace headway::app {

/// Parses the arguments and runs the command; the exit code of the program.
[[nodiscard]] int run_command_line(int argc, const char* const* argv, Streams& streams);

}  // namespace headway::app
