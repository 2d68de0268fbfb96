// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/streams.hpp"

namespace headway::app {

struct McpOptions {
    std::string server = "http://127.0.0.1:8080";  ///< Its origin.
};

/// `headway mcp [--server URL]`: the Model Context Protocol over standard input and output for agents on this
/// machine. Hands each message on to the server's /mcp with the access token of HEADWAY_TOKEN and writes what
/// it says; it opens no database and no file. Ends with its input.
[[nodiscard]] int run_mcp(const McpOptions& options, Streams& streams);

}  // namespace headway::app
