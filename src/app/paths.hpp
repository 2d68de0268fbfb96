// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "career/linker.hpp"
#include "ontology/catalog.hpp"

namespace headway::app {

/// Looks there first from now on; empty: nowhere else again. To be called before anything is opened.
void prefer_data_folder(std::string folder);

/// Path of a data file by name ("onet.pack"): in the preferred folder, in $HEADWAY_DATA_DIR, else beside the
/// program in data/, else in the data folder of the source tree it was built from, else in ../share/headway.
/// Fails with not_found, naming where it looked.
[[nodiscard]] Result<std::string> find_data_file(std::string_view name);

/// The catalog of the three packs and the compiled lexicon.
[[nodiscard]] Result<ontology::Catalog> open_catalog();

/// The linker over that catalog, which must outlive it.
[[nodiscard]] Result<career::Linker> open_linker(const ontology::Catalog& catalog);

}  // namespace headway::app
