// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace headway::text {

/// A line of a text without its end-of-line and outer white space.
struct Line {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool bullet = false;       ///< Starts with a bullet sign, "- ", "* " or "1. "; begin lies after the sign.
    bool after_blank = false;  ///< An empty line stands before it.
};

/// All lines that are not empty, in order.
[[nodiscard]] std::vector<Line> split_lines(std::string_view s);

/// A piece of running text, at most one sentence long: a bullet, a wrapped paragraph's sentence, a table row.
/// Lines that a page width broke are taken together, so a sentence may contain '\n'.
struct Sentence {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t first_line = 0;  ///< Index into the lines it was made from.
    bool bullet = false;
};

/// Sentences in order; together they cover every line, and none crosses a bullet, an empty line or a
/// heading-like short line. A stop ends a sentence when white space and no lower-case letter follow; "e.g.",
/// "Inc.", "U.S.", "Sr." and initials do not. What runs on for 1,200 bytes is cut at the next white space.
[[nodiscard]] std::vector<Sentence> split_sentences(std::string_view s, const std::vector<Line>& lines);

}  // namespace headway::text
