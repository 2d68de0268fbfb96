// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/configuration.hpp"
#include "app/streams.hpp"

namespace headway::app {

/// Runs the server until SIGINT or SIGTERM. `settings` are flags by their names (configuration.hpp).
[[nodiscard]] int run_serve(const SettingValues& settings, Streams& streams);

/// Does background work only, for servers in other processes, until SIGINT or SIGTERM.
[[nodiscard]] int run_work(const SettingValues& settings, Streams& streams);

}  // namespace headway::app
