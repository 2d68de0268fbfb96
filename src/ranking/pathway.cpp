// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranking/pathway.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace headway::ranking {
namespace {

/// As in the gap report half a level is noise; what is less sure than a quarter counts as lacking.
constexpr double noise = 0.5;
constexpr double enough_covered = 0.25;

void add_work(const HeldCareer& held, const OccupationMap& map, Pathway& out) {
    const Closeness& c = out.closeness;
    if (c.via == ontology::none) return;
    const double all = work_divisor(held);
    for (std::size_t i = 0; i < held.work.size(); ++i) {
        for (const career::OccupationMatch& m : held.work[i].occupations) {
            if (map.place(m.occupation) != c.via) continue;
            const double points =
                100 * out.weights.work * c.carried * held.work[i].weight * m.confidence / all;
            out.work.push_back({i, m.confidence, points});
        }
    }
    std::ranges::stable_sort(out.work, std::greater(), &PathwayWork::points);
}

void add_skills(const HeldCareer& held, const MappedOccupation& m, Pathway& out) {
    for (const NeededElement& e : m.elements) {
        PathwaySkill s{e, {}, covered_part(held, e), 0};
        const std::size_t at = held.elements.find(e.skill);
        if (at < held.elements.size()) {
            const HeldAmount way = held.elements.best_way(at, e.level);
            if (way.level > 0) s.held = way.level;
        }
        s.gain = 100 * out.weights.elements * e.weight * (1 - s.covered) / m.element_weight;
        const bool enough = s.held && *s.held >= e.level - noise && s.covered >= enough_covered;
        (enough ? out.held : out.lacking).push_back(s);
    }
    std::ranges::stable_sort(out.lacking, std::greater(), &PathwaySkill::gain);
}

/// The closeness when one technology more were named.
double total_with(const HeldCareer& held, const Closeness& before, const MappedOccupation& m,
                  const UsedTechnology& t) {
    const double product = before.technologies.value_or(0) * held.technology_length * m.technology_length;
    Closeness after = before;
    const double length = std::sqrt(held.technology_length * held.technology_length + t.rarity * t.rarity);
    after.technologies = length > 0 && m.technology_length > 0
                             ? std::optional((product + t.rarity * t.rarity) / (length * m.technology_length))
                             : std::nullopt;
    const PartWeights w = weights_of(after);
    return 100 * (w.work * after.work + w.technologies * after.technologies.value_or(0) +
                  w.elements * after.elements.value_or(0));
}

void add_technologies(const HeldCareer& held, const MappedOccupation& m, Pathway& out) {
    for (const UsedTechnology& t : m.technologies) {
        const bool named =
            std::ranges::binary_search(held.technologies, t.skill, {}, &NamedTechnology::skill);
        if (named) {
            out.technologies_held.push_back({t, 0});
        } else if (t.in_demand || t.hot) {
            const double gain = total_with(held, out.closeness, m, t) - out.closeness.total;
            out.technologies_lacking.push_back({t, std::max(gain, 0.0)});
        }
    }
    std::ranges::stable_sort(out.technologies_held, std::greater(),
                             [](const PathwayTechnology& t) { return t.used.rarity; });
    std::ranges::stable_sort(out.technologies_lacking, std::less(), [](const PathwayTechnology& t) {
        return std::tuple(!t.used.in_demand, -t.gain);
    });
}

}  // namespace

Pathway make_pathway(const HeldCareer& held, const Closeness& closeness, const OccupationMap& map) {
    Pathway out;
    out.closeness = closeness;
    out.weights = weights_of(closeness);
    const MappedOccupation& m = map.occupations()[closeness.place];
    add_work(held, map, out);
    add_skills(held, m, out);
    add_technologies(held, m, out);
    return out;
}

}  // namespace headway::ranking
