// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/result.hpp"
#include "ontology/framework.hpp"

namespace headway::ontology {

/// Reads the official CSV release of ESCO in one language (English if there are several) from a folder or
/// .zip. Everything is kept but the descriptive sentences; the first wrong cell refuses the whole import,
/// with file, line, column and what was expected.
///
/// Two things that the published files themselves get wrong are mended: a skill group that only the hierarchy
/// file names takes its name from there, and an occupation that only the relations name is kept with its id
/// as its name.
[[nodiscard]] Result<Framework> read_esco(const std::string& path);

}  // namespace headway::ontology
