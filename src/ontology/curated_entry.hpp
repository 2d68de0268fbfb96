// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace headway::ontology {

/// One [[skill]] table of a curated file as it is written there; what it means is checked by read_curated.
struct CuratedEntry {
    std::string file;  ///< For errors, with the line of the table.
    std::size_t line = 0;
    std::string id, name, kind, class_code, onet, esco, words;
    std::vector<std::string> aliases, context, avoid, broader, near, signals;
    bool ambiguous = false;

    [[nodiscard]] std::unexpected<Error> wrong(std::string what) const;
};

/// Reads one file. Refuses, with file and line, what is no TOML, unknown keys and values of the wrong type.
/// This is the one place that knows the TOML library.
[[nodiscard]] Result<std::vector<CuratedEntry>> parse_curated(const std::string& file, std::string_view text);

}  // namespace headway::ontology
