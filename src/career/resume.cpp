// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/resume.hpp"

#include <algorithm>
#include <utility>

#include "career/corrections.hpp"
#include "career/employer_name.hpp"
#include "career/heading_words.hpp"
#include "career/name_line.hpp"

namespace headway::career {
namespace {

/// Highest certainty first would hide the order of the text; evidence stays in order, at most this many
/// pieces.
constexpr std::size_t most_evidence = 8;

HeldSkill make_held(const Resume& resume, std::span<const Mention> mentions,
                    const ontology::Catalog& catalog) {
    HeldSkill out;
    out.skill = mentions.front().skill;
    out.level = held_level(resume.reading, mentions, resume.years, resume.roles, resume.today,
                           catalog.kind(out.skill));
    out.confidence = 0;
    out.evidence.reserve(std::min(mentions.size(), most_evidence));
    for (const Mention& m : mentions) {
        out.confidence = std::max<double>(out.confidence, m.confidence);
        if (out.evidence.size() < most_evidence) {
            out.evidence.push_back(make_evidence(resume.reading, resume.pages, m.first_token, m.token_count,
                                                 m.shows, m.confidence));
        }
    }
    return out;
}

/// Whether a held skill is part of a field that the résumé denies or hopes for. Of a product nothing follows.
bool holds_part_of(const Resume& resume, SkillId field, const ontology::Catalog& catalog) {
    const ontology::Kind kind = catalog.kind(field);
    if (kind != ontology::Kind::knowledge && kind != ontology::Kind::skill && kind != ontology::Kind::soft)
        return false;
    const auto neighbours = catalog.lexicon().neighbours(field);
    return std::any_of(neighbours.begin(), neighbours.end(), [&](const ontology::Neighbour& n) {
        return n.relation == ontology::Relation::narrower && n.curated != 0 &&
               find_held(resume, n.skill) != nullptr;
    });
}

}  // namespace

Resume read_resume(std::string_view text, PageStarts pages, Month today, const ontology::Catalog& catalog,
                   std::span<const AliasCorrection> aliases) {
    Resume out;
    out.reading = read_text(text, DocumentKind::resume);
    out.pages = std::move(pages);
    out.today = today;
    out.found = find_mentions(out.reading, catalog);
    drop_own_name(out.found, out.reading, catalog);
    drop_heading_words(out.found, out.reading);
    if (!aliases.empty()) apply_aliases(out.found, out.reading, aliases);
    out.years = find_stated_years(out.reading);
    out.roles = find_roles(out.reading, today, catalog);
    drop_employer_names(out.found, out.reading, out.roles, catalog);

    std::vector<Mention> stated;
    for (const Mention& m : out.found.mentions) {
        if (m.stance == Stance::stated) {
            stated.push_back(m);
        } else {
            out.unclaimed.push_back(
                {m.skill, m.stance,
                 make_evidence(out.reading, out.pages, m.first_token, m.token_count, m.shows, m.confidence)});
        }
    }
    std::sort(stated.begin(), stated.end(), [](const Mention& a, const Mention& b) {
        return std::pair(a.skill, a.begin) < std::pair(b.skill, b.begin);
    });
    for (std::size_t i = 0; i < stated.size();) {
        std::size_t end = i;
        while (end < stated.size() && stated[end].skill == stated[i].skill) ++end;
        out.skills.push_back(make_held(out, std::span(stated).subspan(i, end - i), catalog));
        i = end;
    }
    // What is plainly shown elsewhere is claimed after all: "orbital welding: not yet" takes nothing from a
    // pipe welder.
    std::erase_if(out.unclaimed, [&](const UnclaimedSkill& u) {
        return find_held(out, u.skill) != nullptr || holds_part_of(out, u.skill, catalog);
    });
    return out;
}

const HeldSkill* find_held(const Resume& resume, SkillId skill) {
    const auto found = std::lower_bound(resume.skills.begin(), resume.skills.end(), skill,
                                        [](const HeldSkill& h, SkillId s) { return h.skill < s; });
    return found != resume.skills.end() && found->skill == skill ? &*found : nullptr;
}

}  // namespace headway::career
