// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/heading_words.hpp"

#include <algorithm>
#include <span>

#include "career/heading_index.hpp"
#include "text/phrases.hpp"
#include "text/tokens.hpp"

namespace headway::career {
namespace {

bool only_heads(const Reading& r, const Mention& m) {
    const std::uint32_t line = r.line_of[m.first_token];
    if (!r.line_headings[line]) return false;
    std::uint32_t first = m.first_token;
    std::uint32_t end = m.first_token + m.token_count;
    // "TEACHING EXPERIENCE" says something.
    for (std::uint32_t t = first; t <= end && t < r.tokens.size() && r.line_of[t] == line; ++t) {
        if (text::normal_form(r.word(t)) == "experience") return false;
    }
    while (first > 0 && r.line_of[first - 1] == line) --first;
    while (end < r.tokens.size() && r.line_of[end] == line) ++end;
    const auto heads =
        text::match_longest(heading_index().builder.index(), std::span(r.tokens).subspan(first, end - first));
    for (std::uint32_t t = m.first_token; t < m.first_token + m.token_count; ++t) {
        const bool covered = std::any_of(heads.begin(), heads.end(), [&](const text::PhraseMatch& h) {
            return t >= first + h.first && t < first + h.first + h.length;
        });
        if (!covered) return false;
    }
    return true;
}

}  // namespace

void drop_heading_words(Found& found, const Reading& reading) {
    std::erase_if(found.mentions, [&](const Mention& m) { return only_heads(reading, m); });
}

}  // namespace headway::career
