// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/configuration.hpp"
#include "app/stored_files.hpp"
#include "app/streams.hpp"

namespace headway::app {

/// Moves every uploaded file to that place from the other one. `done` when none is missing.
[[nodiscard]] int run_files_move(const SettingValues& settings, FilePlace to, Streams& streams);

}  // namespace headway::app
