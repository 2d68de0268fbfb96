// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace headway::text {

/// One decoded code point and how many bytes it took (1–4). Invalid bytes decode as U+FFFD with length 1.
struct CodePoint {
    char32_t value = 0;
    std::uint32_t length = 0;
};

/// Decodes at `offset` (< s.size()). Refuses overlong forms, surrogates and values above U+10FFFF.
[[nodiscard]] CodePoint decode(std::string_view s, std::size_t offset);

/// Offset of the first byte that is not valid UTF-8, or npos.
[[nodiscard]] std::size_t first_invalid(std::string_view s);

/// The same text with every invalid byte replaced by U+FFFD. Byte offsets shift where something was replaced.
[[nodiscard]] std::string make_valid(std::string_view s);

/// Case-folded, compatibility-decomposed, without combining marks: "Résumé" → "resume", "ﬁ" → "fi". ASCII
/// only takes a fast path. The result is for comparing, not for showing.
[[nodiscard]] std::string fold(std::string_view s);

}  // namespace headway::text
