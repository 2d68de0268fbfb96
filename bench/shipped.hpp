// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "career/linker.hpp"
#include "ontology/catalog.hpp"

namespace headway::bench {

/// What the program ships, opened on first use. Throws when it cannot be opened: a benchmark has no other way
/// out.
[[nodiscard]] const ontology::Catalog& catalog();
[[nodiscard]] const career::Linker& linker();

/// A file of samples/, whole.
[[nodiscard]] std::string sample(const std::string& name);

/// The path of a file of the data folder ($HEADWAY_DATA, else ../shared/data beside the source).
[[nodiscard]] std::string data_file(const std::string& name);

}  // namespace headway::bench
