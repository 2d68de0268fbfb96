// SPDX-License-Identifier: GPL-3.0-or-later
// Evidence by closeness in meaning: the part of Backings that needs the linker.
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "career/by_meaning.hpp"
#include "career/cue_sense.hpp"
#include "career/stood_by.hpp"
#include "career/support.hpp"
#include "text/utf8.hpp"
#include "vectors/features.hpp"

namespace headway::career {
namespace {

constexpr double most_by_meaning = 0.8;  // closeness in meaning alone proves no more
constexpr std::size_t most_sentences = 400;
constexpr std::size_t most_close = 3;  // sentences shown

/// "In the classroom" names a place; what somebody did there takes at least two words that say something.
bool says_something(const Reading& r, std::uint32_t first, std::uint32_t end) {
    std::size_t telling = 0;
    for (std::uint32_t t = first; t < end; ++t)
        telling += vectors::is_stop_word(text::fold(r.slice(r.tokens[t].begin, r.tokens[t].end))) ? 0 : 1;
    return telling >= 2;
}

/// A row of one word over and over says no more than the word.
bool repeats_itself(const Reading& r, std::uint32_t first, std::uint32_t end) {
    std::vector<std::uint64_t> keys;
    for (std::uint32_t t = first; t < end; ++t) keys.push_back(r.tokens[t].key);
    std::sort(keys.begin(), keys.end());
    const auto distinct = std::unique(keys.begin(), keys.end()) - keys.begin();
    return distinct * 2 < static_cast<std::ptrdiff_t>(end - first);
}

}  // namespace

bool disowns(const Reading& r, std::span<const Mention> named, std::uint32_t sentence) {
    if (r.section(sentence) == Section::objective) return true;
    const auto cues = r.cues_in(sentence);
    return std::any_of(cues.begin(), cues.end(), [&](const CueMatch& c) {
        return c.cue >= Cue::negates && c.cue <= Cue::under_way && acts(r, named, c);
    });
}

double certainty_by_meaning(double similarity, double shared_words) {
    constexpr double per_similarity = 3.2;
    constexpr double per_word = 0.217;
    constexpr double middle = 3.9;
    return 1 / (1 + std::exp(middle - per_similarity * similarity - per_word * shared_words));
}

void Backings::prepare_sentences() {
    const Reading& r = resume_.reading;
    for (std::uint32_t i = 0; i < r.sentences.size() && sentences_.size() < most_sentences; ++i) {
        const std::uint32_t line = r.sentences[i].first_line;
        if (r.line_headings[line]) continue;
        // The heading of a role names a place and a post; what follows from the post is judged by
        // from_roles().
        const std::uint32_t role = role_of_line(resume_.roles, line);
        if (role != no_role && r.sentences[i].begin < resume_.roles[role].heading_end) continue;
        const auto [first, end] = stood_by(r, resume_.found.mentions, i);
        if (end - first < 3 || repeats_itself(r, first, end) || !says_something(r, first, end)) continue;
        sentences_.push_back({i, linker_->prepare(r.slice(r.tokens[first].begin, r.tokens[end - 1].end))});
    }
}

/// The sentence most similar by the given measure, when it is similar enough to count.
template <class Certainty>
Backing Backings::nearest(const Certainty& certainty_of, std::string_view name, ontology::Kind kind) const {
    Backing out;
    std::vector<std::pair<double, std::uint32_t>> close;  // certainty, sentence
    for (const Prepared& p : sentences_) {
        const double certainty = std::min(certainty_of(p.vectors), most_by_meaning);
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
    const Linker::Profile profile = linker_->profile(skill);
    Backing out = nearest(
        [&](const Linker::Sentence& s) {
            return certainty_by_meaning(linker_->similarity(s, skill), Linker::shared_words(s, profile));
        },
        catalog_.name(skill), kind);
    out.skill = skill;
    return out;
}

Backing Backings::find_phrase(std::string_view phrase) const {
    if (sentences_.empty()) return {};
    const Linker::Sentence wanted = linker_->prepare(phrase);
    const Linker::Profile profile = linker_->profile(wanted);
    return nearest(
        [&](const Linker::Sentence& s) {
            return certainty_by_meaning(Linker::similarity(s, wanted), Linker::shared_words(s, profile));
        },
        phrase, ontology::Kind::skill);
}

}  // namespace headway::career
