// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/occupation.hpp"

#include <algorithm>
#include <map>

#include "text/phrases.hpp"
#include "text/tokens.hpp"

namespace headway::career {

std::vector<OccupationMatch> find_occupations(std::string_view title, std::size_t top,
                                              const ontology::Catalog& catalog) {
    const auto tokens = text::tokenize(title);
    const auto& lexicon = catalog.lexicon();
    std::map<OccupationId, double> votes;
    for (const auto& m : text::match_longest(lexicon.titles(), tokens)) {
        const auto found = lexicon.title_occupations(m.phrase);
        for (OccupationId o : found) {
            if (catalog.pack_of_occupation(o).name() != "onet") continue;
            votes[o] += static_cast<double>(m.length * m.length) / static_cast<double>(found.size());
        }
    }
    std::vector<OccupationMatch> out;
    const double all = static_cast<double>(tokens.size() * tokens.size());
    for (const auto& [o, v] : votes) out.push_back({o, std::min(v / std::max(all, 1.0), 0.95)});
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
        return a.confidence != b.confidence ? a.confidence > b.confidence : a.occupation < b.occupation;
    });
    if (out.size() > top) out.resize(top);
    return out;
}

}  // namespace headway::career
