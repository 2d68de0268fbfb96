// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/stance.hpp"

#include <algorithm>
#include <array>

#include "base/hash.hpp"
#include "career/clause.hpp"
#include "career/cue_sense.hpp"

namespace headway::career {
namespace {

constexpr std::uint32_t negation_reach = 12;  // tokens from the cue to the mention

/// "CILEX Level 3 – started in May, not yet finished", "… but let it lapse": words that only speak of what
/// stands before them, over a dash or a word of contrast too, unless something else is named between.
bool looks_back(const Reading& r, std::span<const Mention> named, const CueMatch& c, std::uint32_t from) {
    constexpr std::array words = {hash64("not"), hash64("let"), hash64("yet"), hash64("still")};
    if ((c.cue != Cue::aspires_back && c.cue != Cue::negates_back) || c.first < from) return false;
    if (std::find(words.begin(), words.end(), r.tokens[c.first].key) == words.end()) return false;
    if (r.slice(r.tokens[from - 1].end, r.tokens[c.first].begin).find(';') != std::string_view::npos)
        return false;
    return std::none_of(named.begin(), named.end(),
                        [&](const Mention& m) { return m.first_token >= from && m.first_token < c.first; });
}

/// "Docker: none", "Kubernetes – no experience": a list says of an item that it is not there.
bool denies_item(const Reading& r, const CueMatch& c, std::uint32_t last) {
    if (c.cue != Cue::negates || c.first != last) return false;
    constexpr std::array words = {hash64("none"), hash64("no"), hash64("zero"), hash64("never")};
    if (std::find(words.begin(), words.end(), r.tokens[c.first].key) == words.end()) return false;
    if (c.length == 1 && r.tokens[c.first].key != hash64("none")) return false;
    const std::string_view gap = r.between(last - 1);
    if (gap.find(':') == std::string_view::npos && gap.find("–") == std::string_view::npos &&
        gap.find("—") == std::string_view::npos && gap.find(" - ") == std::string_view::npos &&
        gap.find('(') == std::string_view::npos)
        return false;
    const std::uint32_t next = c.first + c.length;
    return next >= r.tokens.size() || r.sentence_of[next] != r.sentence_of[c.first] ||
           r.between(next - 1).find_first_of("),;.|\n") != std::string_view::npos;
}

/// "Go (learning)", "Rust (currently learning)": a list says of an item that it is under way.
bool still_learnt(const Reading& r, std::uint32_t last) {
    if (last >= r.tokens.size() || r.between(last - 1).find('(') == std::string_view::npos) return false;
    const bool adverb = r.tokens[last].key == hash64("currently") || r.tokens[last].key == hash64("still");
    const std::uint32_t at = adverb ? last + 1 : last;
    return at < r.tokens.size() && r.tokens[at].key == hash64("learning") &&
           r.text.substr(r.tokens[at].end, 1) == ")";
}

/// "Applicants without a licence will not be considered": what is refused to those who lack it is asked for.
bool refused_without(const Reading& r, const CueMatch& without, std::uint32_t last) {
    if (without.length != 1 || r.tokens[without.first].key != hash64("without")) return false;
    constexpr std::array refuses = {hash64("not"),    hash64("cannot"), hash64("can't"),   hash64("won't"),
                                    hash64("unable"), hash64("nobody"), hash64("rejected")};
    const std::uint32_t sentence = r.sentence_of[without.first];
    const auto refusal = [&](std::uint32_t t) {
        return std::find(refuses.begin(), refuses.end(), r.tokens[t].key) != refuses.end();
    };
    for (std::uint32_t t = last; t < r.tokens.size() && r.sentence_of[t] == sentence; ++t) {
        if (refusal(t)) return true;
    }
    return false;
}

}  // namespace

Stance stance_at(const Reading& r, std::span<const Mention> named, std::uint32_t first_token,
                 std::uint32_t token_count) {
    const std::uint32_t sentence = r.sentence_of[first_token];
    if (sentence == Reading::no_sentence) return Stance::stated;
    const std::uint32_t last = first_token + token_count;
    const bool job = r.kind == DocumentKind::job;
    if (!job && r.section(sentence) == Section::objective) return Stance::hoped_for;
    if (!job && still_learnt(r, last)) return Stance::hoped_for;
    const auto cues = r.cues_in(sentence);
    if (cues.empty()) return Stance::stated;
    const TokenRange clause = clause_around(r, first_token);
    int negations = 0;
    for (const CueMatch& c : cues) {
        const std::uint32_t cue_end = c.first + c.length;
        const bool inside = c.first < last && cue_end > first_token;
        if (inside) continue;
        const bool before = cue_end <= first_token;
        // What follows directly may stand after a dash: "Rust - on my list".
        const bool in_clause = (c.first >= clause.begin && c.first < clause.end) || c.first == clause.end ||
                               (!job && (looks_back(r, named, c, last) || denies_item(r, c, last)));
        if (!in_clause || !acts(r, named, c)) continue;
        const std::uint32_t apart = before ? first_token - cue_end : c.first - last;
        switch (c.cue) {
            case Cue::negates:
                if (denies_item(r, c, last)) return Stance::negated;
                if (before && apart <= negation_reach && !denies_another(r, named, c, first_token) &&
                    !(job && refused_without(r, c, last)))
                    ++negations;
                break;
            case Cue::negates_back:
                if (!before || apart <= 2) return Stance::negated;
                break;
            case Cue::aspires:
            case Cue::learning:
            case Cue::searching:
                if (!job && before) return Stance::hoped_for;
                break;
            case Cue::aspires_back:
                if (!job) return Stance::hoped_for;
                break;
            case Cue::awaited:
            case Cue::under_way:
                if (!job && (!before || opens(r, c))) return Stance::hoped_for;
                break;
            case Cue::taught:
                if (job) return Stance::taught;
                break;
            default:
                break;
        }
    }
    // "No week without a release": two negations make a statement.
    return negations % 2 == 1 ? Stance::negated : Stance::stated;
}

Stance stance_of(const Reading& reading, std::span<const Mention> named, const Mention& mention) {
    return stance_at(reading, named, mention.first_token, mention.token_count);
}

}  // namespace headway::career
