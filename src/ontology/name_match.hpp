// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ontology/search_table.hpp"

namespace headway::ontology {

/// How a query and a name agree, best first.
enum class Agreement : std::uint8_t {
    name,        ///< it is the item's own name
    alias,       ///< it is another name of it
    spacing,     ///< the same but for spaces: "power bi", "powerbi"
    contained,   ///< the name has the query's words in their order, the last perhaps unfinished
    all_words,   ///< it has them all in another order or with others between
    misspelt,    ///< a few letters differ
    some_words,  ///< it has some of them
};
[[nodiscard]] std::string_view to_string(Agreement agreement);

/// A name that agrees with the query; `score` is in (0, 1] and never higher for a worse agreement. What is
/// `name` here becomes `alias` where the item only has it as a second name.
struct NameMatch {
    std::uint32_t name = 0;  ///< Index into SearchTable::names.
    Agreement agreement = Agreement::name;
    double score = 0;
};

/// All names that agree in any way with `query`, a text in normal form (text::normal_name), in no particular
/// order; a name may come twice. Words after the 32nd count for nothing, and a query above 64 bytes agrees
/// only by its words. Digits are never taken for misspelt: ISO 9001 is not ISO 9002.
[[nodiscard]] std::vector<NameMatch> match_names(const SearchTable& table, std::string_view query);

}  // namespace headway::ontology
