// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <istream>
#include <ostream>

namespace headway::app {

/// Where a command reads and writes; tests pass string streams.
struct Streams {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    bool colour = false;  ///< Standard output is a terminal and NO_COLOR is not set.
    int width = 100;      ///< Columns of the terminal.
};

/// Exit codes of the program.
enum ExitCode : int { done = 0, our_fault = 1, wrong_usage = 2, unreadable_input = 3 };

}  // namespace headway::app
