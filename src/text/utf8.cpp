// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/utf8.hpp"

#include <algorithm>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace headway::text {

CodePoint decode(std::string_view s, std::size_t offset) {
    constexpr CodePoint bad{0xFFFD, 1};
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(s[offset + i]); };
    const std::size_t left = s.size() - offset;
    const unsigned char a = at(0);
    if (a < 0x80) return {a, 1};
    const auto tail = [&](std::size_t i) { return i < left && (at(i) & 0xC0U) == 0x80U; };
    const auto bits = [&](std::size_t i) { return static_cast<char32_t>(at(i) & 0x3FU); };
    if (a >= 0xC2 && a <= 0xDF && tail(1)) return {(static_cast<char32_t>(a & 0x1FU) << 6U) | bits(1), 2};
    if ((a & 0xF0U) == 0xE0U && tail(1) && tail(2)) {
        const char32_t v = (static_cast<char32_t>(a & 0x0FU) << 12U) | (bits(1) << 6U) | bits(2);
        if (v >= 0x800 && (v < 0xD800 || v > 0xDFFF)) return {v, 3};
        return bad;
    }
    if (a >= 0xF0 && a <= 0xF4 && tail(1) && tail(2) && tail(3)) {
        const char32_t v =
            (static_cast<char32_t>(a & 0x07U) << 18U) | (bits(1) << 12U) | (bits(2) << 6U) | bits(3);
        if (v >= 0x10000 && v <= 0x10FFFF) return {v, 4};
    }
    return bad;
}

std::size_t first_invalid(std::string_view s) {
    std::size_t i = 0;
    while (i < s.size()) {
        if (static_cast<unsigned char>(s[i]) < 0x80) {
            ++i;
            continue;
        }
        const CodePoint c = decode(s, i);
        if (c.length == 1) return i;
        i += c.length;
    }
    return std::string_view::npos;
}

std::string make_valid(std::string_view s) {
    if (first_invalid(s) == std::string_view::npos) return std::string(s);
    std::string out;
    out.reserve(s.size() + 16);
    for (std::size_t i = 0; i < s.size();) {
        const CodePoint c = decode(s, i);
        if (c.length == 1 && static_cast<unsigned char>(s[i]) >= 0x80) {
            out += "\xEF\xBF\xBD";
        } else {
            out.append(s, i, c.length);
        }
        i += c.length;
    }
    return out;
}

std::string fold(std::string_view s) {
    const bool ascii =
        std::all_of(s.begin(), s.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii) {
        std::string out(s);
        for (char& c : out) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
        }
        return out;
    }
    UErrorCode status = U_ZERO_ERROR;
    const auto* folder = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const auto* decomposer = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status)) return std::string(s);
    const auto source =
        icu::UnicodeString::fromUTF8(icu::StringPiece(s.data(), static_cast<int32_t>(s.size())));
    const icu::UnicodeString decomposed = decomposer->normalize(folder->normalize(source, status), status);
    icu::UnicodeString kept;
    for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        const UChar32 c = decomposed.char32At(i);
        if (u_charType(c) != U_NON_SPACING_MARK) kept.append(c);
    }
    std::string out;
    kept.toUTF8String(out);
    return out;
}

}  // namespace headway::text
