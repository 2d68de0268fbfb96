// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/run_on.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "career/heading_index.hpp"

namespace headway::career {
namespace {

constexpr std::uint32_t shortest_run_on = 160;  // bytes
constexpr std::uint32_t shortest_single = 8;    // bytes of a heading that is one word

/// Words that tie what follows them to their sentence: "meet the Requirements".
bool ties(std::string_view word) {
    constexpr std::array<std::string_view, 21> words = {"the", "our", "your", "a",    "an",   "of",    "in",
                                                        "and", "or",  "for",  "to",   "with", "as",    "this",
                                                        "all", "by",  "from", "more", "any",  "these", "if"};
    return std::find(words.begin(), words.end(), text::normal_form(word)) != words.end();
}

bool asks_or_gives(Section s) {
    return s == Section::requirements || s == Section::duties || s == Section::benefits ||
           s == Section::nice_to_have || s == Section::about;
}

/// Whether the match heads what follows it in the middle of a line.
/// After a label of the same line ("Industry:", "Company size:") a bare "Technologies" is one more.
bool heads(std::string_view s, std::span<const text::Token> tokens, const text::PhraseMatch& m,
           bool labelled) {
    const Section section = heading_index().sections[m.phrase];
    const bool label = section == Section::apply || section == Section::skills;  // "Industry: Retail"
    if ((!label && !asks_or_gives(section)) || m.first == 0 || m.first + m.length >= tokens.size())
        return false;
    const text::Token& first = tokens[m.first];
    const text::Token& last = tokens[m.first + m.length - 1];
    const text::Token& before = tokens[m.first - 1];
    const text::Token& next = tokens[m.first + m.length];
    if (!first.upper_first) return false;
    if (m.length == 1 && last.end - first.begin < shortest_single) return false;
    if (ties(s.substr(before.begin, before.end - before.begin))) return false;
    const std::string_view ahead = s.substr(before.end, first.begin - before.end);
    const std::string_view behind = s.substr(last.end, next.begin - last.end);
    if (ahead.find_first_of(",/-&'\"(") != std::string_view::npos) return false;
    if (behind.find(':') != std::string_view::npos) return true;
    if (label) return labelled && section == Section::skills;
    if (behind.find_first_of(",/&.;)") != std::string_view::npos) return false;
    return next.upper_first || next.digit_first || behind.find_first_of("-*?!") != std::string_view::npos;
}

/// "… and public cloud Preferred Qualifications:": the place among `tokens` of a heading at the end of a
/// line, which heads the lines below. Their number where there is none.
std::size_t heading_at_end(std::string_view s, const text::Line& line, std::span<const text::Token> tokens) {
    constexpr std::size_t least_before = 5;  // tokens
    constexpr std::size_t longest = 8;       // tokens
    const std::size_t none = tokens.size();
    if (line.end == line.begin || s[line.end - 1] != ':') return none;
    for (std::size_t first = none > longest ? none - longest : 0; first + 1 < none; ++first) {
        if (first < least_before || !tokens[first].upper_first) continue;
        const auto found = text::match_longest(heading_index().builder.index(), tokens.subspan(first));
        if (found.size() != 1 || found.front().length + first != none) continue;
        const text::Token& before = tokens[first - 1];
        const std::string_view ahead = s.substr(before.end, tokens[first].begin - before.end);
        const bool alone = ahead.find_first_of(",/-&'\"(") == std::string_view::npos &&
                           !ties(s.substr(before.begin, before.end - before.begin));
        return alone && asks_or_gives(heading_index().sections[found.front().phrase]) ? first : none;
    }
    return none;
}

}  // namespace

std::vector<text::Line> cut_at_headings(std::string_view s, const std::vector<text::Line>& lines,
                                        const std::vector<text::Token>& tokens) {
    std::vector<text::Line> out;
    out.reserve(lines.size());
    std::size_t at = 0;
    for (const text::Line& line : lines) {
        while (at < tokens.size() && tokens[at].begin < line.begin) ++at;
        std::size_t end = at;
        while (end < tokens.size() && tokens[end].begin < line.end) ++end;
        const auto inside = std::span(tokens).subspan(at, end - at);
        at = end;
        out.push_back(line);
        if (const std::size_t heading = heading_at_end(s, line, inside); heading < inside.size()) {
            out.back().end =
                static_cast<std::uint32_t>(s.find_last_not_of(' ', inside[heading].begin - 1) + 1);
            out.push_back({inside[heading].begin, line.end, false, true});
            continue;
        }
        if (line.end - line.begin < shortest_run_on) continue;
        bool labelled = false;
        for (const text::PhraseMatch& m : text::match_longest(heading_index().builder.index(), inside)) {
            if (!heads(s, inside, m, labelled)) continue;
            labelled |= heading_index().sections[m.phrase] == Section::apply;
            const std::uint32_t begin = inside[m.first].begin;
            const std::uint32_t rest = inside[m.first + m.length].begin;
            out.back().end = inside[m.first - 1].end;
            // The stop of the sentence before stays with it.
            const std::size_t stop = s.find_first_of(".!?)", out.back().end);
            if (stop < begin) out.back().end = static_cast<std::uint32_t>(stop + 1);
            const std::size_t colon = s.find(':', inside[m.first + m.length - 1].end);
            const std::uint32_t heading_end =
                colon < rest ? static_cast<std::uint32_t>(colon + 1) : inside[m.first + m.length - 1].end;
            out.push_back({begin, heading_end, false, true});
            out.push_back({rest, line.end, false, true});
        }
    }
    return out;
}

}  // namespace headway::career
