// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/circumstance.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "text/tokens.hpp"

namespace headway::career {
namespace {

using Words = std::vector<std::string>;

template <std::size_t n>
bool among(const std::array<std::string_view, n>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// The line in normal form, without what may stand before its verb: "You will also …".
Words words_of(const Reading& r, std::uint32_t sentence) {
    constexpr auto before = std::to_array<std::string_view>(
        {"you", "you'll", "will", "to", "and", "also", "always", "please", "occasionally", "regularly"});
    Words out;
    const auto [first, end] = r.tokens_of(sentence);
    for (std::uint32_t t = first; t < end; ++t) {
        std::string word = text::normal_form(r.word(t));
        if (!out.empty() || !among(before, word)) out.push_back(std::move(word));
    }
    return out;
}

std::string_view at(const Words& words, std::size_t i) {
    return i < words.size() ? std::string_view(words[i]) : std::string_view();
}

/// The place of the first word from `i` on that is no article or the like.
std::size_t past_articles(const Words& words, std::size_t i) {
    constexpr auto articles =
        std::to_array<std::string_view>({"a", "an", "the", "our", "your", "their", "his", "her", "my", "all",
                                         "any", "other", "wider", "whole", "of"});
    while (i < words.size() && among(articles, words[i])) ++i;
    return i;
}

bool of_people_at_work(std::string_view word) {
    constexpr auto people = std::to_array<std::string_view>(
        {"team", "colleague", "manager", "department", "staff", "crew", "supervisor", "leader", "everyone",
         "everybody", "other", "people", "teammate", "peer", "coworker"});
    return among(people, word);
}

/// Words of when, how often, how long and on what terms, and what joins them.
bool of_time_or_terms(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>({
        "a",         "an",           "the",        "of",        "in",        "on",          "at",
        "to",        "and",          "or",         "per",       "for",       "from",        "until",
        "till",      "between",      "by",         "with",      "out",       "off",         "as",
        "when",      "if",           "is",         "are",       "be",        "only",        "some",
        "all",       "every",        "each",       "other",     "around",    "about",       "up",
        "through",   "over",         "plus",       "including", "our",       "your",        "agreed",
        "required",  "needed",       "possible",   "necessary", "one",       "two",         "three",
        "four",      "five",         "six",        "seven",     "eight",     "nine",        "ten",
        "twelve",    "once",         "twice",      "half",      "average",   "minimum",     "maximum",
        "least",     "most",         "second",     "third",     "fourth",    "shift",       "rota",
        "roster",    "weekend",      "weekday",    "week",      "weekly",    "day",         "daily",
        "daytime",   "night",        "nightly",    "evening",   "morning",   "afternoon",   "hour",
        "hourly",    "month",        "monthly",    "year",      "yearly",    "annual",      "quarter",
        "quarterly", "season",       "seasonal",   "term",      "time",      "overtime",    "holiday",
        "bank",      "public",       "call",       "standby",   "early",     "late",        "long",
        "short",     "rotating",     "rotational", "rolling",   "alternate", "alternating", "occasional",
        "regular",   "flexible",     "flexibly",   "fixed",     "split",     "full",        "part",
        "permanent", "temporary",    "contract",   "hybrid",    "remote",    "remotely",    "home",
        "working",   "work",         "start",      "finish",    "sharp",     "sleep",       "round",
        "clock",     "travel",       "overnight",  "stay",      "away",      "pattern",     "monday",
        "tuesday",   "wednesday",    "thursday",   "friday",    "saturday",  "sunday",      "january",
        "february",  "march",        "april",      "may",       "june",      "july",        "august",
        "september", "october",      "november",   "december",  "spring",    "summer",      "autumn",
        "winter",    "christmas",    "easter",     "am",        "pm",        "noon",        "midnight",
        "available", "availability", "able",       "willing",   "ready",     "cover",       "do",
        "have",      "lunchtime",    "peak",       "busy",
    });
    return among(words, word) || (!word.empty() && word.front() >= '0' && word.front() <= '9');
}

/// "Split shifts on Fridays": nothing but when and on what terms.
bool only_times(const Words& words) {
    return std::all_of(words.begin(), words.end(), of_time_or_terms);
}

/// A verb of being somewhere, belonging and getting, whatever stands behind it.
bool opens_with_a_state(const Words& words) {
    constexpr auto states = std::to_array<std::string_view>(
        {"be",          "being",         "join",       "joining",   "attend",  "attending",
         "participate", "participating", "live",       "living",    "enjoy",   "embrace",
         "uphold",      "love",          "learn",      "grow",      "become",  "feel",
         "have",        "get",           "earn",       "receive",   "thrive",  "belong",
         "go",          "travel",        "travelling", "traveling", "commute", "wear",
         "based",       "located",       "situated",   "reporting", "free",    "paid",
         "generous",    "discounted",    "subsidised", "subsidized"});
    return among(states, at(words, 0));
}

/// A verb that asks for a skill with most objects, and here has none: "Work as part of a small team".
bool has_no_object(const Words& words) {
    const std::string_view verb = at(words, 0);
    const std::string_view next = at(words, 1);
    if (verb == "work" || verb == "working") {
        constexpr auto manners = std::to_array<std::string_view>(
            {"as",    "in",       "at",     "from",          "under",           "alongside", "closely",
             "well",  "together", "within", "across",        "outdoor",         "outside",   "indoor",
             "alone", "flexibly", "hard",   "independently", "collaboratively", "to"});
        return among(manners, next) || only_times(words) ||
               ((next == "with" || next == "on") && of_people_at_work(at(words, past_articles(words, 2))));
    }
    if (verb == "report") return next == "to" || next == "into" || next == "directly";
    if (verb == "take") {
        const std::string_view what = at(words, past_articles(words, 1));
        return what == "part" || what == "turn" || what == "pride" || what == "ownership";
    }
    if (verb == "help" || verb == "support" || verb == "assist") {
        constexpr auto nowhere = std::to_array<std::string_view>({"out", "where", "wherever", "when", "if"});
        const std::size_t whom = past_articles(words, 1);
        const std::string_view then = at(words, whom + 1);
        return among(nowhere, next) ||
               (of_people_at_work(at(words, whom)) && (then.empty() || among(nowhere, then) || then == "as"));
    }
    if (verb == "cover" || verb == "covering") {
        constexpr auto gaps = std::to_array<std::string_view>(
            {"absence", "holiday", "sickness", "leave", "shift", "weekend", "rota", "night"});
        return std::any_of(words.begin() + 1, words.end(),
                           [&](const std::string& w) { return among(gaps, w) || of_people_at_work(w); });
    }
    if (verb == "follow" || verb == "adhere" || verb == "comply" || verb == "abide") {
        constexpr auto rules = std::to_array<std::string_view>(
            {"policy", "rule", "value", "code", "guideline", "instruction", "direction"});
        return std::any_of(words.begin(), words.end(), [&](const auto& w) { return among(rules, w); });
    }
    return verb == "contribute" && next == "to";
}

/// How one is meant to be, in words that every employer uses.
bool tells_an_attitude(const Words& words) {
    const std::string_view verb = at(words, 0);
    const std::string_view next = at(words, 1);
    if (verb == "lead") return next == "by";
    if (verb == "treat") return of_people_at_work(at(words, past_articles(words, 1)));
    if (verb == "make") return words.back() == "difference";
    if (verb == "act") return next == "with";
    if (verb == "bring") {
        constexpr auto oneself = std::to_array<std::string_view>(
            {"best", "self", "whole", "idea", "energy", "passion", "enthusiasm", "smile", "personality",
             "own", "fresh", "new", "positive"});
        return among(oneself, at(words, past_articles(words, 1)));
    }
    if (verb == "keep" || verb == "stay" || verb == "remain") {
        constexpr auto moods =
            std::to_array<std::string_view>({"calm", "cool", "positive", "smiling", "learning", "curious",
                                             "motivated", "focused", "flexible", "up", "cheerful", "safe"});
        return among(moods, next);
    }
    return false;
}

/// "Other duties as assigned", "ad hoc tasks": whatever comes up.
bool comes_up(const Words& words) {
    constexpr auto anything =
        std::to_array<std::string_view>({"duty", "task", "work", "responsibility", "job", "project", "thing",
                                         "assignment", "request", "activity"});
    constexpr auto unsaid =
        std::to_array<std::string_view>({"other", "any", "additional", "related", "hoc", "reasonable",
                                         "miscellaneous", "various", "further", "special"});
    constexpr auto assigned =
        std::to_array<std::string_view>({"assigned", "required", "needed", "requested", "directed", "asked",
                                         "delegated", "instructed", "necessary", "given", "allocated"});
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!among(anything, words[i])) continue;
        if (i > 0 && among(unsaid, words[i - 1])) return true;
        for (std::size_t k = i + 1; k < words.size() && k < i + 4; ++k) {
            if (among(assigned, words[k])) return true;
        }
    }
    return false;
}

/// "Uniform is provided", "meals on shift".
bool is_given(const Words& words) {
    constexpr auto given = std::to_array<std::string_view>({"provided", "included", "supplied"});
    constexpr auto gifts = std::to_array<std::string_view>({"discount", "bonus", "perk", "allowance"});
    return among(given, words.back()) || among(gifts, words.back()) ||
           (at(words, 0) == "meal" && at(words, 1) == "on");
}

}  // namespace

bool tells_circumstances(const Reading& reading, std::uint32_t sentence) {
    const Words words = words_of(reading, sentence);
    return words.empty() || only_times(words) || opens_with_a_state(words) || has_no_object(words) ||
           tells_an_attitude(words) || comes_up(words) || is_given(words);
}

}  // namespace headway::career
