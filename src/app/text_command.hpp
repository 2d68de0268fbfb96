// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/setting.hpp"
#include "app/streams.hpp"

namespace headway::app {

struct TextOptions {
    std::string file;             ///< "-" is standard input
    bool json = false;            ///< docs/formats/text-json.md
    SettingValues settings = {};  ///< Of how documents are read.
};

/// `headway text FILE [--json]`: the text of a document in reading order. Warnings go to the error stream, or
/// into the JSON.
[[nodiscard]] int run_text(const TextOptions& options, Streams& streams);

}  // namespace headway::app
