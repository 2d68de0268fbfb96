// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/streams.hpp"

namespace headway::app {

struct CompileOptions {
    std::string out;  ///< Where to write; empty for lexicon.bin beside the curated pack.
};

/// `headway ontology compile`: makes the lexicon from the three packs and the everyday words, and beside it
/// link.bin, the vectors of all names, with the embedding model.
[[nodiscard]] int run_compile(const CompileOptions& options, Streams& streams);

}  // namespace headway::app
