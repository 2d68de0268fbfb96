// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/clause.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/hash.hpp"

namespace headway::career {
namespace {

/// Whether a new statement begins with this word when a comma stands before it.
bool starts_statement(const text::Token& word) {
    constexpr std::array<std::uint64_t, 26> words = {
        hash64("so"),     hash64("everything"), hash64("all"),    hash64("instead"), hash64("i"),
        hash64("we"),     hash64("my"),         hash64("have"),   hash64("used"),    hash64("built"),
        hash64("then"),   hash64("now"),        hash64("just"),   hash64("only"),    hash64("mostly"),
        hash64("which"),  hash64("but"),        hash64("worked"), hash64("it"),      hash64("they"),
        hash64("strong"), hash64("solid"),      hash64("good"),   hash64("willing"), hash64("must"),
        hash64("you")};
    return std::find(words.begin(), words.end(), word.key) != words.end();
}

/// Whether what stands between a token and the next one parts two clauses.
bool parts_clauses(const Reading& r, std::uint32_t token) {
    const std::string_view gap = r.between(token);
    if (gap.size() == 1 && gap[0] == ' ') return false;  // nearly always
    if (gap.find(';') != std::string_view::npos) return true;
    if (gap.find(" – ") != std::string_view::npos || gap.find(" — ") != std::string_view::npos ||
        gap.find(" - ") != std::string_view::npos) {
        return true;
    }
    return gap.find(',') != std::string_view::npos && starts_statement(r.tokens[token + 1]);
}

}  // namespace

std::vector<bool> find_clauses(const Reading& r) {
    std::vector<bool> begins(r.tokens.size(), true);
    for (std::uint32_t t = 1; t < r.tokens.size(); ++t)
        begins[t] = r.sentence_of[t] != r.sentence_of[t - 1] || parts_clauses(r, t - 1);
    for (const CueMatch& c : r.cues)
        if (c.cue == Cue::contrast) begins[c.first] = true;
    return begins;
}

TokenRange clause_around(const Reading& r, std::uint32_t token) {
    TokenRange out{token, token + 1};
    while (!r.clause_begins[out.begin]) --out.begin;
    while (out.end < r.clause_begins.size() && !r.clause_begins[out.end]) ++out.end;
    return out;
}

}  // namespace headway::career
