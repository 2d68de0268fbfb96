// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/spoken.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/utf8.hpp"

namespace headway::career {
namespace {

bool speaks(std::string_view word) {
    constexpr std::array<std::string_view, 39> words = {"speak",
                                                        "speaks",
                                                        "speaker",
                                                        "speakers",
                                                        "speaking",
                                                        "spoken",
                                                        "fluent",
                                                        "fluently",
                                                        "fluency",
                                                        "native",
                                                        "language",
                                                        "languages",
                                                        "bilingual",
                                                        "bi",
                                                        "conversational",
                                                        "mother",
                                                        "translate",
                                                        "translated",
                                                        "translation",
                                                        "interpret",
                                                        "interpreter",
                                                        "written",
                                                        "writing",
                                                        "read",
                                                        "reading",
                                                        "verbal",
                                                        "a1",
                                                        "a2",
                                                        "b1",
                                                        "b2",
                                                        "c1",
                                                        "c2",
                                                        "proficiency",
                                                        "proficient",
                                                        "communicate",
                                                        "communicates",
                                                        "communication",
                                                        "oral",
                                                        "orally"};
    return std::find(words.begin(), words.end(), text::fold(word)) != words.end();
}

}  // namespace

bool speaks_language(const Reading& r, const text::PhraseMatch& match) {
    const std::uint32_t line = r.line_of[match.first];
    const Section section = r.line_sections[line];
    if (section == Section::languages) return true;
    const std::uint32_t end = match.first + match.length;
    const bool ends_line = end >= r.tokens.size() || r.line_of[end] != line;
    // On a line of its own, or at the end of a short one: "• Spanish", "Some German".
    if (r.tokens[match.first].line_start && ends_line) return true;
    const std::uint32_t sentence = r.sentence_of[match.first];
    const std::uint32_t from = match.first > 12 ? match.first - 12 : 0;
    for (std::uint32_t t = from; t < std::min<std::size_t>(end + 12, r.tokens.size()); ++t) {
        if (r.sentence_of[t] == sentence && speaks(r.word(t))) return true;
    }
    for (const CueMatch& c : r.cues_in(sentence)) {
        const bool level = c.cue == Cue::basic || c.cue == Cue::working || c.cue == Cue::advanced;
        if (level && c.first + c.length >= from && c.first < end + 6) return true;
        // "German would be great, but …"
        const bool wanted = c.cue == Cue::must || c.cue == Cue::optional_back;
        if (wanted && c.first == end) return true;
    }
    const std::string next = end < r.tokens.size() ? text::fold(r.word(end)) : std::string();
    if (next == "skill" || next == "skills") return true;
    const bool asks_for_skills =
        section == Section::requirements || section == Section::nice_to_have || section == Section::skills;
    const bool next_parts = ends_line ||
                            r.between(end - 1).find_first_of(",;/.()&") != std::string_view::npos ||
                            next == "or" || next == "and" || next == "is";
    return asks_for_skills && next_parts;
}

}  // namespace headway::career
