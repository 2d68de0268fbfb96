// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/streams.hpp"
#include "base/result.hpp"

namespace headway::app {

struct CompileOptions {
    std::string out;  ///< Where to write; empty for lexicon.bin in $HEADWAY_DATA_DIR.
};

/// Makes lexicon.bin and link.bin of the three packs in a folder (empty: where the program finds them) and
/// the embedding model; `lexicon` is where the first goes, the second lies beside it.
[[nodiscard]] Result<void> compile_ontology(const std::string& packs_folder, const std::string& lexicon);

/// `headway ontology compile`: makes the lexicon from the three packs and the everyday words, and beside it
/// link.bin, the vectors of all names, with the embedding model. wrong_usage when neither --out nor
/// HEADWAY_DATA_DIR says where.
[[nodiscard]] int run_compile(const CompileOptions& options, Streams& streams);

}  // namespace headway::app
