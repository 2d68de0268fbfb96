// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/columns.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "document/gutters.hpp"
#include "text/utf8.hpp"

namespace headway::document {
namespace {

constexpr int max_nesting = 8;

/// One side of a gutter.
struct Side {
    std::vector<Row> rows;
    double left = 0;
    double right = 0;
};

std::pair<Side, Side> sides_of(const std::vector<Row>& rows, const Gutter& gutter) {
    std::pair<std::vector<Word>, std::vector<Word>> words;
    for (std::size_t i = gutter.first; i <= gutter.last; ++i) {
        for (const Word& w : rows[i].words) {
            ((w.x0 + w.x1) / 2 < gutter.middle() ? words.first : words.second).push_back(w);
        }
    }
    const auto make = [](std::vector<Word> side_words) {
        Side side{make_rows(std::move(side_words))};
        side.left = side.rows.front().left();
        for (const Row& r : side.rows) {
            side.left = std::min(side.left, r.left());
            side.right = std::max(side.right, r.right());
        }
        return side;
    };
    return {make(std::move(words.first)), make(std::move(words.second))};
}

double pitch(const Side& side) {
    std::vector<double> steps;
    for (std::size_t i = 1; i < side.rows.size(); ++i) {
        steps.push_back(side.rows[i].middle() - side.rows[i - 1].middle());
    }
    return median(std::move(steps));
}

/// Share of the side's own height that its lines fill when set at `line` pitch.
double density(const Side& side, double line) {
    const double height = side.rows.back().middle() - side.rows.front().middle();
    return height <= 0 ? 0 : static_cast<double>(side.rows.size() - 1) * line / height;
}

bool has_year_or_now(const Row& row) {
    for (const Word& w : row.words) {
        const std::string folded = text::fold(w.text);
        if (folded.find("present") != std::string::npos || folded == "now" || folded == "current")
            return true;
        std::size_t digits = 0;
        for (char c : folded) {
            digits = c >= '0' && c <= '9' ? digits + 1 : 0;
            if (digits == 4) return true;
        }
    }
    return false;
}

/// At least three of five rows carry a date: a margin of dates belongs to the lines beside it.
bool is_dates(const Side& side) {
    return static_cast<std::size_t>(std::ranges::count_if(side.rows, has_year_or_now)) * 5 >=
           side.rows.size() * 3;
}

bool is_full(const Side& side, const Row& row) {
    return row.right() >= side.right - 0.15 * (side.right - side.left);
}

/// Most lines have several words and reach the right edge.
bool is_paragraphs(const Side& side) {
    const auto full = std::ranges::count_if(
        side.rows, [&](const Row& r) { return r.words.size() >= 4 && is_full(side, r); });
    return static_cast<std::size_t>(full) * 2 >= side.rows.size() && full >= 3;
}

bool starts_lower(const Row& row) {
    const char c = row.words.front().text.front();
    return c >= 'a' && c <= 'z';
}

/// Whether the side has a row at the height of `at`, give or take `slack` ems.
bool has_row_at(const Side& side, const Row& at, double slack) {
    const double off = slack * at.em();
    const auto next = std::ranges::lower_bound(side.rows, at.middle() - off, {}, &Row::middle);
    return next != side.rows.end() && next->middle() <= at.middle() + off;
}

/// Rows of the shorter side that stand exactly beside a row of the other: nearly all in a table, few by
/// chance.
std::size_t aligned_rows(const Side& a, const Side& b) {
    const bool a_shorter = a.rows.size() <= b.rows.size();
    const Side& few = a_shorter ? a : b;
    const Side& many = a_shorter ? b : a;
    return static_cast<std::size_t>(
        std::ranges::count_if(few.rows, [&](const Row& r) { return has_row_at(many, r, 0.15); }));
}

/// Votes for columns in aligned rows: a sentence that runs on from one row to the next on one side while the
/// other side has lines of its own in both. A sentence that runs on beside nothing votes for a table's
/// wrapped cell.
int flow_votes(const Side& flowing, const Side& beside) {
    int votes = 0;
    for (std::size_t i = 1; i < flowing.rows.size(); ++i) {
        const Row& row = flowing.rows[i];
        if (!starts_lower(row) || !is_full(flowing, flowing.rows[i - 1])) continue;
        votes += has_row_at(beside, row, 0.4) ? 1 : -1;
    }
    return votes;
}

/// Share of the lower side's height beside which the other side stands, too.
double shared_height(const Side& a, const Side& b) {
    const double top = std::max(a.rows.front().middle(), b.rows.front().middle());
    const double bottom = std::min(a.rows.back().middle(), b.rows.back().middle());
    const double least = std::min(a.rows.back().middle() - a.rows.front().middle(),
                                  b.rows.back().middle() - b.rows.front().middle());
    return least <= 0 ? 0 : (bottom - top) / least;
}

bool parts_columns(const std::vector<Row>& rows, const Gutter& gutter) {
    const auto [left, right] = sides_of(rows, gutter);
    const std::size_t smaller = std::min(left.rows.size(), right.rows.size());
    if (smaller < 3 || is_dates(left) || is_dates(right)) return false;
    if (shared_height(left, right) < 0.5) return false;
    const double line = std::min(pitch(left), pitch(right));
    if (std::min(density(left, line), density(right, line)) < 0.35) return false;
    if (aligned_rows(left, right) * 2 < smaller) return true;
    if (is_paragraphs(left) && is_paragraphs(right)) return true;
    return flow_votes(right, left) + flow_votes(left, right) >= 2;
}

void split(std::vector<Row> rows, int nesting, std::vector<Block>& out);

void split_words(std::vector<Word> words, int nesting, std::vector<Block>& out) {
    if (!words.empty()) split(make_rows(std::move(words)), nesting, out);
}

std::vector<Word> take_words(std::vector<Row>& rows, std::size_t first, std::size_t last) {
    std::vector<Word> words;
    for (std::size_t i = first; i < last; ++i) std::ranges::move(rows[i].words, std::back_inserter(words));
    return words;
}

void split(std::vector<Row> rows, int nesting, std::vector<Block>& out) {
    std::vector<double> ems;
    ems.reserve(rows.size());
    for (const Row& r : rows) ems.push_back(r.em());
    if (nesting < max_nesting) {
        for (const Gutter& gutter : find_gutters(rows, median(std::move(ems)))) {
            if (!parts_columns(rows, gutter)) continue;
            const std::size_t count = rows.size();
            split_words(take_words(rows, 0, gutter.first), nesting + 1, out);
            std::vector<Word> left;
            std::vector<Word> right;
            for (Word& w : take_words(rows, gutter.first, gutter.last + 1)) {
                ((w.x0 + w.x1) / 2 < gutter.middle() ? left : right).push_back(std::move(w));
            }
            split_words(std::move(left), nesting + 1, out);
            split_words(std::move(right), nesting + 1, out);
            split_words(take_words(rows, gutter.last + 1, count), nesting + 1, out);
            return;
        }
    }
    if (!rows.empty()) out.push_back({std::move(rows)});
}

}  // namespace

std::vector<Block> split_columns(std::vector<Word> words) {
    std::vector<Block> blocks;
    split_words(std::move(words), 0, blocks);
    return blocks;
}

}  // namespace headway::document
