// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/stance.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "career/cue_sense.hpp"
#include "text/tokens.hpp"

namespace headway::career {
namespace {

constexpr std::uint32_t negation_reach = 12;  // tokens from the cue to the mention

/// Words with which a new statement begins after a comma.
bool starts_clause(std::string_view word) {
    constexpr std::array<std::string_view, 26> words = {
        "so",    "everything", "all",    "instead", "i",    "we",      "my",    "have", "used",
        "built", "then",       "now",    "just",    "only", "mostly",  "which", "but",  "worked",
        "it",    "they",       "strong", "solid",   "good", "willing", "must",  "you"};
    return std::find(words.begin(), words.end(), text::normal_form(word)) != words.end();
}

bool parts_clauses(const Reading& r, std::uint32_t token) {
    const std::string_view gap = r.between(token);
    if (gap.find(';') != std::string_view::npos) return true;
    if (gap.find(" – ") != std::string_view::npos || gap.find(" — ") != std::string_view::npos ||
        gap.find(" - ") != std::string_view::npos) {
        return true;
    }
    return gap.find(',') != std::string_view::npos && starts_clause(r.word(token + 1));
}

bool is_contrast(const Reading& r, std::uint32_t sentence, std::uint32_t token) {
    const auto cues = r.cues_in(sentence);
    return std::any_of(cues.begin(), cues.end(),
                       [&](const CueMatch& c) { return c.cue == Cue::contrast && c.first == token; });
}

/// "CILEX Level 3 – started in May, not yet finished", "… but let it lapse": words that only speak of what
/// stands before them, over a dash or a word of contrast too, unless something else is named between.
bool looks_back(const Reading& r, std::span<const Mention> named, const CueMatch& c, std::uint32_t from) {
    constexpr std::array<std::string_view, 4> words = {"not", "let", "yet", "still"};
    if ((c.cue != Cue::aspires_back && c.cue != Cue::negates_back) || c.first < from) return false;
    if (std::find(words.begin(), words.end(), text::normal_form(r.word(c.first))) == words.end())
        return false;
    if (r.slice(r.tokens[from - 1].end, r.tokens[c.first].begin).find(';') != std::string_view::npos)
        return false;
    return std::none_of(named.begin(), named.end(),
                        [&](const Mention& m) { return m.first_token >= from && m.first_token < c.first; });
}

}  // namespace

TokenRange clause_around(const Reading& r, std::uint32_t token) {
    const std::uint32_t sentence = r.sentence_of[token];
    std::uint32_t begin = token;
    while (begin > 0 && r.sentence_of[begin - 1] == sentence && !parts_clauses(r, begin - 1) &&
           !is_contrast(r, sentence, begin)) {
        --begin;
    }
    std::uint32_t end = token + 1;
    while (end < r.tokens.size() && r.sentence_of[end] == sentence && !parts_clauses(r, end - 1) &&
           !is_contrast(r, sentence, end)) {
        ++end;
    }
    return {begin, end};
}

Stance stance_at(const Reading& r, std::span<const Mention> named, std::uint32_t first_token,
                 std::uint32_t token_count) {
    const std::uint32_t sentence = r.sentence_of[first_token];
    if (sentence == Reading::no_sentence) return Stance::stated;
    const std::uint32_t last = first_token + token_count;
    const bool job = r.kind == DocumentKind::job;
    if (!job && r.section(sentence) == Section::objective) return Stance::hoped_for;
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
                               (!job && looks_back(r, named, c, last));
        if (!in_clause || !acts(r, named, c)) continue;
        const std::uint32_t apart = before ? first_token - cue_end : c.first - last;
        switch (c.cue) {
            case Cue::negates:
                if (before && apart <= negation_reach && !denies_another(r, named, c, first_token))
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
