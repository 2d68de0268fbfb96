// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranking/closeness.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "career/support.hpp"

namespace headway::ranking {
namespace {

using ontology::SkillId;

/// What work in an occupation counts for its relatives, by Nearness.
constexpr std::array<double, 3> carries_over = {0.3, 0.4, 0.5};
/// How surely somebody who did the work has what it needs: at once, and more after years.
constexpr double held_at_once = 0.6;
constexpr double held_in_time = 0.3;
constexpr double years_for_it = 3;

constexpr double work_share = 0.5;
constexpr double technology_share = 0.25;
constexpr double element_share = 0.25;

std::uint8_t needed_steps(const NeededElement& e) {
    return static_cast<std::uint8_t>(std::lround(e.level / level_step));
}

double years_of(const career::HeldWork& w) {
    return w.dated ? (w.until - w.from) / 12.0 : 0;
}

void add_elements(HeldCareer& out, const career::Resume& resume, const OccupationMap& map) {
    const career::Backings backings(resume, map.catalog(), nullptr);
    std::vector<std::vector<HeldAmount>> ways(map.rated_skills().size());
    for (const career::HeldWork& w : out.work) {
        const double sure = held_at_once + held_in_time * (1 - std::exp(-years_of(w) / years_for_it));
        for (const career::OccupationMatch& m : w.occupations) {
            const std::uint32_t place = map.place(m.occupation);
            if (place == ontology::none) continue;
            for (const NeededElement& e : map.occupations()[place].elements)
                ways[e.number].push_back({m.confidence * sure, e.level});
        }
    }
    for (std::size_t i = 0; i < ways.size(); ++i) {
        const SkillId skill = map.rated_skills()[i];
        for (const career::Backing& b : backings.find(skill, 4.0, false))
            ways[i].push_back({b.certainty * b.factor, b.level.value});
        out.elements.add(skill, ways[i], {});
    }
}

/// What each occupation's own share of the work is.
std::vector<double> direct_shares(const HeldCareer& held, const OccupationMap& map) {
    std::vector<double> out(map.occupations().size(), 0);
    const double all = work_divisor(held);
    for (const career::HeldWork& w : held.work) {
        for (const career::OccupationMatch& m : w.occupations) {
            const std::uint32_t place = map.place(m.occupation);
            if (place != ontology::none) out[place] += w.weight * m.confidence / all;
        }
    }
    return out;
}

void add_work(const HeldCareer& held, const OccupationMap& map, std::vector<Closeness>& out) {
    const auto bring = [&](std::uint32_t to, std::uint32_t via, double share, double carried) {
        if (share * carried <= out[to].work) return;
        out[to].work = share * carried;
        out[to].via = via;
        out[to].carried = carried;
    };
    const std::vector<double> direct = direct_shares(held, map);
    for (std::uint32_t i = 0; i < direct.size(); ++i) {
        if (direct[i] == 0) continue;
        bring(i, i, direct[i], 1);
        for (const Relative& r : map.occupations()[i].related)
            bring(r.place, i, direct[i], carries_over[static_cast<std::size_t>(r.nearness)]);
    }
}

std::optional<double> element_part(const HeldCareer& held, const MappedOccupation& m,
                                   const std::vector<std::size_t>& held_at) {
    if (m.element_weight <= 0 || held.elements.size() == 0) return std::nullopt;
    double covered = 0;
    for (const NeededElement& e : m.elements) {
        const std::size_t i = held_at[e.number];
        if (i < held.elements.size())
            covered += e.weight * held.elements.coverage(i, needed_steps(e), false, false);
    }
    return covered / m.element_weight;
}

}  // namespace

double work_divisor(const HeldCareer& held) {
    double sum = 0;
    for (const career::HeldWork& w : held.work) sum += w.weight;
    return std::max(sum, 1.0);
}

double covered_part(const HeldCareer& held, const NeededElement& e) {
    const std::size_t i = held.elements.find(e.skill);
    return i < held.elements.size() ? held.elements.coverage(i, needed_steps(e), false, false) : 0;
}

std::optional<double> technology_part(const HeldCareer& held, const MappedOccupation& m) {
    if (held.technology_length <= 0 || m.technology_length <= 0) return std::nullopt;
    double product = 0;
    auto used = m.technologies.begin();
    for (const NamedTechnology& t : held.technologies) {
        while (used != m.technologies.end() && used->skill < t.skill) ++used;
        if (used == m.technologies.end()) break;
        if (used->skill == t.skill) product += used->rarity * t.amount;
    }
    return product / (held.technology_length * m.technology_length);
}

PartWeights weights_of(const Closeness& c) {
    PartWeights out{work_share, c.technologies ? technology_share : 0, c.elements ? element_share : 0};
    const double sum = out.work + out.technologies + out.elements;
    return {out.work / sum, out.technologies / sum, out.elements / sum};
}

HeldCareer make_held_career(const career::Resume& resume, const OccupationMap& map) {
    HeldCareer out;
    out.work = career::find_held_work(resume, map.catalog());
    double squares = 0;
    for (const career::HeldSkill& h : resume.skills) {
        const auto rarity = map.rarity(h.skill);
        if (!rarity) continue;
        out.technologies.push_back({h.skill, *rarity * h.confidence});
        squares += out.technologies.back().amount * out.technologies.back().amount;
    }
    out.technology_length = std::sqrt(squares);
    add_elements(out, resume, map);
    return out;
}

std::vector<Closeness> closest(const HeldCareer& held, const OccupationMap& map) {
    std::vector<std::size_t> held_at;
    for (const SkillId s : map.rated_skills()) held_at.push_back(held.elements.find(s));
    std::vector<Closeness> out(map.occupations().size());
    add_work(held, map, out);
    for (std::uint32_t i = 0; i < out.size(); ++i) {
        Closeness& c = out[i];
        c.place = i;
        c.technologies = technology_part(held, map.occupations()[i]);
        c.elements = element_part(held, map.occupations()[i], held_at);
        const PartWeights w = weights_of(c);
        c.total = 100 * (w.work * c.work + w.technologies * c.technologies.value_or(0) +
                         w.elements * c.elements.value_or(0));
    }
    std::ranges::stable_sort(out, std::greater(), &Closeness::total);
    return out;
}

}  // namespace headway::ranking
