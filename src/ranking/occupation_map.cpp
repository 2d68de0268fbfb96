// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranking/occupation_map.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace headway::ranking {
namespace {

using ontology::none;
using ontology::OccupationId;
using ontology::SkillId;

/// An unrated occupation is shown by the means of its nearest relatives, so many at most.
constexpr std::size_t most_stand_ins = 5;

/// Importance and level by canonical skill; both known.
struct Rating {
    double importance = 0;
    double level = 0;
};
using Ratings = std::map<SkillId, Rating>;

Ratings ratings_of(const ontology::Catalog& catalog, OccupationId o) {
    Ratings out;
    for (const ontology::ElementRating& r : catalog.ratings(o)) {
        if (r.importance && r.level) out[catalog.lexicon().canonical(r.skill)] = {*r.importance, *r.level};
    }
    return out;
}

Ratings means(const std::vector<const Ratings*>& of) {
    std::map<SkillId, std::pair<Rating, int>> sums;
    for (const Ratings* ratings : of) {
        for (const auto& [skill, r] : *ratings) {
            auto& [sum, count] = sums[skill];
            sum.importance += r.importance;
            sum.level += r.level;
            ++count;
        }
    }
    Ratings out;
    for (const auto& [skill, s] : sums)
        out[skill] = {s.first.importance / s.second, s.first.level / s.second};
    return out;
}

Nearness nearness_from(std::string_view tier) {
    if (tier == "Primary-Short") return Nearness::primary_short;
    return tier == "Primary-Long" ? Nearness::primary_long : Nearness::supplemental;
}

}  // namespace

OccupationMap::OccupationMap(const ontology::Catalog& catalog)
    : catalog_(catalog), places_(catalog.occupation_count(), none) {
    for (OccupationId o = 0; o < catalog.occupation_count(); ++o) {
        if (catalog.pack_of_occupation(o).name() != "onet") continue;
        places_[o] = static_cast<std::uint32_t>(occupations_.size());
        occupations_.push_back({});
        occupations_.back().occupation = o;
    }
    find_related();
    find_technologies();
    find_elements();
}

std::uint32_t OccupationMap::place(OccupationId occupation) const {
    return occupation < places_.size() ? places_[occupation] : none;
}

std::optional<double> OccupationMap::rarity(SkillId canonical) const {
    if (canonical >= rarity_.size() || rarity_[canonical] < 0) return std::nullopt;
    return rarity_[canonical];
}

void OccupationMap::find_related() {
    for (MappedOccupation& m : occupations_) {
        const ontology::Pack& pack = catalog_.pack_of_occupation(m.occupation);
        const ontology::Range range = catalog_.occupation(m.occupation).related;
        auto rows = std::vector<ontology::RelatedRow>(pack.related().begin() + range.begin,
                                                      pack.related().begin() + range.end);
        std::ranges::stable_sort(rows, {}, &ontology::RelatedRow::index);
        // Occupations of one pack are numbered together.
        const OccupationId base =
            m.occupation -
            static_cast<OccupationId>(&catalog_.occupation(m.occupation) - pack.occupations().data());
        for (const ontology::RelatedRow& row : rows) {
            m.related.push_back({places_[base + row.to], nearness_from(pack.text(row.tier))});
        }
    }
}

void OccupationMap::find_technologies() {
    std::vector<std::uint32_t> users(catalog_.skill_count(), 0);
    std::uint32_t listing = 0;
    for (MappedOccupation& m : occupations_) {
        std::map<SkillId, UsedTechnology> found;
        for (const auto& row : catalog_.occupation_skills(m.occupation)) {
            if (row.use != ontology::Use::technology && row.use != ontology::Use::tool) continue;
            const SkillId skill = catalog_.canonical_of(m.occupation, row);
            UsedTechnology& t = found[skill];
            t.skill = skill;
            t.hot |= row.hot != 0;
            t.in_demand |= row.in_demand != 0;
        }
        listing += found.empty() ? 0 : 1;
        for (const auto& [skill, t] : found) {
            ++users[skill];
            m.technologies.push_back(t);
        }
    }
    rarity_.assign(catalog_.skill_count(), -1);
    for (SkillId s = 0; s < users.size(); ++s) {
        if (users[s] > 0) rarity_[s] = std::log(static_cast<float>(listing) / static_cast<float>(users[s]));
    }
    for (MappedOccupation& m : occupations_) {
        double squares = 0;
        for (UsedTechnology& t : m.technologies) {
            t.rarity = rarity_[t.skill];
            squares += t.rarity * t.rarity;
        }
        m.technology_length = std::sqrt(squares);
    }
}

void OccupationMap::find_elements() {
    std::vector<Ratings> own;
    own.reserve(occupations_.size());
    std::vector<const Ratings*> all;
    for (const MappedOccupation& m : occupations_) own.push_back(ratings_of(catalog_, m.occupation));
    for (const Ratings& r : own) all.push_back(&r);
    const Ratings mean = means(all);
    for (const auto& [skill, unused] : mean) rated_.push_back(skill);
    const auto number_of = [&](SkillId skill) {
        return static_cast<std::uint32_t>(std::ranges::lower_bound(rated_, skill) - rated_.begin());
    };
    for (std::size_t i = 0; i < occupations_.size(); ++i) {
        MappedOccupation& m = occupations_[i];
        Ratings ratings = own[i];
        if (ratings.empty()) {
            std::vector<const Ratings*> stand_ins;
            for (const Relative& r : m.related) {
                if (own[r.place].empty() || stand_ins.size() == most_stand_ins) continue;
                stand_ins.push_back(&own[r.place]);
                m.rated_by.push_back(r.place);
            }
            ratings = means(stand_ins);
        }
        for (const auto& [skill, r] : ratings) {
            const double weight = r.importance - mean.at(skill).importance;
            if (weight <= 0) continue;
            m.elements.push_back({skill, number_of(skill), r.importance, r.level, weight});
            m.element_weight += weight;
        }
        std::ranges::stable_sort(m.elements, std::greater(), &NeededElement::weight);
    }
}

}  // namespace headway::ranking
