// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/result.hpp"
#include "ontology/catalog.hpp"
#include "ontology/framework.hpp"

/// A folder with the three packs, and the lexicon and link table made of them: what HEADWAY_DATA_DIR names.
namespace headway::app {

/// Copies the packs that `folder` lacks, from `before` where they lie there (empty: nowhere), else from where
/// the program finds them; then makes lexicon and link table. Writes into `folder` only.
[[nodiscard]] Result<void> complete_ontology(const std::string& folder, const std::string& before);

/// Opens what lies there, which checks that it belongs together.
[[nodiscard]] Result<ontology::Catalog> open_ontology(const std::string& folder);

/// Puts a framework as NAME.pack into `folder`, with all that belongs to it; packs that lie there stay. A
/// framework of which no whole can be made changes nothing.
[[nodiscard]] Result<void> install_framework(const ontology::Framework& framework, const std::string& pack,
                                             const std::string& folder);

}  // namespace headway::app
