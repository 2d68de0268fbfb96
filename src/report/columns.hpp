// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Text as a terminal counts it: in columns, not in bytes.
namespace headway::report {

/// Columns that a code point takes: 0 for combining marks and other characters without width, 2 for East
/// Asian wide characters and emoji, else 1.
[[nodiscard]] int columns_of(char32_t c);

/// Columns that valid UTF-8 takes. Control characters count as 0 and do not belong in it.
[[nodiscard]] int columns_of(std::string_view s);

/// The longest beginning of `s` that fits; a combining mark stays with its letter.
[[nodiscard]] std::string_view first_columns(std::string_view s, int columns);
/// The longest end of `s` that fits.
[[nodiscard]] std::string_view last_columns(std::string_view s, int columns);

/// `s` itself when it fits, else cut at the right with "…" in place of the rest. Empty below one column.
[[nodiscard]] std::string shorten(std::string_view s, int columns);

/// `s` filled up with blanks, or shortened, to exactly that many columns.
[[nodiscard]] std::string fit_left(std::string_view s, int columns);
[[nodiscard]] std::string fit_right(std::string_view s, int columns);

/// Lines of at most `columns` (at least 1), broken at blanks; a word that is too long is cut. Never empty.
[[nodiscard]] std::vector<std::string> wrap(std::string_view s, int columns);

}  // namespace headway::report
