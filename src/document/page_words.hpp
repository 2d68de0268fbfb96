// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace headway::document {

/// A word as it stands on a page. Units are points (or any other, the same for all words of a page), y grows
/// downwards, x0 <= x1 and y0 <= y1. The box may be much taller than the letters: some fonts state wrong
/// heights.
struct Word {
    double x0 = 0;
    double y0 = 0;
    double x1 = 0;
    double y1 = 0;
    std::string text;         ///< clean UTF-8 without blanks, not empty
    bool space_after = true;  ///< false when the next word touches this one, as in a word of two colours
    double em = 0;            ///< about the font size, estimated from the width of the letters

    [[nodiscard]] double middle() const { return (y0 + y1) / 2; }
};

/// Words of one line from left to right.
struct Row {
    std::vector<Word> words;

    [[nodiscard]] double left() const { return words.front().x0; }
    [[nodiscard]] double right() const;
    /// Middle of the row's least tall word: the most trustworthy height of the row.
    [[nodiscard]] double middle() const { return middle_; }
    [[nodiscard]] double em() const { return em_; }

    double middle_ = 0;
    double em_ = 0;
};

/// Number of code points.
[[nodiscard]] std::size_t letter_count(const std::string& utf8);

/// Estimates the font size from the word's width: half an em per letter, a whole one for East Asian letters.
[[nodiscard]] double estimate_em(const Word& word);

/// Groups words into rows from top to bottom. Words share a row when the middle halves of their boxes
/// overlap.
[[nodiscard]] std::vector<Row> make_rows(std::vector<Word> words);

/// Median of `values`, 0 when there are none.
[[nodiscard]] double median(std::vector<double> values);

}  // namespace headway::document
