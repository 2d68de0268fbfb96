// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page_words.hpp"

#include <algorithm>
#include <utility>

#include "text/utf8.hpp"

namespace headway::document {
namespace {

/// The part of a box where its letters surely are.
struct Core {
    double top;
    double bottom;

    [[nodiscard]] double height() const { return bottom - top; }
};

Core core_of(const Word& word) {
    const double half = std::min((word.y1 - word.y0) / 4, 0.35 * word.em);
    return {word.middle() - half, word.middle() + half};
}

bool overlaps(const Core& a, const Core& b) {
    const double shared = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
    return shared >= 0.5 * std::min(a.height(), b.height());
}

bool is_right_to_left(const std::string& s) {
    for (std::size_t i = 0; i < s.size();) {
        const text::CodePoint c = text::decode(s, i);
        if ((c.value >= 0x590 && c.value <= 0x8FF) || (c.value >= 0xFB1D && c.value <= 0xFEFC)) return true;
        i += c.length;
    }
    return false;
}

void finish(Row& row) {
    std::ranges::sort(row.words, {}, &Word::x0);
    const auto rtl = std::ranges::count_if(row.words, [](const Word& w) { return is_right_to_left(w.text); });
    if (rtl * 2 > std::ssize(row.words)) std::ranges::reverse(row.words);
    std::vector<double> ems;
    ems.reserve(row.words.size());
    for (const Word& w : row.words) ems.push_back(w.em);
    row.em_ = median(std::move(ems));
}

}  // namespace

double Row::right() const {
    double x = words.front().x1;
    for (const Word& w : words) x = std::max(x, w.x1);
    return x;
}

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    const auto mid = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, mid);
    return *mid;
}

std::size_t letter_count(const std::string& utf8) {
    return static_cast<std::size_t>(
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

double estimate_em(const Word& word) {
    double units = 0;
    for (std::size_t i = 0; i < word.text.size();) {
        const text::CodePoint c = text::decode(word.text, i);
        units += c.value >= 0x1100 ? 1.0 : 0.5;
        i += c.length;
    }
    const double by_width = (word.x1 - word.x0) / std::max(units, 0.5);
    // A single letter such as "i" or a bullet says little: its box height is the better guess.
    const double by_height = word.y1 - word.y0;
    return letter_count(word.text) < 3 ? std::min(by_height, 2 * by_width)
                                       : std::min(by_width, 1.3 * by_height);
}

std::vector<Row> make_rows(std::vector<Word> words) {
    std::ranges::sort(words, {}, [](const Word& w) { return w.middle(); });
    std::vector<Row> rows;
    std::vector<Core> cores;  // of each row: its least tall word's
    for (Word& word : words) {
        const Core core = core_of(word);
        std::size_t at = rows.size();
        // Rows come in order of height, so only the latest can still be open.
        for (std::size_t back = 1; back <= std::min<std::size_t>(rows.size(), 6); ++back) {
            if (overlaps(core, cores[rows.size() - back])) {
                at = rows.size() - back;
                break;
            }
        }
        if (at == rows.size()) {
            rows.emplace_back();
            cores.push_back(core);
            rows.back().middle_ = word.middle();
        } else if (core.height() < cores[at].height()) {
            cores[at] = core;
            rows[at].middle_ = word.middle();
        }
        rows[at].words.push_back(std::move(word));
    }
    for (Row& row : rows) finish(row);
    std::ranges::sort(rows, {}, &Row::middle_);
    return rows;
}

}  // namespace headway::document
