// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/stood_by.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "career/by_meaning.hpp"
#include "career/cue_sense.hpp"
#include "text/tokens.hpp"

namespace headway::career {
namespace {

template <std::size_t n>
bool among(const std::array<std::string_view, n>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Without these a person lacks the skill itself, which may stand before: "Boilers, no training so far".
constexpr auto of_ability = std::to_array<std::string_view>(
    {"experience", "knowledge",   "skill",  "training", "background", "practice",      "exposure",
     "idea",       "certificate", "clue",   "licence",  "license",    "understanding", "ticket",
     "course",     "degree",      "chance", "time",     "need",       "qualification", "interest",
     "longer",     "more",        "formal", "hand",     "real",       "prior",         "paid"});
/// What stands before is meant by them: "Spray painting, without ever doing it".
constexpr auto look_back =
    std::to_array<std::string_view>({"it", "them", "those", "these", "this", "either", "any", "such"});

/// Whether the denial only says what was not there beside what was done.
bool only_of_things(const Reading& r, const CueMatch& c, std::uint32_t end) {
    const std::uint32_t behind = c.first + c.length;
    if (behind >= end) return false;
    const std::string first = text::normal_form(r.word(c.first));
    constexpr auto alone = std::to_array<std::string_view>({"no", "without"});
    constexpr auto in_place_of = std::to_array<std::string_view>({"instead", "rather"});
    if (c.length == 1 ? !among(alone, first) : !among(in_place_of, first)) return false;
    if (first == "no" && r.between(c.first).find(',') != std::string_view::npos) return false;
    for (std::uint32_t t = behind; t < end; ++t) {
        const std::string word = text::normal_form(r.word(t));
        if (among(look_back, word) || (t < behind + 2 && among(of_ability, word))) return false;
    }
    return true;
}

/// Where the words of the denial begin: "no" after the last comma, colon, dash or bracket before it, the
/// others by themselves.
std::uint32_t beginning_of(const Reading& r, const CueMatch& c, std::uint32_t first) {
    if (text::normal_form(r.word(c.first)) != "no") return c.first;
    for (std::uint32_t t = c.first; t > first; --t) {
        if (r.clause_begins[t] || r.between(t - 1).find_first_of(",:;(") != std::string_view::npos) return t;
        if (text::normal_form(r.word(t - 1)) == "with") return t - 1;
    }
    return first;
}

}  // namespace

TokenRange stood_by(const Reading& r, std::span<const Mention> named, std::uint32_t sentence) {
    const auto [first, end] = r.tokens_of(sentence);
    if (!disowns(r, named, sentence)) return {first, end};
    if (r.section(sentence) == Section::objective) return {first, first};
    std::uint32_t kept = end;
    for (const CueMatch& c : r.cues_in(sentence)) {
        if (c.cue < Cue::negates || c.cue > Cue::under_way || !acts(r, named, c)) continue;
        if (c.cue != Cue::negates || !only_of_things(r, c, end)) return {first, first};
        kept = std::min(kept, beginning_of(r, c, first));
    }
    return {first, kept};
}

}  // namespace headway::career
