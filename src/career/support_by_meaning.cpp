// SPDX-License-Identifier: GPL-3.0-or-later
// Evidence by closeness in meaning: the part of Backings that needs the linker.
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "career/stance.hpp"
#include "career/support.hpp"

namespace headway::career {
namespace {

constexpr double most_by_meaning = 0.8;   // closeness in meaning alone proves no more
constexpr double least_by_meaning = 0.5;  // and below this it is no evidence
constexpr std::size_t most_sentences = 400;
constexpr std::size_t most_close = 3;  // sentences shown

/// Whether any part of the sentence denies or only hopes: closeness in meaning cannot tell which part it is
/// close to.
bool disowns(const Reading& r, std::uint32_t sentence) {
    if (r.section(sentence) == Section::objective) return true;
    const auto cues = r.cues_in(sentence);
    return std::any_of(cues.begin(), cues.end(), [](const CueMatch& c) {
        return c.cue == Cue::negates || c.cue == Cue::negates_back || c.cue == Cue::aspires ||
               c.cue == Cue::aspires_back;
    });
}

/// A row of one word over and over says no more than the word.
bool repeats_itself(const Reading& r, std::uint32_t first, std::uint32_t end) {
    std::vector<std::uint64_t> keys;
    for (std::uint32_t t = first; t < end; ++t) keys.push_back(r.tokens[t].key);
    std::sort(keys.begin(), keys.end());
    const auto distinct = std::unique(keys.begin(), keys.end()) - keys.begin();
    return distinct * 2 < static_cast<std::ptrdiff_t>(end - first);
}

/// The chance that a résumé's nearest sentence shows what an ad asks for. A logistic curve fitted by hand on
/// the golden cases that the engine is built on (not the held-out ones): of the requirements above a
/// similarity of .42 that the résumé does not name, nine in ten are held. Higher than Linker::certainty(),
/// which answers the harder question of which of all skills a sentence of an ad names: here the ad has asked,
/// and people apply for what they can do.
double certainty_by_meaning(double similarity) {
    constexpr double slope = 12;
    constexpr double middle = 0.42;
    return 1 / (1 + std::exp(-slope * (similarity - middle)));
}

}  // namespace

void Backings::prepare_sentences() {
    const Reading& r = resume_.reading;
    for (std::uint32_t i = 0; i < r.sentences.size() && sentences_.size() < most_sentences; ++i) {
        const auto [first, end] = r.tokens_of(i);
        const std::uint32_t line = r.sentences[i].first_line;
        if (end - first < 3 || r.line_headings[line]) continue;
        // The heading of a role names a place and a post; what follows from the post is judged by
        // from_roles().
        const std::uint32_t role = role_of_line(resume_.roles, line);
        if (role != no_role && r.sentences[i].begin < resume_.roles[role].heading_end) continue;
        if (disowns(r, i) || repeats_itself(r, first, end)) continue;
        sentences_.push_back({i, linker_->prepare(r.slice(r.sentences[i].begin, r.sentences[i].end))});
    }
}

/// The sentence most similar by the given measure, when it is similar enough to count.
template <class Similarity>
Backing Backings::nearest(const Similarity& similarity, std::string_view name, ontology::Kind kind) const {
    Backing out;
    std::vector<std::pair<double, std::uint32_t>> close;  // certainty, sentence
    for (const Prepared& p : sentences_) {
        const double certainty = std::min(certainty_by_meaning(similarity(p.vectors)), most_by_meaning);
        if (certainty >= least_by_meaning) close.emplace_back(certainty, p.sentence);
    }
    if (close.empty()) return out;
    std::sort(close.begin(), close.end(), [](const auto& a, const auto& b) {
        return std::pair(-a.first, a.second) < std::pair(-b.first, b.second);
    });
    if (close.size() > most_close) close.resize(most_close);
    const Reading& r = resume_.reading;
    std::vector<Mention> places;
    for (const auto& [certainty, sentence] : close) {
        const auto [first, end] = r.tokens_of(sentence);
        Mention m;
        m.first_token = first;
        m.token_count = end - first;
        m.begin = r.tokens[first].begin;
        m.end = r.tokens[end - 1].end;
        m.sentence = sentence;
        places.push_back(m);
        out.evidence.push_back(sentence_evidence(r, resume_.pages, sentence, Shows::linked, certainty));
        out.evidence.back().because = "In meaning this is close to “" + std::string(name) + "”.";
    }
    out.support = Support::implied;
    out.certainty = close.front().first;
    out.level = held_level(r, places, resume_.years, resume_.roles, resume_.today, kind);
    return out;
}

Backing Backings::from_meaning(SkillId skill) const {
    if (sentences_.empty()) return {};
    const ontology::Kind kind = catalog_.kind(skill);
    // A product, certificate or language is had by name or not at all.
    if (kind != ontology::Kind::skill && kind != ontology::Kind::knowledge && kind != ontology::Kind::soft)
        return {};
    Backing out = nearest([&](const Linker::Sentence& s) { return linker_->similarity(s, skill); },
                          catalog_.name(skill), kind);
    out.skill = skill;
    return out;
}

Backing Backings::find_phrase(std::string_view phrase) const {
    if (sentences_.empty()) return {};
    const Linker::Sentence wanted = linker_->prepare(phrase);
    return nearest([&](const Linker::Sentence& s) { return linker_->similarity(s, wanted); }, phrase,
                   ontology::Kind::skill);
}

}  // namespace headway::career
