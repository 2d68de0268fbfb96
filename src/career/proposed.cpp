// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/proposed.hpp"

#include <algorithm>

#include "career/by_meaning.hpp"
#include "career/stance.hpp"
#include "text/utf8.hpp"

namespace headway::career {
namespace {

/// Marks the evidence; no other has this reason.
constexpr std::string_view reason = "A language model reads this in the words.";

/// Where the words stand in the reading; absent when they are no whole words of one sentence.
std::optional<Mention> place_of(const Reading& r, const ProposedSkill& p) {
    if (p.begin >= p.end || p.end > r.text.size()) return std::nullopt;
    const auto first = std::ranges::lower_bound(r.tokens, p.begin, {}, &text::Token::begin);
    const auto last = std::ranges::lower_bound(r.tokens, p.end, {}, &text::Token::end);
    if (first == r.tokens.end() || first->begin >= p.end) return std::nullopt;
    const auto behind = last != r.tokens.end() && last->end == p.end ? last + 1 : last;
    if (behind <= first) return std::nullopt;
    Mention m;
    m.skill = p.skill;
    m.first_token = static_cast<std::uint32_t>(first - r.tokens.begin());
    m.token_count = static_cast<std::uint32_t>(behind - first);
    m.begin = first->begin;
    m.end = (behind - 1)->end;
    m.sentence = r.sentence_of[m.first_token];
    if (m.sentence == Reading::no_sentence) return std::nullopt;
    for (std::uint32_t t = m.first_token; t < m.first_token + m.token_count; ++t) {
        if (r.sentence_of[t] != m.sentence || r.tokens[t].in_link) return std::nullopt;
    }
    return m;
}

/// Whether the words, or the sentence that they stand in, come near the skill in meaning: a model may have
/// been talked into anything.
bool has_to_do(const Reading& r, const Mention& m, const Linker* linker) {
    if (linker == nullptr) return true;
    const Linker::Profile profile = linker->profile(m.skill);
    const auto near = [&](std::uint32_t begin, std::uint32_t end) {
        const Linker::Sentence words = linker->prepare(r.slice(begin, end));
        return certainty_by_meaning(linker->similarity(words, m.skill),
                                    Linker::shared_words(words, profile)) >= least_by_meaning;
    };
    const auto& sentence = r.sentences[m.sentence];
    return near(m.begin, m.end) || near(sentence.begin, sentence.end);
}

/// "This candidate", "the applicant": a verdict on the person, not what they did.
bool gives_verdict(const Reading& r, std::uint32_t sentence) {
    const auto [first, end] = r.tokens_of(sentence);
    for (std::uint32_t t = first; t + 1 < end; ++t) {
        const std::string before = text::fold(r.word(t));
        const std::string word = text::fold(r.word(t + 1));
        if ((before == "this" || before == "the") && (word == "candidate" || word == "applicant"))
            return true;
    }
    return false;
}

Evidence evidence_of(const Reading& r, const PageStarts& pages, const Mention& m) {
    Evidence e = make_evidence(r, pages, m.first_token, m.token_count, Shows::implied, proposed_certainty);
    e.because = reason;
    return e;
}

void take_level(Level& level, const std::optional<double>& proposed) {
    if (!proposed) return;
    level.value = std::clamp(*proposed, level.low, level.high);
    level.reasons.emplace_back("A language model places it there, within what the text allows.");
}

/// A requirement that stands in the ad's own words, at that place: the model knows its name.
Requirement* unnamed_at(Job& job, const Mention& m) {
    const auto found = std::ranges::find_if(job.requirements, [&](const Requirement& r) {
        return r.any_of.empty() && std::ranges::any_of(r.evidence, [&](const Evidence& e) {
                   return e.begin < m.end && m.begin < e.end;
               });
    });
    return found == job.requirements.end() ? nullptr : &*found;
}

bool asked(const Job& job, SkillId skill) {
    return std::ranges::any_of(job.requirements, [&](const Requirement& r) {
        return std::ranges::find(r.any_of, skill) != r.any_of.end();
    });
}

bool unclaimed(const std::vector<UnclaimedSkill>& all, SkillId skill) {
    return std::ranges::find(all, skill, &UnclaimedSkill::skill) != all.end();
}

}  // namespace

std::size_t add_proposed(Resume& resume, std::span<const ProposedSkill> proposed,
                         const ontology::Catalog& catalog, const Linker* linker) {
    std::size_t added = 0;
    for (const ProposedSkill& p : proposed) {
        if (p.skill == ontology::none || unclaimed(resume.unclaimed, p.skill)) continue;
        if (find_held(resume, p.skill) != nullptr) continue;
        const auto m = place_of(resume.reading, p);
        if (!m || stance_of(resume.reading, resume.found.mentions, *m) != Stance::stated) continue;
        if (disowns(resume.reading, resume.found.mentions, m->sentence) ||
            gives_verdict(resume.reading, m->sentence))
            continue;
        if (!has_to_do(resume.reading, *m, linker)) continue;
        HeldSkill held;
        held.skill = p.skill;
        held.level = held_level(resume.reading, std::span(&*m, 1), resume.years, resume.roles, resume.today,
                                catalog.kind(p.skill));
        take_level(held.level, p.level);
        held.confidence = proposed_certainty;
        held.evidence.push_back(evidence_of(resume.reading, resume.pages, *m));
        const auto at = std::ranges::lower_bound(resume.skills, p.skill, {}, &HeldSkill::skill);
        resume.skills.insert(at, std::move(held));
        ++added;
    }
    return added;
}

std::size_t add_proposed(Job& job, std::span<const ProposedSkill> proposed, const ontology::Catalog& catalog,
                         const Linker* linker) {
    std::size_t added = 0;
    for (const ProposedSkill& p : proposed) {
        if (p.skill == ontology::none || unclaimed(job.unclaimed, p.skill) || asked(job, p.skill)) continue;
        const auto m = place_of(job.reading, p);
        if (!m || m->sentence >= job.asking.size() || !job.asking[m->sentence].asks) continue;
        if (disowns(job.reading, job.found.mentions, m->sentence)) continue;
        if (stance_of(job.reading, job.found.mentions, *m) != Stance::stated ||
            !has_to_do(job.reading, *m, linker))
            continue;
        ++added;
        if (Requirement* unnamed = unnamed_at(job, *m)) {
            unnamed->any_of = {p.skill};
            unnamed->name = catalog.name(p.skill);
            unnamed->certainty = std::min(unnamed->certainty, proposed_certainty);
            unnamed->evidence = {evidence_of(job.reading, job.pages, *m)};
            continue;
        }
        Requirement r;
        r.any_of = {p.skill};
        r.name = catalog.name(p.skill);
        r.need = need_of(job.reading, *m, job.asking[m->sentence].need);
        if (p.need == Need::nice) r.need = Need::nice;
        r.needed = is_credential(catalog.kind(p.skill))
                       ? unknown_level(catalog.kind(p.skill), std::string(reason))
                       : level_without_words(r.need, std::string(reason));
        take_level(r.needed, p.level);
        r.certainty = proposed_certainty;
        r.place = job.asking[m->sentence].place;
        r.evidence.push_back(evidence_of(job.reading, job.pages, *m));
        job.requirements.push_back(std::move(r));
    }
    return added;
}

bool is_proposed(const Evidence& evidence) {
    return evidence.because == reason;
}

bool rests_on_model(const HeldSkill& held) {
    return !held.evidence.empty() && std::ranges::all_of(held.evidence, is_proposed);
}

}  // namespace headway::career
