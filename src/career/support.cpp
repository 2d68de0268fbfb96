// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/support.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "career/proposed.hpp"
#include "career/stance.hpp"

namespace headway::career {
namespace {

// How surely a narrower skill shows a wider one, by source of the link and by step.
constexpr double curated_step = 0.9;
constexpr double framework_step = 0.75;
constexpr double lost_a_step = 0.25;
// One signal, two, three and more.
constexpr double signal_certainty[] = {0.7, 0.82, 0.9};
constexpr double one_word_signal = 0.85;          // of that: a single word is easily something else
constexpr std::size_t most_role_occupations = 5;  // a title that fits more says too little
constexpr double role_certainty = 0.55;
constexpr double long_role_certainty = 0.65;
// What carries over from a substitute: named so by the curated list; merely of the same commodity.
constexpr double near_factor = 0.5;
constexpr double open_near_factor = 0.85;
constexpr double commodity_factor = 0.25;
constexpr double open_commodity_factor = 0.5;
constexpr std::size_t most_evidence = 4;
constexpr std::size_t most_places = 40;  // of signals: more say no more

template <class T, class Key>
std::span<const T> rows_of(const std::vector<T>& rows, SkillId skill, Key key) {
    const auto first =
        std::lower_bound(rows.begin(), rows.end(), skill, [&](const T& r, SkillId s) { return key(r) < s; });
    auto last = first;
    while (last != rows.end() && key(*last) == skill) ++last;
    return {first, last};
}

bool by_coverage(const Backing& a, const Backing& b, double needed) {
    const double ca = coverage(a.certainty, a.factor, a.level.value, needed);
    const double cb = coverage(b.certainty, b.factor, b.level.value, needed);
    return std::tuple(ca, a.level.value, -static_cast<int>(a.support)) >
           std::tuple(cb, b.level.value, -static_cast<int>(b.support));
}

}  // namespace

double coverage(double certainty, double factor, double level, double needed) {
    const double bar = std::max(needed, 1.0) - 0.5;
    return certainty * factor * std::clamp(level / bar, 0.0, 1.0);
}

Backings::Backings(const Resume& resume, const ontology::Catalog& catalog, const Linker* linker)
    : resume_(resume), catalog_(catalog), linker_(linker) {
    if (linker_ != nullptr) prepare_sentences();
    const auto by_wide = [](const Upward& a, const Upward& b) {
        return std::tuple(a.wide, -a.certainty, a.narrow) < std::tuple(b.wide, -b.certainty, b.narrow);
    };
    for (const HeldSkill& h : resume.skills) climb(h.skill, held_up_);
    std::sort(held_up_.begin(), held_up_.end(), by_wide);
    for (const Signal& s : resume.found.signals) {
        const Stance stance = stance_at(resume.reading, resume.found.mentions, s.first_token, s.token_count);
        if (stance == Stance::stated) signals_.push_back(s);
    }
    std::sort(signals_.begin(), signals_.end(), [](const Signal& a, const Signal& b) {
        return std::tuple(a.skill, a.first_token) < std::tuple(b.skill, b.first_token);
    });
    for (std::size_t i = 0; i < signals_.size(); ++i) {
        if (i == 0 || signals_[i].skill != signals_[i - 1].skill) climb(signals_[i].skill, signals_up_);
    }
    std::sort(signals_up_.begin(), signals_up_.end(), by_wide);
    collect_role_skills();
}

void Backings::climb(SkillId from, std::vector<Upward>& out) const {
    struct Step {
        SkillId skill;
        double certainty;
        int depth;
    };
    std::vector<Step> open = {{from, 1, 0}};
    for (std::size_t i = 0; i < open.size() && open.size() < 64; ++i) {
        const Step here = open[i];
        for (const auto& n : catalog_.lexicon().neighbours(here.skill)) {
            if (n.relation != ontology::Relation::broader || n.skill == from) continue;
            const double certainty = here.certainty * (n.curated != 0 ? curated_step : framework_step);
            const int depth = here.depth + 1;
            if (std::any_of(open.begin(), open.end(), [&](const Step& s) { return s.skill == n.skill; }))
                continue;
            out.push_back({n.skill, from, certainty, lost_a_step * depth});
            if (depth < 2 && n.curated != 0) {
                open.push_back({n.skill, certainty, depth});
            }
        }
    }
}

bool Backings::disclaimed(SkillId skill) const {
    return std::any_of(resume_.unclaimed.begin(), resume_.unclaimed.end(),
                       [&](const UnclaimedSkill& u) { return u.skill == skill; });
}

Backing Backings::from_narrower(SkillId skill) const {
    Backing out;
    double miss = 1;
    for (const Upward& up : rows_of(held_up_, skill, [](const Upward& u) { return u.wide; })) {
        const HeldSkill* held = find_held(resume_, up.narrow);
        const double certainty = up.certainty * held->confidence;
        if (out.support == Support::none || held->level.value - up.lost > out.level.value) {
            out.level = held->level;
            out.level.value = std::max(held->level.value - up.lost, 0.5);
            out.level.low = std::max(held->level.low - up.lost, 0.0);
        }
        miss *= 1 - certainty;
        if (out.support == Support::none) out.skill = up.narrow;
        out.support = Support::implied;
        if (out.evidence.size() < most_evidence && !held->evidence.empty()) {
            Evidence e = held->evidence.front();
            e.shows = Shows::implied;
            e.certainty = certainty;
            e.because = std::string(catalog_.name(up.narrow)) + " is part of " +
                        std::string(catalog_.name(skill)) + ".";
            out.evidence.push_back(std::move(e));
        }
    }
    out.certainty = std::min(1 - miss, 0.95);
    return out;
}

Backing Backings::from_signals(SkillId skill) const {
    Backing out;
    std::vector<Mention> places;
    std::vector<std::uint32_t> sentences;
    double weaken = 0;
    const auto gather = [&](SkillId signalled, double certainty) {
        for (const Signal& s : rows_of(signals_, signalled, [](const Signal& x) { return x.skill; })) {
            if (places.size() >= most_places) return;
            Mention m;
            m.skill = skill;
            m.first_token = s.first_token;
            m.token_count = s.token_count;
            m.begin = resume_.reading.tokens[s.first_token].begin;
            m.end = resume_.reading.tokens[s.first_token + s.token_count - 1].end;
            m.sentence = resume_.reading.sentence_of[s.first_token];
            if (std::any_of(places.begin(), places.end(),
                            [&](const Mention& p) { return p.begin == m.begin; }))
                continue;
            places.push_back(m);
            weaken = std::max(weaken, s.token_count == 1 ? certainty * one_word_signal : certainty);
            Evidence e = make_evidence(resume_.reading, resume_.pages, s.first_token, s.token_count,
                                       Shows::implied, certainty * signal_certainty[0]);
            e.because = "“" + e.text + "” goes with " + std::string(catalog_.name(signalled)) + ".";
            out.evidence.push_back(std::move(e));
        }
    };
    gather(skill, 1);
    for (const Upward& up : rows_of(signals_up_, skill, [](const Upward& u) { return u.wide; }))
        gather(up.narrow, up.certainty);
    if (places.empty()) return out;
    const std::size_t n = std::min<std::size_t>(places.size(), 3);
    out.support = Support::implied;
    out.skill = skill;
    out.certainty = weaken * signal_certainty[n - 1];
    out.level = held_level(resume_.reading, places, resume_.years, resume_.roles, resume_.today,
                           catalog_.kind(skill));
    if (out.evidence.size() > most_evidence) out.evidence.resize(most_evidence);
    return out;
}

void Backings::collect_role_skills() {
    for (std::uint32_t i = 0; i < resume_.roles.size(); ++i) {
        const Role& role = resume_.roles[i];
        if (role.study || role.occupations.empty() || role.occupations.size() > most_role_occupations)
            continue;
        const double years = (role.until - role.from) / 12.0;
        const double certainty = years >= 3 ? long_role_certainty : role_certainty;
        // A title that fits several occupations says less of each.
        const double shared = role.occupations.size() <= 2 ? 1 : 0.75;
        for (OccupationId o : role.occupations) {
            const std::string_view name = catalog_.occupation_name(o);
            for (const auto& row : catalog_.occupation_skills(o)) {
                if (row.use != ontology::Use::essential) continue;
                role_skills_.push_back({catalog_.canonical_of(o, row), i, certainty * shared,
                                        level_of_years(years * 0.7), name});
            }
            for (const auto& rating : catalog_.ratings(o)) {
                if (!rating.importance || *rating.importance < 3.5 || !rating.level) continue;
                role_skills_.push_back(
                    {catalog_.lexicon().canonical(rating.skill), i, certainty * shared, *rating.level, name});
            }
        }
    }
    std::sort(role_skills_.begin(), role_skills_.end(), [](const RoleSkill& a, const RoleSkill& b) {
        return std::tuple(a.skill, -a.certainty, a.role, a.occupation) <
               std::tuple(b.skill, -b.certainty, b.role, b.occupation);
    });
}

Backing Backings::from_roles(SkillId skill) const {
    Backing out;
    for (const RoleSkill& rs : rows_of(role_skills_, skill, [](const RoleSkill& r) { return r.skill; })) {
        const Role& role = resume_.roles[rs.role];
        if (out.support == Support::none || rs.level > out.level.value) {
            out.level = {rs.level,
                         std::max(rs.level - 1.25, 0.0),
                         std::min(rs.level + 1.0, 7.0),
                         {"Usual for " + std::string(rs.occupation) + ", a role in the résumé."}};
        }
        if (out.support != Support::none) continue;
        out.support = Support::implied;
        out.skill = skill;
        out.certainty = rs.certainty;
        Evidence e;
        e.begin = e.sentence_begin = role.heading_begin;
        e.end = e.sentence_end = role.heading_end;
        e.text = std::string(resume_.reading.slice(e.begin, e.end));
        const auto page =
            std::upper_bound(resume_.pages.begin(), resume_.pages.end(), e.begin) - resume_.pages.begin();
        e.page = static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(page, 1));
        e.shows = Shows::implied;
        e.certainty = rs.certainty;
        e.because = "It belongs to the work of " + std::string(rs.occupation) + ".";
        out.evidence.push_back(std::move(e));
    }
    return out;
}

