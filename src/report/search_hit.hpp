// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "ontology/search.hpp"

namespace headway::report {

/// A skill or occupation whose name agrees with a query, documented in docs/formats/ontology-json.md.
struct WireHit {
    std::string id;
    std::string name;
    std::string type;  ///< "skill" or "occupation"
    std::string kind;
    std::string framework;
    double score = 0;
    std::string agreement;
    std::string matched;
    std::vector<std::string> same_as;
    bool hot = false;
};
BOOST_DESCRIBE_STRUCT(WireHit, (), (id, name, type, kind, framework, score, agreement, matched, same_as, hot))

[[nodiscard]] WireHit make_hit(const ontology::Catalog& catalog, const ontology::SearchHit& hit);

}  // namespace headway::report
