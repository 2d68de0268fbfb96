// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/lettered_paper.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "career/level.hpp"
#include "career/stance.hpp"
#include "text/tokens.hpp"
#include "text/utf8.hpp"

namespace headway::career {
namespace {

constexpr std::size_t fewest_letters = 3;
constexpr std::size_t most_letters = 6;

/// Letters and the tokens that show them.
struct Lettered {
    std::string letters;
    std::uint32_t first = 0, count = 0;
};

bool is_small_word(std::string_view word) {
    constexpr auto words =
        std::to_array<std::string_view>({"of", "for", "and", "the", "in", "on", "to", "&"});
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

std::string_view word_at(std::string_view text, const text::Token& t) {
    return text.substr(t.begin, t.end - t.begin);
}

bool is_letters(std::string_view word) {
    return word.size() >= fewest_letters && word.size() <= most_letters &&
           std::all_of(word.begin(), word.end(), is_capital);
}

/// Whether only blanks part a token from the next one.
bool joined(std::string_view text, std::span<const text::Token> tokens, std::uint32_t t) {
    const std::string_view gap = text.substr(tokens[t].end, tokens[t + 1].begin - tokens[t].end);
    return gap.find_first_not_of(" \n") == std::string_view::npos || gap == " & ";
}

/// The run of capitalised words that begins with token t, with small words between: its initials, so many at
/// most.
std::optional<Lettered> initials_at(std::string_view text, std::span<const text::Token> tokens,
                                    std::uint32_t t, std::size_t most = most_letters) {
    Lettered out{"", t, 0};
    for (std::uint32_t at = t; at < tokens.size() && out.letters.size() < most; ++at) {
        const std::string_view word = word_at(text, tokens[at]);
        const bool name = word.size() >= 2 && is_capital(word[0]) && !is_capital(word[1]);
        if (!name && (at == t || !is_small_word(word))) break;
        if (name) {
            out.letters += word[0];
            out.count = at + 1 - t;
        }
        if (at + 1 == tokens.size() || !joined(text, tokens, at)) break;
    }
    if (out.letters.size() < fewest_letters) return std::nullopt;
    return out;
}

/// Words that make a paper of the letters beside them.
bool is_paper_word(std::string_view folded) {
    constexpr auto words = std::to_array<std::string_view>(
        {"qualification", "qualifications", "qualified", "registration", "registered", "certificate",
         "certification", "certified", "licence", "license", "licensed", "membership", "member",
         "accreditation", "accredited", "chartered", "fellow", "fellowship"});
    return std::find(words.begin(), words.end(), folded) != words.end();
}

/// Words beside them that say no more.
bool is_filler(std::string_view folded) {
    constexpr auto words = std::to_array<std::string_view>(
        {"status",   "number", "current", "valid",      "full",         "active",     "essential",
         "required", "holder", "holding", "equivalent", "professional", "recognised", "recognized",
         "with",     "a",      "an",      "and",        "or",           "the",        "of",
         "by",       "be",     "must",    "you",        "are",          "your",       "have",
         "hold",     "in",     "from"});
    return std::find(words.begin(), words.end(), folded) != words.end();
}

/// One paper that is asked for. Its full name is met by its letters, and its letters by either.
struct Paper {
    std::string letters;
    bool in_full = false;
};

/// What the requirement asks for by letters; empty when it says anything else, or not that it is a paper.
struct Wanted {
    std::vector<Paper> papers;
    bool either = false;
};

Wanted wanted_of(std::string_view name) {
    const std::vector<text::Token> tokens = text::tokenize(name);
    Wanted out;
    bool says_paper = false;
    for (std::uint32_t t = 0; t < tokens.size();) {
        const std::string_view word = word_at(name, tokens[t]);
        const std::string folded = text::fold(word);
        const bool known = is_paper_word(folded) || is_filler(folded);
        says_paper |= is_paper_word(folded);
        if (is_letters(word)) {
            out.papers.push_back({std::string(word), false});
        } else if (const auto run = initials_at(name, tokens, t); run && !known) {
            out.papers.push_back({run->letters, true});
            t += run->count;
            continue;
        } else if (!known) {
            return {};
        }
        out.either |= folded == "or";
        ++t;
    }
    return says_paper ? out : Wanted{};
}

/// Whether a sentence speaks of papers: many names share their initials with one.
bool tells_papers(const Reading& r, std::uint32_t sentence) {
    if (r.section(sentence) == Section::certificates || r.section(sentence) == Section::education)
        return true;
    const auto [first, end] = r.tokens_of(sentence);
    for (std::uint32_t t = first; t < end; ++t) {
        if (is_paper_word(text::fold(r.word(t)))) return true;
    }
    return false;
}

/// Where the résumé shows the paper as its own.
std::optional<Lettered> shown(const Resume& resume, const Paper& paper) {
    const Reading& r = resume.reading;
    for (std::uint32_t t = 0; t < r.tokens.size(); ++t) {
        if (!r.tokens[t].upper_first || r.sentence_of[t] == Reading::no_sentence) continue;
        Lettered here{paper.letters, t, 1};
        if (r.word(t) != paper.letters) {
            if (paper.in_full || r.word(t)[0] != paper.letters[0]) continue;
            const auto run = initials_at(r.text, r.tokens, t, paper.letters.size());
            if (!run || run->letters != paper.letters || !tells_papers(r, r.sentence_of[t])) continue;
            here = *run;
        }
        if (stance_at(r, resume.found.mentions, here.first, here.count) == Stance::stated) return here;
    }
    return std::nullopt;
}

}  // namespace

Backing find_lettered_paper(const Resume& resume, const Requirement& requirement) {
    Backing out;
    const Wanted wanted = wanted_of(requirement.name);
    if (wanted.papers.empty()) return out;
    std::size_t found = 0;
    for (const Paper& paper : wanted.papers) {
        const auto at = shown(resume, paper);
        if (!at) continue;
        ++found;
        out.evidence.push_back(
            make_evidence(resume.reading, resume.pages, at->first, at->count, Shows::named, 1));
    }
    if (found == 0) return out;
    out.support = Support::named;
    out.certainty =
        wanted.either ? 1 : static_cast<double>(found) / static_cast<double>(wanted.papers.size());
    out.level = unknown_level(ontology::Kind::certificate, "Stated in the résumé: one has it or not.");
    return out;
}

}  // namespace headway::career
