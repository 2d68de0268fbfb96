// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranking/held_profile.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "career/support.hpp"

namespace headway::ranking {
namespace {

/// Needs at which the best way is asked for; which one is best can differ from need to need.
constexpr std::array asked_levels = {1.0, 2.5, 4.25, 7.0};

/// Coverage is min(amount, amount · level / bar): a way beats another at every need when neither its amount
/// nor its amount · level is smaller. Leaves the unbeaten ones, each once, the greatest amount first.
std::vector<HeldAmount> unbeaten(std::span<const HeldAmount> ways) {
    std::vector<HeldAmount> sorted;
    for (const HeldAmount& w : ways) {
        if (w.amount > 0 && w.level > 0) sorted.push_back(w);
    }
    std::sort(sorted.begin(), sorted.end(), [](const HeldAmount& a, const HeldAmount& b) {
        return a.amount != b.amount ? a.amount > b.amount : a.level > b.level;
    });
    std::vector<HeldAmount> out;
    double product = 0;
    for (const HeldAmount& w : sorted) {
        if (w.amount * w.level <= product) continue;
        product = w.amount * w.level;
        out.push_back(w);
    }
    return out;
}

void add_with_neighbours(ontology::SkillId skill, const ontology::Catalog& catalog,
                         std::set<ontology::SkillId>& out) {
    out.insert(skill);
    for (const auto& n : catalog.lexicon().neighbours(skill)) {
        out.insert(n.skill);
        if (n.relation != ontology::Relation::broader) continue;
        for (const auto& wider : catalog.lexicon().neighbours(n.skill)) {
            if (wider.relation == ontology::Relation::broader) out.insert(wider.skill);
        }
    }
}

void add_role_skills(const career::Resume& resume, const ontology::Catalog& catalog,
                     std::set<ontology::SkillId>& out) {
    std::set<ontology::OccupationId> occupations;
    for (const career::Role& role : resume.roles)
        occupations.insert(role.occupations.begin(), role.occupations.end());
    for (const ontology::OccupationId o : occupations) {
        for (const auto& row : catalog.occupation_skills(o)) {
            if (row.use == ontology::Use::essential) out.insert(catalog.canonical_of(o, row));
        }
        for (const auto& rating : catalog.ratings(o)) out.insert(catalog.lexicon().canonical(rating.skill));
    }
}

/// Every skill that something in the résumé could back; more than are backed in the end.
std::set<ontology::SkillId> candidates(const career::Resume& resume, const ontology::Catalog& catalog) {
    std::set<ontology::SkillId> out;
    bool languages = false;
    for (const career::HeldSkill& h : resume.skills) {
        add_with_neighbours(h.skill, catalog, out);
        languages |= catalog.kind(h.skill) == ontology::Kind::programming_language;
    }
    for (const career::Signal& s : resume.found.signals) add_with_neighbours(s.skill, catalog, out);
    add_role_skills(resume, catalog, out);
    // Programming languages stand in for each other, linked or not.
    for (ontology::SkillId s = 0; languages && s < catalog.skill_count(); ++s) {
        if (catalog.row(s).kind == ontology::Kind::programming_language)
            out.insert(catalog.lexicon().canonical(s));
    }
    return out;
}

}  // namespace

void HeldProfile::add(SkillKey skill, std::span<const HeldAmount> usual,
                      std::span<const HeldAmount> when_open) {
    const std::vector<HeldAmount> closed = unbeaten(usual);
    // What counts for a closed requirement counts for an open one too.
    std::vector<HeldAmount> all(when_open.begin(), when_open.end());
    all.insert(all.end(), usual.begin(), usual.end());
    const std::vector<HeldAmount> open = unbeaten(all);
    const std::size_t at = find(skill);
    if (open.empty() || at < skills_.size()) return;
    Skill added;
    added.key = skill;
    added.usual = static_cast<std::uint32_t>(amounts_.size());
    amounts_.insert(amounts_.end(), closed.begin(), closed.end());
    added.open = static_cast<std::uint32_t>(amounts_.size());
    amounts_.insert(amounts_.end(), open.begin(), open.end());
    added.end = static_cast<std::uint32_t>(amounts_.size());
    const auto place = std::lower_bound(skills_.begin(), skills_.end(), skill,
                                        [](const Skill& s, SkillKey k) { return s.key < k; });
    skills_.insert(place, added);
}

std::size_t HeldProfile::find(SkillKey skill) const {
    const auto found = std::lower_bound(skills_.begin(), skills_.end(), skill,
                                        [](const Skill& s, SkillKey k) { return s.key < k; });
    if (found == skills_.end() || found->key != skill) return skills_.size();
    return static_cast<std::size_t>(found - skills_.begin());
}

double HeldProfile::coverage(std::size_t i, std::uint8_t needed, bool open, bool partial) const {
    const Skill& s = skills_[i];
    const double factor = partial ? partial_share : 1;
    double best = 0;
    for (std::uint32_t a = open ? s.open : s.usual; a < (open ? s.end : s.open); ++a) {
        const HeldAmount& way = amounts_[a];
        best = std::max(best, career::coverage(way.amount, factor, way.level, needed * level_step));
    }
    return best;
}

HeldAmount HeldProfile::best_way(std::size_t i, double needed) const {
    HeldAmount best;
    double most = 0;
    for (std::uint32_t a = skills_[i].usual; a < skills_[i].open; ++a) {
        const HeldAmount& way = amounts_[a];
        const double covers = career::coverage(way.amount, 1, way.level, needed);
        if (covers > most || (covers == most && way.level > best.level)) best = way;
        most = std::max(most, covers);
    }
    return best;
}

HeldProfile make_held_profile(const career::Resume& resume, const ontology::Catalog& catalog,
                              const SkillKeys& keys) {
    const career::Backings backings(resume, catalog, nullptr);
    HeldProfile out;
    std::vector<HeldAmount> usual;
    std::vector<HeldAmount> open;
    for (const ontology::SkillId s : candidates(resume, catalog)) {
        usual.clear();
        open.clear();
        for (const double needed : asked_levels) {
            for (const career::Backing& b : backings.find(s, needed, false))
                usual.push_back({b.certainty * b.factor, b.level.value});
            for (const career::Backing& b : backings.find(s, needed, true))
                open.push_back({b.certainty * b.factor, b.level.value});
        }
        out.add(keys.key(s), usual, open);
    }
    return out;
}

}  // namespace headway::ranking
