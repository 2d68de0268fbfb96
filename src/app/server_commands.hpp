// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/App.hpp>
#include <functional>

#include "app/streams.hpp"

namespace headway::app {

/// What to run once the arguments are understood.
using Action = std::function<int(Streams&)>;

/// serve, work, migrate, backup, restore, doctor and user, each with every setting of the server as a flag.
void add_server_commands(CLI::App& app, Action& action);

}  // namespace headway::app
