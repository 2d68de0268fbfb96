// SPDX-License-Identifier: GPL-3.0-or-later
#include "boards/dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

namespace headway::boards {
namespace {

constexpr double first_milliseconds = 1e11;  // as seconds that would be the year 5138
constexpr std::size_t longest = 100;

std::string lower(std::string_view text) {
    std::string out(text.substr(0, longest));
    std::ranges::transform(out, out.begin(),
                           [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    return out;
}

/// Words between blanks and commas, in lower case.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> out;
    std::string word;
    for (const char c : lower(text)) {
        if (c == ' ' || c == ',' || c == '\t') {
            if (!word.empty()) out.push_back(std::move(word));
            word.clear();
        } else {
            word += c;
        }
    }
    if (!word.empty()) out.push_back(std::move(word));
    return out;
}

std::optional<int> whole_of(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

std::optional<Date> sensible(std::optional<Date> day, Timestamp now) {
    constexpr std::int32_t first = 7305;  // 1990-01-01
    if (!day || day->days < first || *day > date_of(now) + std::chrono::days(2)) return std::nullopt;
    return day;
}

/// ISO 8601 as boards write it: with or without a time, a fraction, an offset.
std::optional<Date> iso_day(std::string_view text) {
    if (const auto whole = parse_timestamp(text)) return date_of(*whole);
    // "+0000" without its colon.
    if (text.size() > 20 && (text[text.size() - 5] == '+' || text[text.size() - 5] == '-')) {
        std::string colon(text);
        colon.insert(colon.size() - 2, ":");
        if (const auto mended = parse_timestamp(colon)) return date_of(*mended);
    }
    if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return std::nullopt;
    const auto day = parse_date(text.substr(0, 10));
    if (!day) return std::nullopt;
    return *day;
}

/// "Tue, 01 Sep 2026 …": RFC 2822; the time and the zone do not move the day here.
std::optional<Date> mail_day(const std::vector<std::string>& words) {
    static constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                                "jul", "aug", "sep", "oct", "nov", "dec"};
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        const auto month = std::ranges::find(months, std::string_view(words[i]).substr(0, 3));
        const auto day = whole_of(words[i - 1]);
        const auto year = whole_of(words[i + 1]);
        if (month == months.end() || !day || !year || *day < 1 || *day > 31 || *year > 9999) continue;
        const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        const auto found = parse_date(std::to_string(*year) + "-" +
                                      two(static_cast<int>(month - months.begin()) + 1) + "-" + two(*day));
        if (found) return *found;
    }
    return std::nullopt;
}

/// "posted 7 days ago", "today", "3 weeks ago".
std::optional<Date> relative_day(const std::vector<std::string>& words, Timestamp now) {
    const Date today = date_of(now);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "today" || words[i] == "just") return today;
        if (words[i] == "yesterday") return today + std::chrono::days(-1);
        const bool ago = i + 2 < words.size() && words[i + 2] == "ago";
        const auto count = whole_of(words[i]);
        if (!ago || !count || *count > 10'000) continue;
        const std::string_view unit = words[i + 1];
        if (unit.starts_with("hour") || unit.starts_with("minute"))
            return date_of(now - std::chrono::minutes(*count * (unit.starts_with("hour") ? 60 : 1)));
        if (unit.starts_with("day")) return today + std::chrono::days(-*count);
        if (unit.starts_with("week")) return today + std::chrono::days(-7 * *count);
    }
    return std::nullopt;
}

}  // namespace

std::optional<Date> day_of(std::string_view text, Timestamp now) {
    if (text.size() > longest) return std::nullopt;
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    if (auto day = iso_day(text)) return sensible(day, now);
    const auto words = words_of(text);
    if (auto day = mail_day(words)) return sensible(day, now);
    return sensible(relative_day(words, now), now);
}

std::optional<Date> day_of(json::Node node, Timestamp now) {
    if (const auto text = node.text()) return day_of(*text, now);
    const auto number = node.number();
    if (!number || *number < 0 || *number > 1e14) return std::nullopt;
    const double seconds = *number >= first_milliseconds ? *number / 1000 : *number;
    return sensible(Date{static_cast<std::int32_t>(seconds / 86'400)}, now);
}

}  // namespace headway::boards
