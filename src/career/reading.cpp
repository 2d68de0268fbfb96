// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/reading.hpp"

#include "career/clause.hpp"
#include "career/run_on.hpp"

namespace headway::career {

std::pair<std::uint32_t, std::uint32_t> Reading::tokens_of(std::uint32_t sentence) const {
    const std::uint32_t first = first_token[sentence];
    std::uint32_t end = first;
    while (end < tokens.size() && sentence_of[end] == sentence) ++end;
    return {first, end};
}

Reading read_text(std::string_view s, DocumentKind kind) {
    Reading r;
    r.text = s;
    r.kind = kind;
    text::tokenize(s, r.tokens);
    r.lines = text::split_lines(s);
    if (kind == DocumentKind::job) r.lines = cut_at_headings(s, r.lines, r.tokens);
    r.line_sections.reserve(r.lines.size());
    r.line_headings.reserve(r.lines.size());
    for (const SectionedLine& line : find_sections(s, r.lines, r.tokens, kind)) {
        r.line_sections.push_back(line.section);
        r.line_headings.push_back(line.heading);
    }
    r.sentences = text::split_sentences(s, r.lines);

    r.sentence_of.assign(r.tokens.size(), Reading::no_sentence);
    r.line_of.assign(r.tokens.size(), 0);
    std::uint32_t sentence = 0;
    std::uint32_t line = 0;
    for (std::size_t t = 0; t < r.tokens.size(); ++t) {
        const auto begin = r.tokens[t].begin;
        while (line + 1 < r.lines.size() && r.lines[line + 1].begin <= begin) ++line;
        r.line_of[t] = line;
        while (sentence < r.sentences.size() && r.sentences[sentence].end <= begin) ++sentence;
        if (sentence < r.sentences.size() && r.sentences[sentence].begin <= begin)
            r.sentence_of[t] = sentence;
    }
    r.first_token.assign(r.sentences.size() + 1, static_cast<std::uint32_t>(r.tokens.size()));
    for (std::size_t t = r.tokens.size(); t-- > 0;) {
        if (r.sentence_of[t] != Reading::no_sentence)
            r.first_token[r.sentence_of[t]] = static_cast<std::uint32_t>(t);
    }
    // A turn of phrase never runs from one sentence into the next: "2019 to now", "Learning and development".
    CueFinder cues(r.tokens);
    r.first_cue.reserve(r.sentences.size() + 1);
    for (std::uint32_t i = 0; i < r.sentences.size(); ++i) {
        r.first_cue.push_back(static_cast<std::uint32_t>(r.cues.size()));
        const auto [first, end] = r.tokens_of(i);
        cues.find(first, end, r.cues);
    }
    r.first_cue.push_back(static_cast<std::uint32_t>(r.cues.size()));
    r.clause_begins = find_clauses(r);
    return r;
}

}  // namespace headway::career
