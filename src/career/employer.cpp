// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/employer.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "text/tokens.hpp"
#include "text/utf8.hpp"

namespace headway::career {
namespace {

template <std::size_t n>
bool among(const std::array<std::string_view, n>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), text::normal_form(word)) != words.end();
}

/// "The Data Partner is responsible for …": the post itself, by a word of the ad's first line. What stands
/// there behind a comma, a dash or "at" may be the company.
bool of_the_title(const Reading& r, std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t k = 0; k < first && r.line_of[k] == 0; ++k) {
        if (k > 0 && (r.between(k - 1).find_first_of(",|(/") != std::string_view::npos ||
                      r.between(k - 1).size() > 2 || text::fold(r.word(k)) == "at")) {
            return false;
        }
        if (r.tokens[k].end - r.tokens[k].begin < 4) continue;
        for (std::uint32_t t = first; t < end; ++t) {
            if (r.tokens[t].key == r.tokens[k].key) return true;
        }
    }
    return false;
}

}  // namespace

bool company_is_subject(const Reading& r, std::uint32_t sentence, std::uint32_t products) {
    constexpr auto joints = std::to_array<std::string_view>({"and", "of", "the", "de", "for", "also"});
    constexpr auto bodies = std::to_array<std::string_view>(
        {"company", "firm",   "estate",  "group", "organisation", "organization", "business", "practice",
         "school",  "trust",  "agency",  "brand", "client",       "hospital",     "charity",  "university",
         "council", "clinic", "factory", "hotel", "restaurant",   "farm",         "studio",   "network"});
    constexpr auto tells = std::to_array<std::string_view>(
        {"is",      "are",     "was",   "were",   "has",    "have", "make",    "design",
         "provide", "operate", "serve", "build",  "supply", "run",  "offer",   "deliver",
         "help",    "develop", "sell",  "employ", "place",  "own",  "support", "produce"});
    constexpr auto asking = std::to_array<std::string_view>(
        {"you",       "your",      "candidate", "applicant", "seek",       "seeking",
         "hire",      "hiring",    "require",   "need",      "want",       "experience",
         "must",      "required",  "essential", "recruit",   "recruiting", "expect",
         "desirable", "preferred", "necessary", "someone",   "search",     "searching"});
    const auto [first, end] = r.tokens_of(sentence);
    if (first == end || r.sentences[sentence].bullet || !r.tokens[first].upper_first) return false;
    std::uint32_t names = 0;
    std::uint32_t t = first;
    const std::string opener = text::fold(r.word(first));
    const bool of_ours = opener == "the" || opener == "our";
    for (; t < end; ++t) {
        const bool body = of_ours && t == first + 1 && among(bodies, r.word(t));
        if (!r.tokens[t].upper_first && !body && !among(joints, r.word(t))) break;
        if (t > first || !of_ours) ++names;
    }
    // "Needed is Danish": one word that stands first may be any word.
    if (t == end || names == 0 || (names == 1 && (products > 0 || !of_ours)) || !among(tells, r.word(t)))
        return false;
    if (of_the_title(r, first, t)) return false;
    for (; t < end; ++t) {
        if (among(asking, r.word(t))) return false;
        if (text::fold(r.word(t)) == "looking" && t + 1 < end && text::fold(r.word(t + 1)) == "for")
            return false;
    }
    return true;
}

}  // namespace headway::career
