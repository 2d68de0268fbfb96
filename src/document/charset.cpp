// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/charset.hpp"

#include <array>
#include <cstdint>

#include "text/utf8.hpp"

namespace headway::document {
namespace {

/// windows-1252 from 0x80 to 0x9F; the five holes keep their C1 value, as the WHATWG encoding standard says.
constexpr std::array<char16_t, 32> windows1252_upper{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

bool is_control(unsigned char c) {
    return c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1B;
}

bool looks_binary(std::string_view bytes) {
    std::size_t controls = 0;
    for (char c : bytes) {
        if (c == '\0') return true;
        if (is_control(static_cast<unsigned char>(c))) ++controls;
    }
    return controls * 30 > bytes.size();
}

std::string lower_ascii(std::string_view s) {
    std::string out(s);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    return out;
}

/// UTF-16 without a mark: at least half of the bytes of one parity are NUL, none of the other.
std::optional<ByteOrder> utf16_without_mark(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 4096);
    std::size_t zeros[2] = {0, 0};
    for (std::size_t i = 0; i < head.size(); ++i) {
        if (head[i] == '\0') ++zeros[i % 2];
    }
    const std::size_t half = head.size() / 2;
    if (half < 8) return std::nullopt;
    if (zeros[1] * 2 > half && zeros[0] == 0) return ByteOrder::little;
    if (zeros[0] * 2 > half && zeros[1] == 0) return ByteOrder::big;
    return std::nullopt;
}

bool names_single_byte_latin(std::string_view label) {
    const std::string l = lower_ascii(label);
    return l == "windows-1252" || l == "cp1252" || l == "iso-8859-1" || l == "latin1" || l == "us-ascii" ||
           l == "ascii" || l == "iso8859-1" || l == "latin-1";
}

}  // namespace

void append_utf8(std::string& out, char32_t c) {
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = 0xFFFD;
    const auto put = [&](char32_t v) { out += static_cast<char>(static_cast<unsigned char>(v)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | (c >> 6U));
        put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | (c >> 12U));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | (c >> 18U));
        put(0x80U | ((c >> 12U) & 0x3FU));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    }
}

std::string utf16_to_utf8(std::string_view bytes, ByteOrder order) {
    std::string out;
    out.reserve(bytes.size());
    const auto unit = [&](std::size_t i) -> char32_t {
        const auto a = static_cast<unsigned char>(bytes[i]);
        const auto b = static_cast<unsigned char>(bytes[i + 1]);
        return order == ByteOrder::little ? static_cast<char32_t>(a | (b << 8))
                                          : static_cast<char32_t>(b | (a << 8));
    };
    std::size_t i = 0;
    while (i + 1 < bytes.size()) {
        char32_t c = unit(i);
        i += 2;
        if (c >= 0xD800 && c < 0xDC00 && i + 1 < bytes.size()) {
            const char32_t low = unit(i);
            if (low >= 0xDC00 && low < 0xE000) {
                c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
                i += 2;
            }
        }
        append_utf8(out, c);
    }
    if (i < bytes.size()) append_utf8(out, 0xFFFD);
    return out;
}

std::string windows1252_to_utf8(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (char byte : bytes) {
        const auto c = static_cast<unsigned char>(byte);
        append_utf8(out, c >= 0x80 && c < 0xA0 ? windows1252_upper[c - 0x80U] : char32_t{c});
    }
    return out;
}

std::optional<Decoded> decode_text(std::string_view bytes, std::string_view declared) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (bytes.starts_with("\xFF\xFE")) return Decoded{utf16_to_utf8(bytes.substr(2), ByteOrder::little), {}};
    if (bytes.starts_with("\xFE\xFF")) return Decoded{utf16_to_utf8(bytes.substr(2), ByteOrder::big), {}};
    if (const auto order = utf16_without_mark(bytes)) return Decoded{utf16_to_utf8(bytes, *order), {}};
    if (looks_binary(bytes)) return std::nullopt;
    if (text::first_invalid(bytes) == std::string_view::npos) return Decoded{std::string(bytes), {}};
    if (names_single_byte_latin(declared)) return Decoded{windows1252_to_utf8(bytes), {}};
    return Decoded{windows1252_to_utf8(bytes),
                   "The text is not valid UTF-8 and was read as windows-1252; check letters with accents."};
}

}  // namespace headway::document
