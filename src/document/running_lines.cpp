// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/running_lines.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace headway::document {
namespace {

/// Share of the page's height in which headers and footers stand.
constexpr double edge = 0.15;
/// Rows looked at from each edge.
constexpr std::size_t rows_per_edge = 3;
/// Numbers of a row that are tried as its page number.
constexpr std::size_t max_numbers = 5;
/// Page numbers among words differ from the count of pages by no more: a cover is not counted.
constexpr long max_distance = 2;
/// Longer rows are text.
constexpr std::size_t max_row_bytes = 300;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// A number that may count pages: no year, and near the page's own, or alone in its row.
bool may_be_page_number(long number, long from_page, const std::string& row) {
    const bool alone = std::ranges::none_of(
        row, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; });
    const bool year = number >= 1900 && number <= 2100;
    return !year && (alone || (from_page >= -max_distance && from_page <= max_distance));
}

std::string text_of(const Row& row) {
    std::string out;
    for (const Word& w : row.words) {
        if (!out.empty()) out += ' ';
        out += w.text;
    }
    return out;
}

/// The row's text as it is, and once for each of its numbers with that number counted from the page: "Page 3
/// of 5" on the third page gives "Page 3 of 5", "Page #0 of 5" and "Page 3 of #2". A running line has one of
/// these in common with the other pages. Years and numbers far from the page's are what the text says.
std::vector<std::string> patterns_of(const Row& row, std::size_t page) {
    const std::string text = text_of(row);
    std::vector<std::string> out{text};
    for (std::size_t i = 0; i < text.size() && out.size() <= max_numbers;) {
        std::size_t end = i;
        while (end < text.size() && is_digit(text[end])) ++end;
        long number = 0;
        if (end > i && end - i <= 6 &&
            std::from_chars(&text[i], text.data() + end, number).ec == std::errc{}) {
            const long from_page = number - static_cast<long>(page) - 1;
            if (may_be_page_number(number, from_page, text))
                out.push_back(text.substr(0, i) + "#" + std::to_string(from_page) + text.substr(end));
        }
        i = std::max(end, i + 1);
    }
    return out;
}

struct Candidate {
    std::size_t page;
    std::size_t row;
    bool top;
    std::vector<std::string> patterns;
    long place;  ///< height on the page in steps of 4 points
};

std::vector<Candidate> candidates_of(std::size_t page, const std::vector<Row>& rows, double height) {
    std::vector<Candidate> out;
    const auto add = [&](std::size_t row, bool top) {
        if (text_of(rows[row]).size() > max_row_bytes) return;
        out.push_back({page, row, top, patterns_of(rows[row], page), std::lround(rows[row].middle() / 4)});
    };
    const std::size_t n = std::min(rows_per_edge, rows.size());
    for (std::size_t i = 0; i < n; ++i) {
        if (rows[i].middle() < edge * height) add(i, true);
    }
    for (std::size_t i = rows.size() - n; i < rows.size(); ++i) {
        if (rows[i].middle() > (1 - edge) * height) add(i, false);
    }
    return out;
}

/// pattern and edge → height → pages that show it there.
using Key = std::pair<std::string, bool>;
using PagesOf = std::map<Key, std::map<long, std::set<std::size_t>>>;

std::size_t pages_at(const PagesOf& seen, const Key& key, long height) {
    const auto found = seen.find(key);
    if (found == seen.end()) return 0;
    std::set<std::size_t> pages;
    for (long place = height - 1; place <= height + 1; ++place) {
        const auto at = found->second.find(place);
        if (at != found->second.end()) pages.insert(at->second.begin(), at->second.end());
    }
    return pages.size();
}

/// The pattern that makes the candidate a running line; null when it is none.
const std::string* running_pattern(const PagesOf& seen, const Candidate& c, std::size_t page_count) {
    for (const std::string& pattern : c.patterns) {
        const std::size_t count = pages_at(seen, {pattern, c.top}, c.place);
        if (count >= 2 && count * 2 >= page_count) return &pattern;
    }
    return nullptr;
}

}  // namespace

std::vector<Margins> take_running_lines(std::vector<PageWords>& pages) {
    std::vector<Margins> margins(pages.size());
    if (pages.size() < 2) return margins;
    std::vector<std::vector<Row>> rows;
    std::vector<Candidate> candidates;
    PagesOf seen;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        rows.push_back(make_rows(pages[i].words));
        for (Candidate& c : candidates_of(i, rows[i], pages[i].height)) {
            for (const std::string& pattern : c.patterns) seen[{pattern, c.top}][c.place].insert(c.page);
            candidates.push_back(std::move(c));
        }
    }
    std::set<Key> kept;
    std::vector<std::set<std::size_t>> taken(pages.size());
    for (const Candidate& c : candidates) {
        const std::string* pattern = running_pattern(seen, c, pages.size());
        if (pattern == nullptr) continue;
        taken[c.page].insert(c.row);
        if (!kept.insert({*pattern, c.top}).second) continue;
        auto& to = c.top ? margins[c.page].header : margins[c.page].footer;
        std::ranges::copy(rows[c.page][c.row].words, std::back_inserter(to));
    }
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (taken[i].empty()) continue;
        pages[i].words.clear();
        for (std::size_t r = 0; r < rows[i].size(); ++r) {
            if (!taken[i].contains(r))
                std::ranges::move(rows[i][r].words, std::back_inserter(pages[i].words));
        }
    }
    return margins;
}

}  // namespace headway::document
