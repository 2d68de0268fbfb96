// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/others.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/hash.hpp"
#include "text/tokens.hpp"

namespace headway::career {
namespace {

constexpr std::uint32_t reach_ahead = 3;   // tokens from a field to the people of it
constexpr std::uint32_t reach_behind = 8;  // tokens back to the word that joins them with one

template <std::size_t n>
bool among(const std::array<std::uint64_t, n>& words, const text::Token& word) {
    return std::find(words.begin(), words.end(), word.key) != words.end();
}

bool unit(const text::Token& word) {
    constexpr std::array units = {hash64("team"),        hash64("department"),  hash64("colleague"),
                                  hash64("stakeholder"), hash64("group"),       hash64("unit"),
                                  hash64("partner"),     hash64("counterpart"), hash64("personnel")};
    return among(units, word);
}

bool joins_with(const text::Token& word) {
    constexpr std::array words = {hash64("with"), hash64("alongside"), hash64("between"), hash64("across")};
    return among(words, word);
}

/// Words at which the people end, or by which a field is one's own work again.
bool ends(const text::Token& word) {
    constexpr std::array words = {
        hash64("in"),        hash64("of"),       hash64("to"),       hash64("for"),
        hash64("on"),        hash64("by"),       hash64("at"),       hash64("from"),
        hash64("as"),        hash64("that"),     hash64("which"),    hash64("who"),
        hash64("is"),        hash64("are"),      hash64("will"),     hash64("using"),
        hash64("managing"),  hash64("leading"),  hash64("building"), hash64("running"),
        hash64("coaching"),  hash64("training"), hash64("growing"),  hash64("developing"),
        hash64("experience")};
    return among(words, word);
}

/// "… teams" behind the field and "with …" before it.
bool works_with(const Reading& r, std::uint32_t first, std::uint32_t end) {
    const std::uint32_t sentence = r.sentence_of[first];
    bool people = false;
    for (std::uint32_t t = end; t < r.tokens.size() && t < end + reach_ahead; ++t) {
        if (r.sentence_of[t] != sentence || ends(r.tokens[t]) || joins_with(r.tokens[t]) ||
            r.between(t - 1).find_first_of(".;:(") != std::string_view::npos)
            return false;
        people = unit(r.tokens[t]);
        if (people) break;
    }
    if (!people) return false;
    for (std::uint32_t t = first, steps = 0; t > 0 && steps < reach_behind; --t, ++steps) {
        if (r.sentence_of[t - 1] != sentence || ends(r.tokens[t - 1]) ||
            r.between(t - 1).find_first_of(".;:(") != std::string_view::npos)
            return false;
        if (joins_with(r.tokens[t - 1])) return true;
    }
    return false;
}

/// "A team of curious problem solvers": several people who do something.
bool makes_up_a_team(const Reading& r, std::uint32_t first, std::uint32_t last) {
    constexpr std::array teams = {hash64("team"), hash64("group"), hash64("community"), hash64("network")};
    const std::string_view word = r.word(last);
    if (r.tokens[last].key == r.tokens[last].exact) return false;
    if (!word.ends_with("ers") && !word.ends_with("ors") && !word.ends_with("ists")) return false;
    const std::uint32_t sentence = r.sentence_of[first];
    for (std::uint32_t t = first, steps = 0; t > 1 && steps < reach_behind; --t, ++steps) {
        if (r.sentence_of[t - 2] != sentence) return false;
        if (r.tokens[t - 1].key == hash64("of") && among(teams, r.tokens[t - 2])) {
            constexpr std::array heads = {hash64("lead"),    hash64("leading"),  hash64("manage"),
                                          hash64("manager"), hash64("managing"), hash64("supervise")};
            const std::uint32_t from = t - 2 > 4 ? t - 2 - 4 : 0;
            for (std::uint32_t k = from; k < t - 2; ++k)
                if (r.sentence_of[k] == sentence && among(heads, r.tokens[k])) return false;
            return true;
        }
    }
    return false;
}

/// "Present findings to senior leadership": those who lead, not that one leads.
bool those_above(const Reading& r, std::uint32_t first, std::uint32_t length) {
    if (length != 1 ||
        (r.tokens[first].key != hash64("leadership") && r.tokens[first].key != hash64("management")))
        return false;
    constexpr std::array ranks = {hash64("senior"),  hash64("executive"), hash64("upper"), hash64("top"),
                                  hash64("company"), hash64("the"),       hash64("our"),   hash64("their")};
    constexpr std::array ways = {hash64("to"), hash64("with"), hash64("from"), hash64("by")};
    constexpr std::array speaks = {
        hash64("report"),    hash64("present"),     hash64("communicate"), hash64("escalate"),
        hash64("finding"),   hash64("result"),      hash64("update"),      hash64("insight"),
        hash64("explain"),   hash64("partner"),     hash64("liaise"),      hash64("recommendation"),
        hash64("work"),      hash64("collaborate"), hash64("explained"),   hash64("reported"),
        hash64("presented"), hash64("reporting"),   hash64("presenting")};
    const std::uint32_t sentence = r.sentence_of[first];
    const auto before = [&](std::uint32_t t) { return t > 0 && r.sentence_of[t - 1] == sentence; };
    std::uint32_t t = first;
    while (before(t) && first - t < 3 && among(ranks, r.tokens[t - 1])) --t;
    if (!before(t) || !among(ways, r.tokens[t - 1])) return false;
    for (std::uint32_t steps = 0; before(t) && steps < reach_behind; --t, ++steps)
        if (among(speaks, r.tokens[t - 1])) return true;
    return false;
}

}  // namespace

bool of_other_people(const Reading& r, std::uint32_t first, std::uint32_t length) {
    return works_with(r, first, first + length) || makes_up_a_team(r, first, first + length - 1) ||
           those_above(r, first, length);
}

}  // namespace headway::career
