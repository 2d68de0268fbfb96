// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <sys/types.h>
#include <utility>
#include <vector>

namespace headway::test {

/// How the built program is started. It runs in the source tree, so samples are "samples/…".
struct Start {
    std::vector<std::string> arguments = {};
    std::string input = {};  ///< standard input, whole
    /// Set on top of this process's environment; HEADWAY_TODAY is 2026-11 and NO_COLOR unset unless named.
    std::vector<std::pair<std::string, std::string>> environment = {};
    bool terminal = false;        ///< Standard output is a terminal (and so is standard error).
    bool full_disk = false;       ///< Standard output is /dev/full.
    bool kill_its_child = false;  ///< Kill the first process that it starts.
};

struct Ended {
    int code = -1;  ///< exit code; -1 when a signal ended it
    int signal = 0;
    std::string out;  ///< With a terminal, what was written to either stream.
    std::string err;
    bool child_killed = false;
};

/// Whether this machine gives out terminals; a bare chroot has none.
[[nodiscard]] bool has_terminals();

/// Runs build/headway and waits for its end. Throws std::runtime_error only when it cannot be started.
[[nodiscard]] Ended run_program(const Start& start);
[[nodiscard]] Ended run_program(std::vector<std::string> arguments);

}  // namespace headway::test
