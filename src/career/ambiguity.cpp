// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/ambiguity.hpp"

#include <algorithm>

#include "base/hash.hpp"
#include "career/trade.hpp"

namespace headway::career {
namespace {

constexpr std::uint32_t context_reach = 40;  // tokens to either side
constexpr std::uint32_t trade_reach = 12;

template <class P>
std::span<const P> within(std::span<const P> places, std::uint32_t token, std::uint32_t reach) {
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

Surroundings::Surroundings(const Reading& reading, const ontology::Catalog& catalog, const Places& places)
    : r_(reading), catalog_(catalog), places_(places) {
    avoided_.reserve(places.avoids.size());
    for (const Place& p : places.avoids) avoided_.push_back(p.skill);
    std::sort(avoided_.begin(), avoided_.end());
    avoided_.erase(std::unique(avoided_.begin(), avoided_.end()), avoided_.end());
}

bool Surroundings::capitals_fit(const text::PhraseMatch& match) const {
    // "Strong Excel skills": a capital that no sentence asks for says that the first word is a name.
    const text::Token& first = r_.tokens[match.first];
    if (match.length > 1 && first.upper_first && !first.after_stop && !first.line_start) return true;
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

int Surroundings::context_of(const text::PhraseMatch& match, ontology::SkillId skill) const {
    const int all = count(places_.contexts, skill, match.first, context_reach);
    // A name that is listed as a context word of its own skill does not speak for itself.
    return all == 0 || match.length > 1 ? all : all - count(places_.contexts, skill, match.first, 0);
}

bool Surroundings::item(std::uint32_t first, std::uint32_t length) const {
    constexpr std::string_view separators = ",/|;:()[]&\t";
    const std::uint32_t sentence = r_.sentence_of[first];
    const auto joint = [&](std::uint32_t token) {
        return r_.tokens[token].key == hash64("and") || r_.tokens[token].key == hash64("or");
    };
    const bool opens = first == 0 || r_.sentence_of[first - 1] != sentence ||
                       r_.between(first - 1).find_first_of(separators) != std::string_view::npos ||
                       joint(first - 1);
    const std::uint32_t end = first + length;
    return opens && (end >= r_.tokens.size() || r_.sentence_of[end] != sentence ||
                     r_.between(end - 1).find_first_of(separators) != std::string_view::npos || joint(end));
}

bool Surroundings::joined(const NamedPlace& place, const text::PhraseMatch& match) const {
    if (r_.sentence_of[place.token] != r_.sentence_of[match.first]) return false;
    const bool before = place.token < match.first;
    const std::uint32_t from = before ? place.token + place.length : match.first + match.length;
    const std::uint32_t until = before ? match.first : place.token;
    if (until < from) return false;
    if (until == from && r_.between(until - 1).find_first_of(",/&|+;") != std::string_view::npos) return true;
    if (until == from + 1 && (r_.tokens[from].key == hash64("and") || r_.tokens[from].key == hash64("or")))
        return true;
    return item(match.first, match.length) && item(place.token, place.length);
}

int Surroundings::trade_neighbours(ontology::SkillId skill, const text::PhraseMatch& match) const {
    if (!product(catalog_.kind(skill))) return 0;
    // Ambiguous names vouch for each other: at once where two of one trade are listed together, else two of
    // them for one clear name.
    int full = 0;
    int half = 0;
    const auto vouch = [&](const NamedPlace& p, bool clear) {
        if (p.skill == skill || !product(catalog_.kind(p.skill))) return;
        const bool listed = joined(p, match);
        const bool related = (!listed || !clear) && same_trade(catalog_, p.skill, skill);
        if (clear ? listed || related : listed && related) {
            ++full;
        } else if (listed || related) {
            ++half;
        }
    };
    for (const NamedPlace& p : within(places_.clear, match.first, trade_reach)) vouch(p, true);
    for (const NamedPlace& p : within(places_.likely, match.first, trade_reach)) vouch(p, false);
    return full + half / 2;
}

bool Surroundings::worked_with(const text::PhraseMatch& match) const {
    if (match.first == 0 || r_.tokens[match.first].after_stop || r_.tokens[match.first].line_start)
        return false;
    const std::uint64_t lead = r_.tokens[match.first - 1].key;
    if (r_.between(match.first - 1) != " ") return false;
    if (lead == hash64("using") || lead == hash64("via")) return true;
    if (lead != hash64("in") && lead != hash64("with") && lead != hash64("on")) return false;
    const text::Token& token = r_.tokens[match.first];
    if (token.upper_all && token.end - token.begin > 2) return true;
    // A word that is only written big may be a place or a person: it stands in a list of what was done, or
    // somebody did something in it, and no second name follows.
    const std::uint32_t next = match.first + match.length;
    if (next < r_.tokens.size() && r_.tokens[next].upper_first && r_.between(next - 1) == " ") return false;
    if (r_.sentences[r_.sentence_of[match.first]].bullet) return true;
    const auto cues = r_.cues_in(r_.sentence_of[match.first]);
    return std::any_of(cues.begin(), cues.end(), [&](const CueMatch& c) {
        return c.first < match.first && (c.cue == Cue::built || c.cue == Cue::used);
    });
}

/// "Statistical process control (SPC)": the short name of what the text names in full.
bool Surroundings::named_elsewhere(ontology::SkillId skill, std::uint32_t token) const {
    return std::any_of(places_.clear.begin(), places_.clear.end(), [&](const NamedPlace& p) {
        return p.skill == skill && p.token != token && p.length > 1;
    });
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
    const auto named = [&](std::span<const NamedPlace> places) {
        const auto near = within(places, match.first, trade_reach);
        return std::count_if(near.begin(), near.end(),
                             [&](const NamedPlace& p) { return r_.line_of[p.token] == line; });
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
    if (in_list(match) || trade_neighbours(skill, match) > 0) return false;
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
    const bool avoided = std::binary_search(avoided_.begin(), avoided_.end(), entry.skill);
    const int against = avoided ? count(places_.avoids, entry.skill, match.first, context_reach) : 0;
    // "Excel at sums": the name itself begins what speaks against it.
    if (against > 0 && count(places_.plain, entry.skill, match.first, 0) > 0) return 0;
    const bool clear = entry.ambiguous == 0;
    const int support = clear && against == 0 ? 0 : context_of(match, entry.skill);
    if (clear) {
        if (against > support) return 0;
        return entry.strict != 0 && match.length == 1 && stray_word(match, entry.skill) ? 0.4F : 1;
    }
    if (against > support) return 0;
    const int neighbours = trade_neighbours(entry.skill, match);
    if (support > 0 && (capitals || neighbours > 0)) return 0.95F;
    if (support > 0 && (support > 1 || match.length > 1 || in_list(match))) return 0.8F;
    // The name of an area is written small; "experience in testing" or a word of its trade nearby is enough.
    if (!product(catalog_.kind(entry.skill)) && entry.capital < 2 && (support > 0 || after_asking(match)))
        return 0.7F;
    if (!capitals) return neighbours >= 2 && in_list(match) ? 0.6F : 0;
    if (neighbours >= 2) return 0.9F;
    if (in_list(match)) return neighbours >= 1 ? 0.85F : 0.8F;
    if (neighbours == 1) return 0.7F;
    if (match.length == 1 && named_elsewhere(entry.skill, match.first)) return 0.9F;
    if (product(catalog_.kind(entry.skill)) && worked_with(match)) return 0.6F;
    // A capital in the middle of a sentence says that it is a name.
    return r_.tokens[match.first].after_stop || match.length == 1 ? 0.3F : 0.55F;
}

}  // namespace headway::career
