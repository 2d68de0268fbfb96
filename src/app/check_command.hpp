// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/streams.hpp"

namespace headway::app {

struct CheckOptions {
    std::vector<std::string> packs;  ///< None: the packs that the program itself uses.
    bool json = false;
};

/// Reports what packs hold and how good they are: rows per source file, completeness per occupation,
/// anomalies. The exit code is 1 only when a pack breaks a promise of its own, and 3 when one cannot be read.
[[nodiscard]] int run_check(const CheckOptions& options, Streams& streams);

}  // namespace headway::app
