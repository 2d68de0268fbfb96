// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace headway::document {

/// What U+00AD means where the text comes from: in a PDF it was painted, so it is a hyphen; elsewhere it only
/// marks where a word may be broken.
enum class SoftHyphen { painted, invisible };

/// Counts what could not be shown, for warnings.
struct CleanLosses {
    std::size_t unreadable = 0;  ///< U+FFFD and glyphs without a meaning
    std::size_t kept = 0;        ///< code points that came through
};

/// Valid UTF-8 in (invalid bytes count as unreadable), valid UTF-8 out: ligatures (U+FB00–06) as letters,
/// every space as ' ', line ends as \n, private-use bullets as "•", other private-use, zero-width and control
/// characters dropped, composed (NFC) where combining marks occur.
[[nodiscard]] std::string clean_characters(std::string_view utf8, SoftHyphen soft_hyphen,
                                           CleanLosses* losses = nullptr);

/// Bytes of the bullet mark and the blanks after it at the start of `line`, 0 when it has none. "-", "*",
/// "+", "–", "o" and the like count only before a blank.
[[nodiscard]] std::size_t bullet_length(std::string_view line);

/// Lines of clean characters → the shape promised by Document::text: bullets "• ", no blanks at line ends,
/// runs of spaces as one, at most one empty line in a row, none at the start, one \n at the end. Empty when
/// nothing is left.
[[nodiscard]] std::string tidy_lines(std::string_view text);

}  // namespace headway::document
