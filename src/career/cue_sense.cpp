// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/cue_sense.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "text/tokens.hpp"

namespace headway::career {
namespace {

template <std::size_t n>
bool among(const std::array<std::string_view, n>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), text::normal_form(word)) != words.end();
}

bool dash(std::string_view gap) {
    return gap.find("–") != std::string_view::npos || gap.find("—") != std::string_view::npos ||
           gap.find(" - ") != std::string_view::npos;
}

/// Stands for what lies outside a sentence.
constexpr std::string_view edge = "\f";

/// What stands between a token and its neighbour before it or behind it in the sentence.
std::string_view gap_before(const Reading& r, std::uint32_t token) {
    const bool outside = token == 0 || r.sentence_of[token - 1] != r.sentence_of[token];
    return outside ? edge : r.between(token - 1);
}
std::string_view gap_after(const Reading& r, std::uint32_t token) {
    const bool outside = token + 1 >= r.tokens.size() || r.sentence_of[token + 1] != r.sentence_of[token];
    return outside ? edge : r.between(token);
}

bool hyphen(std::string_view gap) {
    return gap == "-" || gap == "\u2010" || gap == "\u2011";
}

/// The mention that holds a token, nullptr when none does.
const Mention* mention_at(std::span<const Mention> named, std::uint32_t token) {
    const auto after = std::upper_bound(named.begin(), named.end(), token,
                                        [](std::uint32_t t, const Mention& m) { return t < m.first_token; });
    if (after == named.begin()) return nullptr;
    const Mention& m = *std::prev(after);
    return token < m.first_token + m.token_count ? &m : nullptr;
}

/// A word that makes a verb of "learning": "am learning", "started learning".
bool begins_action(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>(
        {"am",        "i'm",       "is",    "are",      "be",      "been",      "was",       "still",
         "currently", "now",       "also",  "start",    "started", "starting",  "begin",     "began",
         "begun",     "beginning", "keep",  "kept",     "keeping", "continue",  "continued", "continuing",
         "busy",      "spend",     "spent", "spending", "just",    "presently", "actively"});
    return among(words, word);
}

/// "Learning Rust": with an object that is a mention, a few words away at most.
bool has_named_object(const Reading& r, std::span<const Mention> named, std::uint32_t token) {
    for (std::uint32_t t = token; t < token + 4 && t < r.tokens.size(); ++t) {
        const std::string_view gap = gap_before(r, t);
        if (gap.find_first_not_of(" \n") != std::string_view::npos) return false;
        if (mention_at(named, t) != nullptr) return true;
        constexpr auto leads =
            std::to_array<std::string_view>({"the", "a", "an", "to", "how", "use", "about", "more", "some",
                                             "my", "new", "of", "basic", "bit", "from"});
        if (!among(leads, r.word(t))) return false;
    }
    return false;
}

/// "Seeking a role in which …", but not "seeking leads".
bool seeks_work(const Reading& r, std::uint32_t token) {
    constexpr auto work = std::to_array<std::string_view>(
        {"position", "role", "job", "opportunity", "work", "employment", "career", "challenge", "internship",
         "apprenticeship", "placement", "traineeship", "contract", "engagement", "chance", "something",
         "entry"});
    constexpr auto ends = std::to_array<std::string_view>({"with", "in", "for", "to", "at", "on", "using"});
    for (std::uint32_t t = token; t < token + 6 && t < r.tokens.size(); ++t) {
        if (r.sentence_of[t] != r.sentence_of[token] || among(ends, r.word(t))) return false;
        if (among(work, r.word(t))) return true;
    }
    return false;
}

/// A time to come, or the end that is awaited: "in May", "2027", "next year", "graduation".
bool tells_when(const Reading& r, std::uint32_t token) {
    constexpr auto leads =
        std::to_array<std::string_view>({"in", "by", "for", "on", "until", "from", "to", "this", "next",
                                         "early", "late", "mid", "end", "of", "the"});
    constexpr auto times = std::to_array<std::string_view>(
        {"january",    "february",   "march",   "april",    "may",      "june",        "july",
         "august",     "september",  "october", "november", "december", "jan",         "feb",
         "mar",        "apr",        "jun",     "jul",      "aug",      "sep",         "sept",
         "oct",        "nov",        "dec",     "spring",   "summer",   "autumn",      "fall",
         "winter",     "year",       "month",   "week",     "quarter",  "term",        "semester",
         "completion", "graduation", "finish",  "date",     "exam",     "examination", "q"});
    for (std::uint32_t t = token; t < token + 4 && t < r.tokens.size(); ++t) {
        if (r.sentence_of[t] != r.sentence_of[token]) return false;
        const std::string_view word = r.word(t);
        if (among(times, word)) return true;
        if (word.size() == 4 && word.starts_with("20")) return true;
        if (!among(leads, word)) return false;
    }
    return false;
}

