// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "app/streams.hpp"

namespace headway::app {

struct SearchOptions {
    std::string query;      ///< "-" is standard input; empty with `batch`.
    std::string framework;  ///< "onet", "esco", "headway", or empty for all.
    std::string kind;       ///< A skill's kind, "occupation", or empty for all.
    std::size_t top = 10;
    bool json = false;
    bool batch = false;  ///< Questions come from standard input, one JSON object a line.
};

/// `headway ontology search QUERY [--framework F] [--kind K] [--top K] [--json] [--batch]`; the JSON is
/// described in docs/formats/ontology-json.md. Finding nothing is no failure.
[[nodiscard]] int run_search(const SearchOptions& options, Streams& streams);

}  // namespace headway::app
