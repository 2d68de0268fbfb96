// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/rating.hpp"

#include <algorithm>
#include <array>

#include "career/level.hpp"

namespace headway::career {
namespace {

constexpr auto full = std::to_array<std::string_view>({"●", "★", "⬤", "■", "▮", "█", "◆", "⚫", "⭐"});
constexpr auto empty = std::to_array<std::string_view>({"○", "☆", "◯", "□", "▯", "░", "◇", "⚪", "▢"});

template <std::size_t n>
std::size_t starts_with(std::string_view text, const std::array<std::string_view, n>& marks) {
    for (const std::string_view mark : marks) {
        if (text.starts_with(mark)) return mark.size();
    }
    return 0;
}

/// Blanks and what stands between an item and its rating.
std::size_t separator(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (text[at] == ' ' || text[at] == '\t' || text[at] == ':' || text[at] == '(' || text[at] == '.' ||
            text[at] == '-') {
            ++at;
        } else if (text.substr(at).starts_with("–") || text.substr(at).starts_with("—")) {
            at += std::string_view("–").size();
        } else {
            break;
        }
    }
    return at;
}

bool item_ends(std::string_view behind) {
    const std::size_t blanks = std::min(behind.find_first_not_of(" \t"), behind.size());
    return blanks == behind.size() || blanks >= 2 || std::string_view(",;)|/\n.").contains(behind[blanks]);
}

double level_of_share(double share) {
    if (share <= 0.25) return basic_level;
    if (share <= 0.45) return (basic_level + working_level) / 2;
    if (share <= 0.65) return working_level;
    return share <= 0.85 ? proficient_level : advanced_level;
}

/// Bytes and share of a bar of marks; a share of 0: none.
struct MarkedShare {
    std::size_t bytes = 0;
    double share = 0;
};

MarkedShare bar(std::string_view text) {
    int filled = 0;
    int hollow = 0;
    MarkedShare out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t f = hollow == 0 ? starts_with(text.substr(at), full) : 0;
        const std::size_t e = starts_with(text.substr(at), empty);
        if (f + e == 0) {
            if (text[at] != ' ' || filled + hollow == 0) break;
            ++at;
            continue;
        }
        (f != 0 ? filled : hollow) += 1;
        at += f + e;
        out.bytes = at;
    }
    const int all = hollow == 0 ? std::max(filled, 5) : filled + hollow;
    if (filled == 0 || filled + hollow < 3 || all > 10) return {};
    // A bar ends its item, whatever stands behind it.
    out.share = static_cast<double>(filled) / all;
    return out;
}

/// A whole number of at most two digits.
std::size_t number(std::string_view text, int& out) {
    std::size_t at = 0;
    out = 0;
    while (at < text.size() && at < 2 && text[at] >= '0' && text[at] <= '9')
        out = out * 10 + (text[at++] - '0');
    return at;
}

bool rates_twice(std::string_view whole, std::string_view of) {
    const std::size_t first = whole.find(of);
    return first != std::string_view::npos && whole.find(of, first + 1) != std::string_view::npos;
}

MarkedShare figures(std::string_view text, std::string_view whole) {
    int part = 0;
    int all = 0;
    const std::size_t a = number(text, part);
    if (a == 0) return {};
    const bool in_words = text.substr(a).starts_with(" out of ");
    const std::size_t between = in_words ? std::string_view(" out of ").size() : std::size_t{1};
    if (!in_words && !text.substr(a).starts_with('/')) return {};
    const std::size_t b = number(text.substr(a + between), all);
    const std::size_t bytes = a + between + b;
    if (b == 0 || part == 0 || part > all || !item_ends(text.substr(bytes))) return {};
    if (in_words ? all < 3 || all > 10 : all != 5 && all != 10) return {};
    if (!in_words && !rates_twice(whole, all == 5 ? "/5" : "/10")) return {};
    return {bytes, static_cast<double>(part) / all};
}

}  // namespace

std::optional<Rating> rating_behind(std::string_view text, std::uint32_t from) {
    const std::string_view rest = text.substr(from, std::min(text.find('\n', from), text.size()) - from);
    const std::size_t skip = separator(rest);
    if (skip == 0 || skip == rest.size()) return std::nullopt;
    const std::string_view content = rest.substr(skip);
    const bool digit = content.front() >= '0' && content.front() <= '9';
    if (!digit && static_cast<unsigned char>(content.front()) < 0x80) return std::nullopt;
    const MarkedShare found = digit ? figures(content, text) : bar(content);
    if (found.share <= 0) return std::nullopt;
    const auto begin = static_cast<std::uint32_t>(from + skip);
    return Rating{level_of_share(found.share), begin, begin + static_cast<std::uint32_t>(found.bytes)};
}

}  // namespace headway::career