/// "CPA, expected in May", "Planned: CPA", "CPA (planned)"; but not "planned production" or "as expected".
bool awaits(const Reading& r, std::span<const Mention> named, const CueMatch& c) {
    const std::uint32_t last = c.first + c.length - 1;
    const std::string_view behind = gap_after(r, last);
    const bool starts = gap_before(r, c.first) == edge;
    if (!starts) {
        constexpr auto compare = std::to_array<std::string_view>({"as", "than", "a", "the"});
        if (among(compare, r.word(c.first - 1))) return false;
    }
    if (behind != edge && behind.find_first_of(",.)]:") == std::string_view::npos && tells_when(r, last + 1))
        return true;
    if (behind.find(':') != std::string_view::npos) return opens(r, c);
    if (starts) return dash(behind);
    if (behind.find(',') != std::string_view::npos) return mention_at(named, c.first - 1) != nullptr;
    return dash(behind) || behind.find_first_of(")].;|\f") != std::string_view::npos;
}

/// "Certificate in progress", "Rust (in progress)", "In progress: Rust"; but not "work in progress".
bool under_way(const Reading& r, std::span<const Mention> named, const CueMatch& c) {
    const std::string_view behind = gap_after(r, c.first + c.length - 1);
    if (opens(r, c) && (behind.find(':') != std::string_view::npos || dash(behind))) return true;
    const std::string_view before = gap_before(r, c.first);
    if (before == edge) return false;
    if (dash(before) || before.find_first_of("([:|;") != std::string_view::npos) return true;
    if (mention_at(named, c.first - 1) != nullptr) return true;
    constexpr auto studies = std::to_array<std::string_view>(
        {"certificate", "certification", "degree",   "diploma", "licence", "license",    "bachelor",
         "master",      "doctorate",     "phd",      "msc",     "bsc",     "mba",        "course",
         "exam",        "study",         "training", "thesis",  "module",  "coursework", "apprenticeship"});
    for (std::uint32_t t = c.first;
         t > 0 && c.first - t < 6 && r.sentence_of[t - 1] == r.sentence_of[c.first]; --t) {
        if (among(studies, r.word(t - 1))) return true;
    }
    return false;
}

}  // namespace

bool opens(const Reading& r, const CueMatch& c) {
    return gap_before(r, c.first).find_first_of("\f,:;(") != std::string_view::npos ||
           dash(gap_before(r, c.first));
}

bool acts(const Reading& r, std::span<const Mention> named, const CueMatch& c) {
    const std::uint32_t last = c.first + c.length - 1;
    if (hyphen(gap_before(r, c.first)) || hyphen(gap_after(r, last))) return false;
    const Mention* around = mention_at(named, c.first);
    if (around != nullptr && last < around->first_token + around->token_count) return false;
    switch (c.cue) {
        case Cue::learning:
            if (gap_before(r, c.first).find_first_not_of(" \n") == std::string_view::npos &&
                begins_action(r.word(c.first - 1)))
                return true;
            return opens(r, c) && has_named_object(r, named, last + 1);
        case Cue::searching:
            return last + 1 < r.tokens.size() && r.sentence_of[last + 1] == r.sentence_of[last] &&
                   seeks_work(r, last + 1);
        case Cue::awaited:
            return awaits(r, named, c);
        case Cue::under_way:
            return under_way(r, named, c);
        default:
            return true;
    }
}

bool denies_another(const Reading& r, std::span<const Mention> named, const CueMatch& negation,
                    std::uint32_t first_token) {
    constexpr auto of_things = std::to_array<std::string_view>({"no", "without"});
    const std::uint32_t from = negation.first + negation.length;
    if (negation.length != 1 || !among(of_things, r.word(negation.first)) || first_token < from + 2)
        return false;
    if (text::normal_form(r.word(first_token - 1)) != "and") return false;
    constexpr auto of_ability =
        std::to_array<std::string_view>({"experience", "knowledge", "skill", "training", "background",
                                         "practice", "exposure", "understanding"});
    for (std::uint32_t t = from; t + 1 < first_token; ++t) {
        if (mention_at(named, t) != nullptr || among(of_ability, r.word(t))) return false;
    }
    return true;
}

}  // namespace headway::career
