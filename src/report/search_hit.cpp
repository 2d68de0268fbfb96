// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/search_hit.hpp"

#include <algorithm>
#include <cmath>

namespace headway::report {
namespace {

double rounded(double score) {
    return std::max(0.001, std::round(score * 1000) / 1000);
}

}  // namespace

WireHit make_hit(const ontology::Catalog& catalog, const ontology::SearchHit& hit) {
    WireHit out;
    out.score = rounded(hit.score);
    out.agreement = ontology::to_string(hit.agreement);
    out.matched = hit.matched;
    if (hit.skill == ontology::none) {
        out.id = catalog.occupation_code(hit.occupation);
        out.name = catalog.occupation_name(hit.occupation);
        out.type = out.kind = "occupation";
        out.framework = catalog.pack_of_occupation(hit.occupation).name();
        return out;
    }
    out.id = catalog.id(hit.shown);
    out.name = catalog.name(hit.shown);
    out.type = "skill";
    out.kind = ontology::to_string(catalog.kind(hit.skill));
    out.framework = catalog.framework(hit.shown);
    for (const ontology::SkillId member : catalog.lexicon().members(hit.skill)) {
        out.hot = out.hot || catalog.row(member).hot != 0;
        if (member != hit.shown) out.same_as.emplace_back(catalog.id(member));
    }
    return out;
}

}  // namespace headway::report
