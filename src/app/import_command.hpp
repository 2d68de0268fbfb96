// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/streams.hpp"

namespace headway::app {

enum class ImportedFramework { onet, esco, curated };

struct ImportOptions {
    ImportedFramework framework = ImportedFramework::onet;
    std::vector<std::string>
        paths;        ///< O*NET: one or more releases, the first is the base; else exactly one.
    std::string out;  ///< The pack; empty: onet.pack, esco.pack or headway.pack here.
    std::string
        install;  ///< A folder for HEADWAY_DATA_DIR to put it into instead, with all that belongs to it.
};

/// Reads a framework from its official files and writes a pack; prints what it holds and how it is used.
/// Nothing is written when anything is wrong.
[[nodiscard]] int run_import(const ImportOptions& options, Streams& streams);

}  // namespace headway::app
