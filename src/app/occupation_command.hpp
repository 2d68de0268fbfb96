// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "app/streams.hpp"

namespace headway::app {

struct OccupationOptions {
    std::string title;   ///< "-" is standard input; empty with `batch`.
    std::string duties;  ///< What the ad or the role says beside the title; may be empty.
    std::size_t top = 5;
    bool json = false;
    bool batch = false;  ///< Titles come as JSON lines on standard input.
};

/// `headway occupation TITLE [--duties TEXT] [--top K] [--json]`, or `--batch`.
[[nodiscard]] int run_occupation(const OccupationOptions& options, Streams& streams);

}  // namespace headway::app
