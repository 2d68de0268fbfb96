// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace headway::vectors {

/// Bounds on what is read of a text; what is beyond them is left out.
inline constexpr std::size_t longest_word = 64;  ///< Folded bytes of a word.
inline constexpr std::size_t most_words = 1000;  ///< Words of a text.

/// The words of a text (UTF-8; other bytes separate): runs of a–z, 0–9, '+', '#' and '.', after Latin letters
/// lost their case and marks; dots at the ends are cut, and words without a letter or digit are none.
[[nodiscard]] std::vector<std::string> plain_words(std::string_view text);

/// A plain word without its plural, -ing or -ed, and last e or y: "managing", "manages" → "manag". Words
/// under four letters and words with digits or signs stay.
[[nodiscard]] std::string light_stem(std::string_view word);

/// Whether a plain word says nothing by itself ("the", "with").
[[nodiscard]] bool is_stop_word(std::string_view word);

/// Adds the features of one plain word, as hash64 of their names: the word, its stem where that differs, and
/// every four characters of <word>. docs/formats/link-model.md is the definition.
void add_features(std::string_view word, std::vector<std::uint64_t>& out);

}  // namespace headway::vectors
