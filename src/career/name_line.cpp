// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/name_line.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/phrases.hpp"
#include "text/tokens.hpp"

namespace headway::career {
namespace {

constexpr std::uint32_t lines_of_head = 3;

bool particle(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>(
        {"van", "von", "de", "der", "den", "di", "da", "del", "la", "le", "bin", "al", "el", "y"});
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool names_document(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>({"curriculum", "vitae", "resume", "cv"});
    return std::find(words.begin(), words.end(), text::normal_form(word)) != words.end();
}

/// Two to four capitalised words and nothing else.
bool looks_like_name(const Reading& r, std::uint32_t line, std::span<const text::Token> tokens) {
    if (tokens.size() < 2 || tokens.size() > 4 || r.lines[line].bullet) return false;
    const std::string_view content = r.slice(r.lines[line].begin, r.lines[line].end);
    if (content.find_first_of(",;:|/()@&+0123456789") != std::string_view::npos) return false;
    return std::all_of(tokens.begin(), tokens.end(), [&](const text::Token& t) {
        return !t.in_link && (t.upper_first || particle(r.slice(t.begin, t.end)));
    });
}

/// "Ada Miller": a given name before a family name that is a trade too, but not before what people do with a
/// language ("Ruby developer").
bool names_person(std::string_view first, std::span<const text::Token> others, const Reading& r) {
    constexpr auto given = std::to_array<std::string_view>(
        {"ada", "ruby", "julia", "crystal", "pascal", "maven", "jasmine", "django", "flutter", "jade"});
    constexpr auto doers = std::to_array<std::string_view>(
        {"developer",  "engineer",   "programmer", "coder",         "specialist", "expert",
         "consultant", "architect",  "analyst",    "administrator", "trainer",    "instructor",
         "lead",       "intern",     "freelancer", "hacker",        "teacher",    "tester",
         "contractor", "evangelist", "scientist",  "researcher",    "student"});
    if (std::ranges::find(given, text::normal_form(first)) == given.end() || others.empty()) return false;
    const std::string last = text::normal_form(r.slice(others.back().begin, others.back().end));
    return others.size() == 1 && std::ranges::find(doers, last) == doers.end();
}

/// Whether some words are or end in the name of work.
bool names_work(std::span<const text::Token> tokens, const ontology::Catalog& catalog) {
    if (tokens.empty()) return false;
    const text::PhraseIndex& titles = catalog.lexicon().titles();
    return titles.word(tokens.back().key) != 0 || !text::match_longest(titles, tokens).empty();
}

}  // namespace

void drop_own_name(Found& found, const Reading& r, const ontology::Catalog& catalog) {
    std::uint32_t first = 0;
    for (std::uint32_t line = 0; line < std::min<std::size_t>(r.lines.size(), lines_of_head); ++line) {
        if (r.line_headings[line] || r.line_sections[line] != Section::other) return;
        std::uint32_t end = first;
        while (end < r.tokens.size() && r.line_of[end] == line) ++end;
        const auto tokens = std::span(r.tokens).subspan(first, end - first);
        const bool document = std::all_of(tokens.begin(), tokens.end(), [&](const text::Token& t) {
            return names_document(r.slice(t.begin, t.end));
        });
        if (!document && looks_like_name(r, line, tokens)) {
            const auto product = [&](const Mention& m) {
                if (m.first_token < first || m.first_token >= end) return false;
                const ontology::Kind kind = catalog.kind(m.skill);
                return kind == ontology::Kind::tool || kind == ontology::Kind::programming_language;
            };
            std::vector<text::Token> others;
            for (std::uint32_t t = first; t < end; ++t) {
                const bool covered =
                    std::any_of(found.mentions.begin(), found.mentions.end(), [&](const Mention& m) {
                        return product(m) && t >= m.first_token && t < m.first_token + m.token_count;
                    });
                if (!covered && !particle(r.word(t))) others.push_back(r.tokens[t]);
            }
            const std::string_view opening = r.slice(tokens.front().begin, tokens.front().end);
            if (names_person(opening, others, r) || (!others.empty() && !names_work(others, catalog)))
                std::erase_if(found.mentions, product);
            return;
        }
        first = end;
    }
}

}  // namespace headway::career
