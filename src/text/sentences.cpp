// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentences.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "text/utf8.hpp"

namespace headway::text {
namespace {

bool blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}
bool lower(char c) {
    return c >= 'a' && c <= 'z';
}
bool upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr std::uint32_t longest_sentence = 1200;  // bytes

/// Length of a bullet sign with its following space at the start of `s`, 0 when there is none.
std::uint32_t bullet_length(std::string_view s) {
    const bool ascii = static_cast<unsigned char>(s[0]) < 0x80;
    if (ascii && !digit(s[0]) && s[0] != '-' && s[0] != '*' && s[0] != '+') return 0;  // nearly always
    constexpr std::array<std::string_view, 18> signs = {"•", "◦", "▪", "■", "●", "○", "‣", "⁃", "–",
                                                        "—", "·", "✓", "✔", "➢", "»", "-", "*", "+"};
    for (std::string_view sign : signs) {
        if (!s.starts_with(sign)) continue;
        std::size_t n = sign.size();
        const bool wide = sign.size() > 1 && sign != "–" && sign != "—" && sign != "·";
        if (!wide && (n >= s.size() || !blank(s[n]))) return 0;
        while (n < s.size() && blank(s[n])) ++n;
        return static_cast<std::uint32_t>(n);
    }
    std::size_t n = 0;
    while (n < s.size() && n < 2 && digit(s[n])) ++n;
    if (n > 0 && n + 1 < s.size() && (s[n] == '.' || s[n] == ')') && s[n + 1] == ' ') {
        return static_cast<std::uint32_t>(n + 2);
    }
    return 0;
}

constexpr std::array<bool, 256> stops = [] {
    std::array<bool, 256> t{};
    for (unsigned char c : {'.', ';', '!', '?'}) t[c] = true;
    return t;
}();

bool may_end_sentence(char c) {
    return stops[static_cast<unsigned char>(c)];
}

/// Whether the stop at `i` ends a sentence.
bool ends_sentence(std::string_view s, std::size_t i, std::size_t begin, std::size_t end) {
    const char c = s[i];
    if (c == ';') return i + 1 < end && s[i + 1] == ' ';
    std::size_t next = i + 1;
    if (next >= end) return false;
    if (s[next] == ')' || s[next] == '"' || s[next] == '\'') ++next;
    if (next >= end || (!blank(s[next]) && s[next] != '\n')) return false;
    while (next < end && (blank(s[next]) || s[next] == '\n')) ++next;
    if (next < end && lower(s[next])) return false;
    if (c != '.') return true;
    std::size_t word = i;
    while (word > begin && (std::isalpha(static_cast<unsigned char>(s[word - 1])) != 0 || s[word - 1] == '.'))
        --word;
    const std::string_view before = s.substr(word, i - word);
    if (before.size() == 1 && upper(before[0])) return false;
    constexpr std::array<std::string_view, 20> abbreviations = {
        "e.g", "i.e", "etc", "Inc", "Ltd", "Co",  "Corp", "Sr",     "Jr",   "Dr",
        "Mr",  "Mrs", "Ms",  "St",  "vs",  "U.S", "No",   "approx", "incl", "min"};
    const bool known = std::find(abbreviations.begin(), abbreviations.end(), before) != abbreviations.end();
    return !known || before == "etc";
}

/// Whether `next` goes on with the sentence that `line` began, the break being only the page's width.
bool continues(std::string_view s, const Line& line, const Line& next, std::size_t widest) {
    if (next.bullet || next.after_blank) return false;
    const char last = s[line.end - 1];
    if (last == '.' || last == ':' || last == '!' || last == '?' || last == ';') {
        // A stop at the page's edge may still lie inside a paragraph; sentence splitting decides that.
        return last == '.' && line.end - line.begin > 60;
    }
    const char first = s[next.begin];
    const std::size_t length = line.end - line.begin;
    if (s.substr(line.begin, length).find('\t') != std::string_view::npos) return false;
    if (s.substr(next.begin, next.end - next.begin).find('\t') != std::string_view::npos) return false;
    if (lower(first)) return length > 20;
    if (last == ',' || last == '&' || last == '/' || last == '-') return length > 25;
    return length > 60 && length * 10 > widest * 8;
}

}  // namespace

std::vector<Line> split_lines(std::string_view s) {
    std::vector<Line> out;
    bool blank_before = true;
    for (std::size_t i = 0; i < s.size();) {
        std::size_t end = s.find('\n', i);
        if (end == std::string_view::npos) end = s.size();
        std::size_t b = i;
        std::size_t e = end;
        while (b < e && blank(s[b])) ++b;
        while (e > b && blank(s[e - 1])) --e;
        if (b == e) {
            blank_before = true;
        } else {
            const std::uint32_t sign = bullet_length(s.substr(b, e - b));
            const bool bullet = sign > 0 && b + sign < e;
            out.push_back({static_cast<std::uint32_t>(bullet ? b + sign : b), static_cast<std::uint32_t>(e),
                           bullet, blank_before});
            blank_before = false;
        }
        i = end + 1;
    }
    return out;
}

std::vector<Sentence> split_sentences(std::string_view s, const std::vector<Line>& lines) {
    std::vector<Sentence> out;
    std::size_t widest = 0;
    for (const Line& l : lines)
        widest = std::max<std::size_t>(widest, std::min<std::size_t>(l.end - l.begin, 120));
    for (std::size_t i = 0; i < lines.size();) {
        std::size_t j = i;
        while (j + 1 < lines.size() && continues(s, lines[j], lines[j + 1], widest)) ++j;
        const std::uint32_t end = lines[j].end;
        std::uint32_t begin = lines[i].begin;
        std::size_t line = i;
        for (std::uint32_t k = begin; k < end; ++k) {
            // No sentence is longer than this, so that work done once a word of it stays bounded.
            const std::uint32_t longest = std::min(end, begin + longest_sentence);
            if (k < longest) {
                const std::string_view rest = s.substr(k, longest - k);
                k += static_cast<std::uint32_t>(std::ranges::find_if(rest, may_end_sentence) - rest.begin());
                if (k == end) break;
            }
            const bool too_long = k >= longest && (blank(s[k]) || s[k] == '\n');
            if (!too_long && (!may_end_sentence(s[k]) || !ends_sentence(s, k, begin, end))) continue;
            while (line < j && lines[line].end <= begin) ++line;
            out.push_back({begin, k + 1, static_cast<std::uint32_t>(line), lines[i].bullet});
            begin = k + 1;
            while (begin < end && (blank(s[begin]) || s[begin] == '\n' || s[begin] == ')' || s[begin] == '"'))
                ++begin;
            k = begin;
        }
        while (line < j && lines[line].end <= begin) ++line;
        if (begin < end) out.push_back({begin, end, static_cast<std::uint32_t>(line), lines[i].bullet});
        i = j + 1;
    }
    return out;
}

}  // namespace headway::text
