// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "document/page_words.hpp"

namespace headway::document {

/// The words of one page and its height.
struct PageWords {
    std::vector<Word> words;
    double width = 0;
    double height = 0;
};

/// Rows that belong to the page and not to its text, taken out of PageWords.
struct Margins {
    std::vector<Word> header;
    std::vector<Word> footer;
};

/// Takes headers, footers and page numbers out of every page: rows near the upper or lower edge that stand at
/// the same height with the same text, page numbers apart, on at least two pages and on half of them. What
/// each of them said is returned once, with the page where it came first; the other pages get nothing.
[[nodiscard]] std::vector<Margins> take_running_lines(std::vector<PageWords>& pages);

}  // namespace headway::document