/// Signals, narrower skills and roles are independent witnesses: the chance that all are wrong is the
/// product. The level is that of the witness which covers the need best.
Backing Backings::implied(SkillId skill, double needed) const {
    Backing out;
    double miss = 1;
    std::array witnesses = {from_signals(skill), from_narrower(skill), from_roles(skill), from_meaning(skill),
                            from_text(skill)};
    for (Backing& b : witnesses) {
        if (b.support == Support::none) continue;
        miss *= 1 - b.certainty;
        for (Evidence& e : b.evidence) {
            const bool again = std::any_of(out.evidence.begin(), out.evidence.end(), [&](const Evidence& x) {
                return x.begin == e.begin && x.end == e.end;
            });
            if (!again && out.evidence.size() < 2 * most_evidence) out.evidence.push_back(std::move(e));
        }
        const double here = coverage(1, 1, b.level.value, needed);
        if (out.support == Support::none || here > coverage(1, 1, out.level.value, needed)) {
            out.level = b.level;
            out.skill = b.skill;
        }
        out.support = Support::implied;
    }
    out.certainty = std::min(1 - miss, 0.95);
    return out;
}

Backing Backings::from_substitutes(SkillId skill, double needed, bool open) const {
    Backing best;
    const auto consider = [&](SkillId other, double factor) {
        const HeldSkill* held = find_held(resume_, other);
        if (held == nullptr || other == skill) return;
        Backing b;
        b.support = Support::transfer;
        b.skill = other;
        b.level = held->level;
        b.certainty = held->confidence;
        b.factor = factor;
        b.evidence = held->evidence;
        if (b.evidence.size() > most_evidence) b.evidence.resize(most_evidence);
        for (Evidence& e : b.evidence)
            e.because = std::string(catalog_.name(other)) + " is close to it; part of it carries over.";
        if (best.support == Support::none || by_coverage(b, best, needed)) best = std::move(b);
    };
    for (const auto& n : catalog_.lexicon().neighbours(skill)) {
        if (n.relation == ontology::Relation::near) consider(n.skill, open ? open_near_factor : near_factor);
    }
    // Two programming languages of a kind; other products of one commodity class may have nothing in common.
    const std::uint32_t commodity = catalog_.commodity(skill);
    if (commodity != 0 && catalog_.kind(skill) == ontology::Kind::programming_language) {
        for (const HeldSkill& h : resume_.skills) {
            if (catalog_.kind(h.skill) != ontology::Kind::programming_language) continue;
            if (catalog_.commodity(h.skill) == commodity)
                consider(h.skill, open ? open_commodity_factor : commodity_factor);
        }
    }
    return best;
}

