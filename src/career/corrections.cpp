// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/corrections.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "career/stance.hpp"
#include "text/tokens.hpp"

namespace headway::career {
namespace {

constexpr float confirmed_confidence = 0.98F;
constexpr double sure_margin = 0.25;  // somebody who names a level means about that one

Level stated(double value, const std::string& because) {
    return {value, std::max(value - sure_margin, 0.0), std::min(value + sure_margin, 7.0), {because}};
}

/// Places of a spelling in the text, as mentions without a stance.
std::vector<Mention> places_of(const AliasCorrection& alias, const Reading& r) {
    std::vector<Mention> out;
    const std::vector<text::Token> wanted = text::tokenize(alias.alias);
    if (wanted.empty()) return out;
    for (std::uint32_t t = 0; t + wanted.size() <= r.tokens.size(); ++t) {
        std::size_t same = 0;
        while (same < wanted.size() && r.tokens[t + same].key == wanted[same].key &&
               !r.tokens[t + same].in_link && r.sentence_of[t + same] == r.sentence_of[t]) {
            ++same;
        }
        if (same != wanted.size() || r.sentence_of[t] == Reading::no_sentence) continue;
        Mention m;
        m.skill = alias.skill;
        m.first_token = t;
        m.token_count = static_cast<std::uint32_t>(wanted.size());
        m.begin = r.tokens[t].begin;
        m.end = r.tokens[t + wanted.size() - 1].end;
        m.sentence = r.sentence_of[t];
        m.confidence = confirmed_confidence;
        out.push_back(m);
        t += static_cast<std::uint32_t>(wanted.size()) - 1;
    }
    return out;
}

bool overlap(const Mention& a, const Mention& b) {
    return a.begin < b.end && b.begin < a.end;
}

bool concerns(const Requirement& r, const SkillCorrection& c) {
    if (c.skill == ontology::none) return text::normal_name(r.name) == text::normal_name(c.name);
    return std::find(r.any_of.begin(), r.any_of.end(), c.skill) != r.any_of.end();
}

void add_requirement(Job& job, const SkillCorrection& c, const ontology::Catalog& catalog) {
    Requirement r;
    if (c.skill != ontology::none) r.any_of = {c.skill};
    r.name = c.name.empty() && c.skill != ontology::none ? std::string(catalog.name(c.skill)) : c.name;
    r.need = c.need.value_or(Need::must);
    r.needed = c.level ? stated(*c.level, c.because) : level_without_words(r.need, c.because);
    if (!c.level && c.skill != ontology::none && is_credential(catalog.kind(c.skill)))
        r.needed = unknown_level(catalog.kind(c.skill), c.because);
    job.requirements.push_back(std::move(r));
}

}  // namespace

void apply_aliases(Found& found, const Reading& reading, std::span<const AliasCorrection> aliases) {
    for (const AliasCorrection& alias : aliases) {
        const std::string spelling = text::normal_name(alias.alias);
        if (!alias.confirmed) {
            std::erase_if(found.mentions, [&](const Mention& m) {
                return m.skill == alias.skill && text::normal_name(reading.slice(m.begin, m.end)) == spelling;
            });
            continue;
        }
        for (Mention& m : places_of(alias, reading)) {
            m.stance = stance_of(reading, found.mentions, m);
            // A longer name keeps its place: "Java" confirmed says nothing of "Java Card".
            const bool inside =
                std::any_of(found.mentions.begin(), found.mentions.end(),
                            [&](const Mention& x) { return overlap(x, m) && x.token_count > m.token_count; });
            if (inside) continue;
            std::erase_if(found.mentions, [&](const Mention& x) { return overlap(x, m); });
            found.mentions.insert(std::ranges::lower_bound(found.mentions, m.begin, {}, &Mention::begin), m);
        }
    }
}

void correct(Resume& resume, std::span<const SkillCorrection> corrections, const ontology::Catalog& catalog) {
    for (const SkillCorrection& c : corrections) {
        if (c.skill == ontology::none) continue;
        const auto place = std::lower_bound(resume.skills.begin(), resume.skills.end(), c.skill,
                                            [](const HeldSkill& h, SkillId s) { return h.skill < s; });
        const bool held = place != resume.skills.end() && place->skill == c.skill;
        std::erase_if(resume.unclaimed, [&](const UnclaimedSkill& u) { return u.skill == c.skill; });
        if (c.action == SkillCorrection::Action::remove) {
            UnclaimedSkill denied{c.skill, Stance::negated, {}};
            if (held && !place->evidence.empty()) denied.evidence = place->evidence.front();
            denied.evidence.because = c.because;
            resume.unclaimed.push_back(std::move(denied));
            if (held) resume.skills.erase(place);
            continue;
        }
        HeldSkill& skill = held ? *place : *resume.skills.insert(place, HeldSkill{c.skill, {}, 1, {}});
        skill.confidence = 1;
        if (!c.level) {
            if (held) continue;
            skill.level = unknown_level(catalog.kind(c.skill), c.because);
            skill.level_known = false;
            continue;
        }
        const bool lower = held && skill.level_known && *c.level < skill.level.value;
        if (c.action == SkillCorrection::Action::reach && lower) continue;
        skill.level = stated(*c.level, c.because);
        skill.level_known = true;
    }
}

void correct(Job& job, std::span<const SkillCorrection> corrections, const ontology::Catalog& catalog) {
    for (const SkillCorrection& c : corrections) {
        if (c.action == SkillCorrection::Action::remove) {
            std::erase_if(job.requirements, [&](const Requirement& r) { return concerns(r, c); });
            continue;
        }
        bool there = false;
        for (Requirement& r : job.requirements) {
            if (!concerns(r, c)) continue;
            there = true;
            r.certainty = 1;
            if (c.need) r.need = *c.need;
            if (c.level) r.needed = stated(*c.level, c.because);
        }
        if (!there) add_requirement(job, c, catalog);
    }
}

}  // namespace headway::career
