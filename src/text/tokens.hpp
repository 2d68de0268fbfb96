// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace headway::text {

/// A word of a text. `key` identifies its normal form (case folded, marks and plural ending removed), `exact`
/// the case folded form as written; both are stable hashes (base/hash.hpp) and may be stored in files.
struct Token {
    std::uint32_t begin = 0;  ///< Byte offset into the text.
    std::uint32_t end = 0;    ///< One past the last byte.
    std::uint64_t key = 0;
    std::uint64_t exact = 0;
    bool upper_first : 1 = false;  ///< Starts with an upper-case letter.
    bool upper_all : 1 = false;    ///< At least one letter, and no lower-case one.
    bool digit_first : 1 = false;
    bool in_link : 1 = false;     ///< Part of a URL, an e-mail address or a path: names no skill.
    bool line_start : 1 = false;  ///< First token of its line.
    bool after_stop : 1 = false;  ///< First token after a sentence end (". ", "! ", "? ") or of a line.
};

/// Splits `s` (valid UTF-8) into words. Letters and digits of any script form words; "c++", "c#", ".net" and
/// "a+" stay whole; "node.js", "ci/cd" and "front-end" are two words each; "&" is the word "and"; a decimal
/// number is one word; a possessive 's belongs to its word and is dropped in the key. Linear in the length;
/// words longer than 256 bytes are kept but their key is of the first 256 bytes.
[[nodiscard]] std::vector<Token> tokenize(std::string_view s);

/// The same into a buffer that keeps its memory.
void tokenize(std::string_view s, std::vector<Token>& out);

/// The normal form whose hash is Token::key, for a word as it stands in the text.
[[nodiscard]] std::string normal_form(std::string_view word);

/// Normal forms of all words, joined by one space: the key by which names are compared.
[[nodiscard]] std::string normal_name(std::string_view name);

/// Removes an English plural ending from a lower-case word: "skills" → "skill", "policies" → "policy",
/// "processes" → "process"; words under 4 letters and those on -ss, -us, -is stay.
[[nodiscard]] std::string_view without_plural(std::string_view word, std::string& buffer);

}  // namespace headway::text
