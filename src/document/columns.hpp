// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "document/page_words.hpp"

namespace headway::document {

/// A part of a page whose rows are read from top to bottom.
struct Block {
    std::vector<Row> rows;  ///< not empty
};

/// Cuts the words of a page into blocks in reading order: what stands above columns, the left column, the
/// right one, what stands below; columns may again hold columns.
///
/// A gutter is a strip of white that no word crosses over a run of rows. It parts columns when both sides
/// flow on their own: their lines stand at different heights, or both are set as paragraphs. It does not when
/// the rows of both sides belong together: a job title with its dates at the right margin, a label with its
/// value, the rows of a table.
[[nodiscard]] std::vector<Block> split_columns(std::vector<Word> words);

}  // namespace headway::document
