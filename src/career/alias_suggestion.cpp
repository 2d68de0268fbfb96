// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/alias_suggestion.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <set>

#include "text/fuzzy.hpp"

namespace headway::career {
namespace {

// How often such likenesses are meant, by judgement: the person is asked either way.
constexpr double by_number = 0.9;
constexpr double by_three_initials = 0.75;
constexpr double by_two_initials = 0.5;
constexpr double by_typing_error = 0.6;

constexpr std::size_t most_initials = 6;
constexpr std::size_t shortest_misspelt = 6;  ///< Bytes; shorter words are too often other words.
constexpr std::size_t shortest_twice_misspelt = 10;

/// A skill's name, ready to be compared.
struct Name {
    SkillId skill = ontology::none;
    std::string_view shown;
    std::string initials;  ///< Of its words but the small ones; empty for one word.
    std::string word;      ///< Its only word in normal form; empty for several.
};

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

bool is_small(std::string_view word) {
    return word == "and" || word == "of" || word == "the" || word == "for" || word == "in" || word == "to" ||
           word == "&" || word == "a" || word == "with";
}

Name name_of(SkillId skill, const ontology::Catalog& catalog) {
    Name out{skill, catalog.name(skill), {}, {}};
    const std::string_view plain = out.shown.substr(0, out.shown.find(" ("));
    const auto tokens = text::tokenize(plain);
    for (const text::Token& t : tokens) {
        const std::string word = text::normal_form(plain.substr(t.begin, t.end - t.begin));
        if (!word.empty() && !is_small(word)) out.initials += word.front();
    }
    if (tokens.size() == 1) {
        out.initials.clear();
        out.word = text::normal_form(plain.substr(tokens[0].begin, tokens[0].end - tokens[0].begin));
    }
    return out;
}

/// "k8s" of "kubernetes", "i18n" of "internationalization": first letter, how many are left out, last letter.
bool is_numeronym(std::string_view word, std::string_view name) {
    if (word.size() < 3 || name.size() < 5 || word.front() != name.front() || word.back() != name.back())
        return false;
    std::size_t left_out = 0;
    const char* end = word.data() + word.size() - 1;
    const auto [stop, error] = std::from_chars(word.data() + 1, end, left_out);
    return error == std::errc() && stop == end && left_out + 2 == name.size();
}

struct Likeness {
    double certainty = 0;
    std::string because;
};

Likeness compare(std::string_view word, const text::Token& token, const Name& name) {
    const std::string folded = lower(word);
    if (!name.word.empty() && is_numeronym(folded, name.word))
        return {by_number, fmt::format("The number stands for the letters left out of {}.", name.shown)};
    const bool initials =
        token.upper_all && folded.size() >= 2 && folded.size() <= most_initials && folded == name.initials;
    if (initials)
        return {folded.size() > 2 ? by_three_initials : by_two_initials,
                fmt::format("The letters begin the words of {}.", name.shown)};
    if (name.word.size() < shortest_misspelt || folded.size() < shortest_misspelt) return {};
    const std::uint32_t allowed = name.word.size() >= shortest_twice_misspelt ? 2 : 1;
    const std::string normal = text::normal_form(word);
    if (normal != name.word && normal.front() == name.word.front() &&
        text::EditDistance(name.word).to(normal, allowed) <= allowed)
        return {by_typing_error, fmt::format("It is written almost like {}.", name.shown)};
    return {};
}

/// Tokens that belong to no mention and to no link.
std::vector<std::uint32_t> free_tokens(const Reading& reading, const Found& found) {
    std::vector<bool> taken(reading.tokens.size());
    for (const Mention& m : found.mentions) {
        for (std::uint32_t i = 0; i < m.token_count; ++i) taken[m.first_token + i] = true;
    }
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < reading.tokens.size(); ++i) {
        const text::Token& t = reading.tokens[i];
        if (!taken[i] && !t.in_link && t.end - t.begin >= 2) out.push_back(i);
    }
    return out;
}

std::vector<Name> names_of(std::span<const SkillId> relevant, const Found& found,
                           const ontology::Catalog& catalog) {
    std::set<SkillId> named;
    for (const Mention& m : found.mentions) named.insert(m.skill);
    std::set<SkillId> wanted(relevant.begin(), relevant.end());
    std::vector<Name> out;
    for (const SkillId s : wanted) {
        if (s != ontology::none && !named.contains(s)) out.push_back(name_of(s, catalog));
    }
    return out;
}

}  // namespace

std::vector<AliasSuggestion> suggest_aliases(const Reading& reading, const PageStarts& pages,
                                             const Found& found, std::span<const SkillId> relevant,
                                             const ontology::Catalog& catalog) {
    const std::vector<Name> names = names_of(relevant, found, catalog);
    std::set<std::pair<std::string, SkillId>> seen;
    std::vector<AliasSuggestion> out;
    for (const std::uint32_t i : free_tokens(reading, found)) {
        const std::string_view word = reading.word(i);
        for (const Name& name : names) {
            Likeness like = compare(word, reading.tokens[i], name);
            if (like.certainty == 0 || !seen.emplace(lower(word), name.skill).second) continue;
            out.push_back({name.skill, like.certainty, std::move(like.because),
                           make_evidence(reading, pages, i, 1, Shows::named, like.certainty)});
        }
    }
    std::ranges::stable_sort(out, std::ranges::greater(), &AliasSuggestion::certainty);
    return out;
}

}  // namespace headway::career
