// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "document/columns.hpp"
#include "document/hyphens.hpp"

namespace headway::document {

/// A line of text as it was set, with what is needed to tell whether the next one continues it.
struct Line {
    std::string text;  ///< words joined by a blank, cells by a tab
    double left = 0;   ///< of the text itself, after a bullet
    double right = 0;
    double middle = 0;
    double em = 0;
    double first_word = 0;  ///< width of the first word
    bool bullet = false;
    bool cells = false;  ///< holds a tab
};

/// The lines of a block, cells of a row joined by a tab.
[[nodiscard]] std::vector<Line> make_lines(const Block& block);

/// Appends the line that continues `out`: after a blank, or mending the word that a hyphen broke.
void append_continuation(std::string& out, const std::string& next, const Hyphens& hyphens);

/// Running text of a block: wrapped lines joined, words mended over line ends, an empty line between
/// paragraphs that stand apart. Ends with \n.
[[nodiscard]] std::string flow_text(const std::vector<Line>& lines, const Hyphens& hyphens);

}  // namespace headway::document