std::vector<Backing> Backings::find(SkillId skill, double needed, bool open) const {
    std::vector<Backing> out;
    const auto keep = [&](Backing b) {
        if (b.support != Support::none) out.push_back(std::move(b));
    };
    const HeldSkill* held = find_held(resume_, skill);
    if (held != nullptr) {
        const Support by = rests_on_model(*held) ? Support::implied : Support::named;
        keep({by, held->level, skill, held->confidence, 1, held->evidence});
    }
    // Whoever says that they lack it or only want it is believed over what their work suggests.
    if (!disclaimed(skill)) {
        Backing b = implied(skill, needed);
        // What implies it stands beside what names it.
        if (!out.empty()) {
            if (b.support != Support::none)
                out.front().certainty = 1 - (1 - out.front().certainty) * (1 - b.certainty);
            if (b.support != Support::none && !held->level_known) {
                std::vector<std::string> reasons = std::move(out.front().level.reasons);
                out.front().level = b.level;
                std::ranges::copy(reasons, std::back_inserter(out.front().level.reasons));
            }
            for (const Evidence& e : b.evidence) {
                if (out.front().evidence.size() < 2 * most_evidence) out.front().evidence.push_back(e);
            }
        }
        keep(std::move(b));
    }
    keep(from_substitutes(skill, needed, open));
    std::sort(out.begin(), out.end(),
              [&](const Backing& a, const Backing& b) { return by_coverage(a, b, needed); });
    return out;
}

}  // namespace headway::career
