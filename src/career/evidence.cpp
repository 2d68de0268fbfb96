// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/evidence.hpp"

#include <algorithm>

namespace headway::career {
namespace {

Evidence slice(const Reading& r, const PageStarts& pages, std::uint32_t begin, std::uint32_t end) {
    Evidence e;
    e.begin = begin;
    e.end = end;
    e.text = std::string(r.slice(begin, end));
    const auto page = std::upper_bound(pages.begin(), pages.end(), begin) - pages.begin();
    e.page = static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(page, 1));
    return e;
}

}  // namespace

Evidence make_evidence(const Reading& r, const PageStarts& pages, std::uint32_t first_token,
                       std::uint32_t token_count, Shows shows, double certainty) {
    Evidence e = slice(r, pages, r.tokens[first_token].begin, r.tokens[first_token + token_count - 1].end);
    const std::uint32_t sentence = r.sentence_of[first_token];
    e.sentence_begin = sentence == Reading::no_sentence ? e.begin : r.sentences[sentence].begin;
    e.sentence_end = sentence == Reading::no_sentence ? e.end : std::max(r.sentences[sentence].end, e.end);
    e.shows = shows;
    e.certainty = certainty;
    return e;
}

Evidence sentence_evidence(const Reading& r, const PageStarts& pages, std::uint32_t sentence, Shows shows,
                           double certainty) {
    const auto& s = r.sentences[sentence];
    Evidence e = slice(r, pages, s.begin, s.end);
    e.sentence_begin = s.begin;
    e.sentence_end = s.end;
    e.shows = shows;
    e.certainty = certainty;
    return e;
}

}  // namespace headway::career
