// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/gutters.hpp"

#include <algorithm>
#include <utility>

namespace headway::document {
namespace {

struct Span {
    double a;
    double b;
};

/// Narrowest gutter in ems; LaTeX parts columns by one em.
constexpr double narrowest = 0.8;
/// A gutter narrower than this needs more rows as a witness: blanks of justified lines may line up by chance.
constexpr double narrow = 1.6;
constexpr std::size_t rows_for_narrow = 6;
constexpr std::size_t rows_for_wide = 3;
constexpr std::size_t max_steps = 400'000;
constexpr std::size_t max_gutters = 12;

/// The white of a row between `left` and `right` of the region, margins included.
std::vector<Span> white_of(const Row& row, double left, double right, double least) {
    std::vector<Span> words;
    words.reserve(row.words.size());
    for (const Word& w : row.words) words.push_back({w.x0, w.x1});
    std::ranges::sort(words, {}, &Span::a);
    std::vector<Span> white;
    double x = left;
    for (const Span& w : words) {
        if (w.a - x >= least) white.push_back({x, w.a});
        x = std::max(x, w.b);
    }
    if (right - x >= least) white.push_back({x, right});
    return white;
}

Gutter measure(const std::vector<Row>& rows, Span strip, std::size_t first, std::size_t last) {
    Gutter g{strip.a, strip.b, first, last};
    for (std::size_t i = first; i <= last; ++i) {
        bool on_left = false;
        bool on_right = false;
        for (const Word& w : rows[i].words) ((w.x0 + w.x1) / 2 < g.middle() ? on_left : on_right) = true;
        g.left_rows += on_left ? 1U : 0U;
        g.right_rows += on_right ? 1U : 0U;
    }
    return g;
}

/// Grows strips of white downwards from each row and keeps those that can grow no further.
class Search {
  public:
    Search(const std::vector<Row>& rows, double em) : rows_(rows), em_(em) {
        left_ = rows.front().left();
        right_ = rows.front().right();
        for (const Row& row : rows) {
            for (const Word& w : row.words) left_ = std::min(left_, w.x0);
            right_ = std::max(right_, row.right());
        }
        for (const Row& row : rows) white_.push_back(white_of(row, left_, right_, narrowest * em));
    }

    std::vector<Gutter> run() {
        for (std::size_t i = 0; i < rows_.size() && steps_ < max_steps; ++i) grow_from(i);
        std::ranges::sort(found_, [](const Gutter& a, const Gutter& b) { return weight(a) > weight(b); });
        if (found_.size() > max_gutters) found_.resize(max_gutters);
        return std::move(found_);
    }

  private:
    static std::size_t weight(const Gutter& g) {
        return std::min(g.left_rows, g.right_rows) * 4 + g.last - g.first;
    }

    void grow_from(std::size_t first) {
        std::vector<Span> strips = white_[first];
        for (std::size_t j = first + 1; !strips.empty() && steps_ < max_steps; ++j) {
            std::vector<Span> next;
            for (const Span& s : strips) {
                const std::size_t before = next.size();
                if (j < rows_.size()) intersect(s, white_[j], next);
                const bool whole =
                    next.size() == before + 1 && next.back().b - next.back().a >= 0.6 * (s.b - s.a);
                if (!whole) consider(s, first, j - 1);
            }
            strips = std::move(next);
        }
    }

    void intersect(const Span& s, const std::vector<Span>& white, std::vector<Span>& out) {
        for (const Span& w : white) {
            ++steps_;
            const Span both{std::max(s.a, w.a), std::min(s.b, w.b)};
            if (both.b - both.a >= narrowest * em_) out.push_back(both);
        }
    }

    void consider(const Span& s, std::size_t first, std::size_t last) {
        const std::size_t least = s.b - s.a < narrow * em_ ? rows_for_narrow : rows_for_wide;
        if (last - first + 1 < least || s.a <= left_ || s.b >= right_) return;
        // The same strip from a row further up is the better one.
        for (const Gutter& g : found_) {
            if (g.first <= first && g.last >= last && g.left >= s.a - em_ && g.right <= s.b + em_) return;
        }
        if (found_.size() >= 64) return;
        steps_ += last - first;
        const Gutter g = measure(rows_, s, first, last);
        if (g.left_rows >= least && g.right_rows >= least) found_.push_back(g);
    }

    const std::vector<Row>& rows_;
    double em_;
    double left_ = 0;
    double right_ = 0;
    std::vector<std::vector<Span>> white_;
    std::vector<Gutter> found_;
    std::size_t steps_ = 0;
};

}  // namespace

std::vector<Gutter> find_gutters(const std::vector<Row>& rows, double em) {
    if (rows.size() < rows_for_wide || em <= 0) return {};
    return Search(rows, em).run();
}

}  // namespace headway::document
