// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/result.hpp"
#include "ontology/framework.hpp"

namespace headway::ontology {

/// Reads the project's own skills: every *.toml file of a folder, in the order of their names. The format is
/// docs/formats/curated-skills.md. The first mistake refuses the whole import, with file and line: an unknown
/// key or kind, an id that is used twice, a name or alias that two skills claim, an id in "broader" or "near"
/// that no file defines, an ambiguous skill without context. "near" is made symmetric; "onet" and "esco" go
/// to Skill::same_as.
[[nodiscard]] Result<Framework> read_curated(const std::string& folder);

}  // namespace headway::ontology
