// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/columns.hpp"

#include <algorithm>
#include <iterator>

#include "text/utf8.hpp"

namespace headway::report {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// Marks and format characters without width (Unicode general categories Mn, Me and Cf, the blocks in use).
constexpr Range no_width[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD},   {0x05BF, 0x05BF},   {0x05C1, 0x05C2},
    {0x05C4, 0x05C5}, {0x05C7, 0x05C7}, {0x0610, 0x061A},   {0x064B, 0x065F},   {0x0670, 0x0670},
    {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x06E7, 0x06E8},   {0x06EA, 0x06ED},   {0x0711, 0x0711},
    {0x0730, 0x074A}, {0x0900, 0x0902}, {0x093A, 0x093A},   {0x093C, 0x093C},   {0x0941, 0x0948},
    {0x094D, 0x094D}, {0x0951, 0x0957}, {0x0E31, 0x0E31},   {0x0E34, 0x0E3A},   {0x0E47, 0x0E4E},
    {0x1160, 0x11FF}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},   {0x200B, 0x200F},   {0x202A, 0x202E},
    {0x2060, 0x206F}, {0x20D0, 0x20FF}, {0x302A, 0x302D},   {0x3099, 0x309A},   {0xFE00, 0xFE0F},
    {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0x1F3FB, 0x1F3FF}, {0xE0000, 0xE01EF},
};

// East Asian Width W and F (Unicode Standard Annex 11), emoji presentation included.
constexpr Range wide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},   {0x23F0, 0x23F0},
    {0x23F3, 0x23F3},   {0x25FD, 0x25FE},   {0x2614, 0x2615},   {0x2648, 0x2653},   {0x267F, 0x267F},
    {0x2693, 0x2693},   {0x26A1, 0x26A1},   {0x26AA, 0x26AB},   {0x26BD, 0x26BE},   {0x26C4, 0x26C5},
    {0x26CE, 0x26CE},   {0x26D4, 0x26D4},   {0x26EA, 0x26EA},   {0x26F2, 0x26F3},   {0x26F5, 0x26F5},
    {0x26FA, 0x26FA},   {0x26FD, 0x26FD},   {0x2705, 0x2705},   {0x270A, 0x270B},   {0x2728, 0x2728},
    {0x274C, 0x274C},   {0x274E, 0x274E},   {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},
    {0x27B0, 0x27B0},   {0x27BF, 0x27BF},   {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2B55, 0x2B55},
    {0x2E80, 0x303E},   {0x3041, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF},
    {0x1F18E, 0x1F18E}, {0x1F191, 0x1F19A}, {0x1F200, 0x1F3FA}, {0x1F400, 0x1F64F}, {0x1F680, 0x1F6FF},
    {0x1F7E0, 0x1F7EB}, {0x1F900, 0x1FAFF}, {0x20000, 0x3FFFD},
};

template <std::size_t N>
bool in(const Range (&ranges)[N], char32_t c) {
    const auto* found = std::lower_bound(std::begin(ranges), std::end(ranges), c,
                                         [](const Range& r, char32_t value) { return r.last < value; });
    return found != std::end(ranges) && found->first <= c;
}

}  // namespace

int columns_of(char32_t c) {
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return 0;
    if (c < 0x300) return 1;
    if (in(no_width, c)) return 0;
    return in(wide, c) ? 2 : 1;
}

int columns_of(std::string_view s) {
    int out = 0;
    for (std::size_t at = 0; at < s.size();) {
        const text::CodePoint c = text::decode(s, at);
        out += columns_of(c.value);
        at += c.length;
    }
    return out;
}

std::string_view first_columns(std::string_view s, int columns) {
    int used = 0;
    std::size_t at = 0;
    while (at < s.size()) {
        const text::CodePoint c = text::decode(s, at);
        used += columns_of(c.value);
        if (used > columns) break;
        at += c.length;
    }
    return s.substr(0, at);
}

std::string_view last_columns(std::string_view s, int columns) {
    int left = columns_of(s);
    std::size_t at = 0;
    while (at < s.size()) {
        const text::CodePoint c = text::decode(s, at);
        const int width = columns_of(c.value);
        if (left <= columns && width > 0) break;
        if (left <= columns && at == 0) break;
        left -= width;
        at += c.length;
    }
    return s.substr(at);
}

std::string shorten(std::string_view s, int columns) {
    if (columns < 1) return {};
    if (columns_of(s) <= columns) return std::string(s);
    std::string_view kept = first_columns(s, columns - 1);
    while (!kept.empty() && kept.back() == ' ') kept.remove_suffix(1);
    return std::string(kept) + "…";
}

std::string fit_left(std::string_view s, int columns) {
    std::string out = shorten(s, columns);
    out.append(static_cast<std::size_t>(std::max(columns - columns_of(out), 0)), ' ');
    return out;
}

std::string fit_right(std::string_view s, int columns) {
    const std::string cut = shorten(s, columns);
    return std::string(static_cast<std::size_t>(std::max(columns - columns_of(cut), 0)), ' ') + cut;
}

std::vector<std::string> wrap(std::string_view s, int columns) {
    columns = std::max(columns, 1);
    std::vector<std::string> out;
    std::string line;
    int used = 0;
    const auto flush = [&] {
        out.push_back(std::move(line));
        line.clear();
        used = 0;
    };
    while (!s.empty()) {
        const std::size_t blank = std::min(s.find(' '), s.size());
        std::string_view word = s.substr(0, blank);
        s.remove_prefix(std::min(blank + 1, s.size()));
        if (word.empty()) continue;
        if (used > 0 && used + 1 + columns_of(word) > columns) flush();
        while (columns_of(word) > columns) {
            std::string_view head = first_columns(word, columns);
            if (head.empty()) head = word.substr(0, text::decode(word, 0).length);
            out.emplace_back(head);
            word.remove_prefix(head.size());
        }
        if (word.empty()) continue;
        if (used > 0) {
            line += ' ';
            ++used;
        }
        line += word;
        used += columns_of(word);
    }
    if (!line.empty() || out.empty()) flush();
    return out;
}

}  // namespace headway::report
