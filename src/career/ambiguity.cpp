// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/ambiguity.hpp"

#include <algorithm>

namespace headway::career {
namespace {

constexpr std::uint32_t context_reach = 40;  // tokens to either side
constexpr std::uint32_t trade_reach = 12;

std::span<const Place> within(std::span<const Place> places, std::uint32_t token, std::uint32_t reach) {
    const auto from = token > reach ? token - reach : 0;
    const auto first = std::lower_bound(places.begin(), places.end(), from,
                                        [](const Place& p, std::uint32_t t) { return p.token < t; });
    const auto last = std::upper_bound(first, places.end(), token + reach,
                                       [](std::uint32_t t, const Place& p) { return t < p.token; });
    return {first, last};
}

bool product(ontology::Kind kind) {
    return kind == ontology::Kind::tool || kind == ontology::Kind::programming_language;
}

}  // namespace

bool Surroundings::capitals_fit(const text::PhraseMatch& match) const {
    for (std::uint32_t t = match.first; t < match.first + match.length; ++t) {
        const text::Token& token = r_.tokens[t];
        if (!token.upper_first && !token.digit_first) return false;
    }
    return true;
}

int Surroundings::count(std::span<const Place> places, ontology::SkillId skill, std::uint32_t token,
                        std::uint32_t reach) const {
    const auto near = within(places, token, reach);
    return static_cast<int>(
        std::count_if(near.begin(), near.end(), [&](const Place& p) { return p.skill == skill; }));
}

int Surroundings::trade_neighbours(ontology::SkillId skill, std::uint32_t token) const {
    if (!product(catalog_.kind(skill))) return 0;
    int n = 0;
    for (const Place& p : within(places_.clear, token, trade_reach)) {
        if (p.skill != skill && product(catalog_.kind(p.skill))) ++n;
    }
    // Ambiguous names in a row vouch for each other, two of them for one clear name.
    int likely = 0;
    for (const Place& p : within(places_.likely, token, trade_reach)) {
        if (p.skill != skill && product(catalog_.kind(p.skill))) ++likely;
    }
    return n + likely / 2;
}

bool Surroundings::after_asking(const text::PhraseMatch& match) const {
    const auto cues = r_.cues_in(r_.sentence_of[match.first]);
    return std::any_of(cues.begin(), cues.end(), [&](const CueMatch& c) {
        return c.cue >= Cue::basic && c.cue <= Cue::asks && c.first + c.length == match.first &&
               c.cue != Cue::examples;
    });
}

bool Surroundings::in_tag_line(const text::PhraseMatch& match) const {
    const std::uint32_t line = r_.line_of[match.first];
    if (r_.line_sections[line] != Section::skills) return false;
    const std::string_view s = r_.slice(r_.lines[line].begin, r_.lines[line].end);
    if (s.find_first_of(",;:.!?") != std::string_view::npos && s.find(". ") != std::string_view::npos)
        return false;
    const auto named = [&](std::span<const Place> places) {
        const auto near = within(places, match.first, trade_reach);
        return std::count_if(near.begin(), near.end(),
                             [&](const Place& p) { return r_.line_of[p.token] == line; });
    };
    return named(places_.clear) + named(places_.likely) >= 2;
}

bool Surroundings::in_list(const text::PhraseMatch& match) const {
    if (in_tag_line(match)) return true;
    const Section section = r_.line_sections[r_.line_of[match.first]];
    const bool listing = section == Section::skills || section == Section::requirements ||
                         section == Section::nice_to_have || section == Section::certificates;
    // Between list separators on both sides: ", Go," or a line of its own.
    const std::uint32_t last = match.first + match.length - 1;
    if (listing && r_.tokens[match.first].line_start &&
        (last + 1 >= r_.tokens.size() || r_.tokens[last + 1].line_start)) {
        return true;  // a line of its own
    }
    const bool after_level = after_asking(match);
    const bool left =
        after_level || r_.tokens[match.first].line_start ||
        (match.first > 0 && r_.between(match.first - 1).find_first_of(",/|;:(\t") != std::string_view::npos);
    const bool right = last + 1 >= r_.tokens.size() || r_.tokens[last + 1].line_start ||
                       r_.between(last).find_first_of(",/|;.():\t") != std::string_view::npos;
    if (after_level && right) return true;
    return left && right && (section == Section::skills || (listing && !r_.tokens[match.first].line_start));
}

/// A one-word product name in lower case, alone among words of no trade: more likely a plain word.
bool Surroundings::stray_word(const text::PhraseMatch& match, ontology::SkillId skill) const {
    const text::Token& token = r_.tokens[match.first];
    if (token.upper_first || token.digit_first || !product(catalog_.kind(skill))) return false;
    if (in_list(match) || trade_neighbours(skill, match.first) > 0) return false;
    const auto cues = r_.cues_in(r_.sentence_of[match.first]);
    return std::none_of(cues.begin(), cues.end(), [&](const CueMatch& c) {
        return c.cue == Cue::asks || (c.cue >= Cue::basic && c.cue <= Cue::advanced) || c.cue == Cue::built ||
               c.cue == Cue::used;
    });
}

float Surroundings::confidence(const text::PhraseMatch& match, const ontology::PhraseEntry& entry) const {
    const bool capitals = capitals_fit(match);
    if (entry.capital != 0 && !capitals) return 0;
    if (entry.capital == 2 && !r_.tokens[match.first].upper_all) return 0;
    const int against = count(places_.avoids, entry.skill, match.first, context_reach);
    const bool clear = entry.ambiguous == 0;
    const int support =
        clear && against == 0 ? 0 : count(places_.contexts, entry.skill, match.first, context_reach);
    if (clear) {
        if (against > support) return 0;
        return entry.strict != 0 && match.length == 1 && stray_word(match, entry.skill) ? 0.4F : 1;
    }
    if (against > support) return 0;
    const int neighbours = trade_neighbours(entry.skill, match.first);
    if (support > 0 && (capitals || neighbours > 0)) return 0.95F;
    if (support > 0 && (support > 1 || match.length > 1 || in_list(match))) return 0.8F;
    // The name of an area is written small; "experience in testing" or a word of its trade nearby is enough.
    if (!product(catalog_.kind(entry.skill)) && entry.capital < 2 && (support > 0 || after_asking(match)))
        return 0.7F;
    if (!capitals) return neighbours >= 2 && in_list(match) ? 0.6F : 0;
    if (neighbours >= 2) return 0.9F;
    if (in_list(match)) return neighbours >= 1 ? 0.85F : 0.8F;
    if (neighbours == 1) return 0.7F;
    // A capital in the middle of a sentence says that it is a name.
    return r_.tokens[match.first].after_stop || match.length == 1 ? 0.3F : 0.55F;
}

}  // namespace headway::career
