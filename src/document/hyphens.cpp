// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/hyphens.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace headway::document {
namespace {

using namespace std::string_view_literals;

/// First parts after which English keeps its hyphen.
constexpr std::array first_parts{
    "all"sv,        "back"sv,      "best"sv,     "bi"sv,       "business"sv, "client"sv,  "cloud"sv,
    "co"sv,         "community"sv, "cost"sv,     "cross"sv,    "customer"sv, "cutting"sv, "data"sv,
    "day"sv,        "de"sv,        "decision"sv, "detail"sv,   "e"sv,        "eight"sv,   "end"sv,
    "event"sv,      "ex"sv,        "fast"sv,     "first"sv,    "five"sv,     "four"sv,    "front"sv,
    "full"sv,       "goal"sv,      "half"sv,     "hands"sv,    "high"sv,     "in"sv,      "industry"sv,
    "large"sv,      "life"sv,      "load"sv,     "long"sv,     "low"sv,      "machine"sv, "mid"sv,
    "mission"sv,    "model"sv,     "multi"sv,    "nine"sv,     "non"sv,      "object"sv,  "off"sv,
    "on"sv,         "one"sv,       "open"sv,     "part"sv,     "people"sv,   "point"sv,   "problem"sv,
    "production"sv, "quick"sv,     "real"sv,     "result"sv,   "results"sv,  "role"sv,    "safety"sv,
    "second"sv,     "self"sv,      "server"sv,   "service"sv,  "seven"sv,    "shared"sv,  "short"sv,
    "side"sv,       "six"sv,       "small"sv,    "solution"sv, "stand"sv,    "state"sv,   "step"sv,
    "task"sv,       "team"sv,      "ten"sv,      "test"sv,     "third"sv,    "three"sv,   "time"sv,
    "top"sv,        "two"sv,       "type"sv,     "up"sv,       "user"sv,     "value"sv,   "web"sv,
    "well"sv,       "wide"sv,      "word"sv,     "work"sv,     "year"sv,     "zero"sv};

/// Second parts before which English keeps its hyphen.
constexpr std::array second_parts{
    "agnostic"sv, "aided"sv,     "assisted"sv,  "aware"sv,       "based"sv,     "bound"sv,    "building"sv,
    "centered"sv, "centric"sv,   "class"sv,     "commerce"sv,    "compliant"sv, "critical"sv, "depth"sv,
    "driven"sv,   "effective"sv, "efficient"sv, "enabled"sv,     "end"sv,       "facing"sv,   "first"sv,
    "focused"sv,  "free"sv,      "friendly"sv,  "functional"sv,  "grade"sv,     "in"sv,       "intensive"sv,
    "learning"sv, "led"sv,       "level"sv,     "making"sv,      "minded"sv,    "native"sv,   "of"sv,
    "old"sv,      "on"sv,        "oriented"sv,  "performance"sv, "platform"sv,  "point"sv,    "quality"sv,
    "range"sv,    "related"sv,   "ready"sv,     "red"sv,         "renowned"sv,  "rich"sv,     "scale"sv,
    "side"sv,     "solving"sv,   "source"sv,    "specific"sv,    "stack"sv,     "starter"sv,  "taught"sv,
    "team"sv,     "tech"sv,      "term"sv,      "thinking"sv,    "time"sv,      "to"sv,       "up"sv,
    "wide"sv,     "winning"sv,   "world"sv,     "year"sv,        "years"sv};

bool is_word_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_inside_word(char c) {
    return is_word_letter(c) || c == '-';
}

/// The run of letters at the end or the start of `s`.
std::string_view last_letters(std::string_view s) {
    std::size_t i = s.size();
    while (i > 0 && is_word_letter(s[i - 1])) --i;
    return s.substr(i);
}

std::string_view first_letters(std::string_view s) {
    std::size_t i = 0;
    while (i < s.size() && is_word_letter(s[i])) ++i;
    return s.substr(0, i);
}

bool is_lower(std::string_view s) {
    const text::CodePoint c = text::decode(s, 0);
    if (c.value < 0x80) return c.value >= 'a' && c.value <= 'z';
    return text::fold(s.substr(0, c.length)) == s.substr(0, c.length) || c.value >= 0xDF;
}

template <class Array>
bool has(const Array& words, const std::string& word) {
    return std::ranges::find(words, word) != words.end();
}

}  // namespace

std::size_t hyphen_at_end(std::string_view line) {
    std::size_t n = 0;
    if (line.ends_with('-')) n = 1;
    if (line.ends_with("\u00AD")) n = 2;
    if (line.ends_with("\u2010") || line.ends_with("\u2011")) n = 3;
    if (n == 0 || line.size() == n || !is_word_letter(line[line.size() - n - 1])) return 0;
    return n;
}

void Hyphens::learn(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        if (!is_inside_word(text[i])) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < text.size() && is_inside_word(text[end])) ++end;
        const std::string_view word = text.substr(i, end - i);
        // A fragment at a line end is no witness.
        if (word.size() >= 4 && word.size() <= 40 && word.back() != '-') words_.insert(text::fold(word));
        i = end;
    }
}

bool Hyphens::is_break(std::string_view before, std::string_view after) const {
    const std::size_t hyphen = hyphen_at_end(before);
    if (hyphen == 0) return false;
    before.remove_suffix(hyphen);
    const std::string_view left = last_letters(before);
    const std::string_view right = first_letters(after);
    if (left.size() < 2 || right.size() < 2 || !is_lower(right)) return false;
    // "state-of-the-": the word has kept a hyphen already, so it keeps this one.
    if (left.size() < before.size() && before[before.size() - left.size() - 1] == '-') return false;
    if (right.size() < after.size() && after[right.size()] == '-') return false;
    const std::string l = text::fold(left);
    const std::string r = text::fold(right);
    if (words_.contains(l + r)) return true;
    if (words_.contains(l + "-" + r)) return false;
    return !has(first_parts, l) && !has(second_parts, r);
}

}  // namespace headway::document
