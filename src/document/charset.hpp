// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace headway::document {

/// Text in UTF-8 and, where the encoding had to be guessed, a sentence that says so.
struct Decoded {
    std::string text;
    std::string warning;
};

/// Appends one code point as UTF-8; surrogates and values above U+10FFFF become U+FFFD.
void append_utf8(std::string& out, char32_t c);

enum class ByteOrder { little, big };

/// UTF-16 bytes without a byte order mark. Lone surrogates and a trailing odd byte become U+FFFD.
[[nodiscard]] std::string utf16_to_utf8(std::string_view bytes, ByteOrder order);

/// Every byte has a meaning here (WHATWG table): the fallback for text of unknown origin.
[[nodiscard]] std::string windows1252_to_utf8(std::string_view bytes);

/// Decodes by byte order mark, then by `declared` (a label such as "utf-8" or "iso-8859-1", where the content
/// names one), then as UTF-8 when valid, then as windows-1252 with a warning. Returns nothing when the bytes
/// look binary: NUL bytes, or more than one control character in thirty.
[[nodiscard]] std::optional<Decoded> decode_text(std::string_view bytes, std::string_view declared);

}  // namespace headway::document
