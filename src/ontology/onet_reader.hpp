// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

#include "base/result.hpp"
#include "ontology/framework.hpp"

namespace headway::ontology {

/// Reads the official text release of O*NET from folders or .zip files, in the file layouts before and
/// from 30.3. The first path gives the release; later ones add rating files (Skills, Knowledge, …) that are
/// still missing, and each rating keeps the release it came from. Everything is checked first; the first
/// wrong cell anywhere refuses the whole import, with file, line, column and what was expected.
[[nodiscard]] Result<Framework> read_onet(std::span<const std::string> paths);

}  // namespace headway::ontology
