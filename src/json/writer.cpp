// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/writer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

namespace headway::json {
namespace {

/// Bytes of the valid UTF-8 sequence at the start of `s`, 0 when it is not valid.
std::size_t valid_sequence(std::string_view s) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    const unsigned char a = byte(0);
    const std::size_t n = a < 0x80                 ? 1
                          : a >= 0xC2 && a <= 0xDF ? 2
                          : (a & 0xF0U) == 0xE0    ? 3
                          : a >= 0xF0 && a <= 0xF4 ? 4
                                                   : 0;
    if (n == 0 || n > s.size()) return 0;
    for (std::size_t i = 1; i < n; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) return 0;
    }
    if (n == 3 && ((a == 0xE0 && byte(1) < 0xA0) || (a == 0xED && byte(1) > 0x9F))) return 0;
    if (n == 4 && ((a == 0xF0 && byte(1) < 0x90) || (a == 0xF4 && byte(1) > 0x8F))) return 0;
    return n;
}

bool is_plain(unsigned char byte) {
    return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\';
}

/// How many bytes from the start of `s` stand for themselves. Eight at a time, as most are; the tests of a
/// byte for zero are those of "Bit Twiddling Hacks", exact up to the first hit.
std::size_t plain_run(std::string_view s) {
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t tops = 0x8080808080808080;
    const auto has_zero = [](std::uint64_t word) { return (word - ones) & ~word & tops; };
    std::size_t i = 0;
    for (; i + 8 <= s.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, s.data() + i, 8);
        const std::uint64_t below_space = (word - ones * 0x20) & ~word & tops;
        const std::uint64_t odd = (word & tops) | below_space | has_zero(word ^ ones * '"') |
                                  has_zero(word ^ ones * '\\') | has_zero(word ^ ones * 0x7F);
        if (odd != 0) break;
    }
    while (i < s.size() && is_plain(static_cast<unsigned char>(s[i]))) ++i;
    return i;
}

}  // namespace

void Writer::new_line() {
    out_ += '\n';
    out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
}

void Writer::before_value() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (depth_ == 0) return;
    if (!first_) out_ += ',';
    first_ = false;
    if (pretty_) new_line();
}

void Writer::open(char bracket) {
    before_value();
    out_ += bracket;
    ++depth_;
    first_ = true;
}

void Writer::close(char bracket) {
    --depth_;
    if (!first_ && pretty_) new_line();
    out_ += bracket;
    first_ = false;
}

void Writer::key(std::string_view name) {
    string(name);
    out_ += pretty_ ? ": " : ":";
    after_key_ = true;
}

void Writer::plain_key(std::string_view name) {
    if (pretty_) return key(name);
    const bool comma = !after_key_ && depth_ > 0 && !first_;
    first_ = false;
    after_key_ = true;
    const std::size_t before = out_.size();
    const std::size_t after = before + name.size() + (comma ? 4 : 3);
    // The size that it hands over may be the capacity instead (libstdc++ 12).
    out_.resize_and_overwrite(after, [&](char* text, std::size_t) {
        char* to = text + before;
        if (comma) *to++ = ',';
        *to++ = '"';
        std::memcpy(to, name.data(), name.size());
        std::memcpy(to + name.size(), "\":", 2);
        return after;
    });
}

void Writer::string(std::string_view value) {
    before_value();
    if (plain_run(value) == value.size()) {
        const std::size_t before = out_.size();
        const std::size_t after = before + value.size() + 2;
        out_.resize_and_overwrite(after, [&](char* text, std::size_t) {
            text[before] = '"';
            if (!value.empty()) std::memcpy(text + before + 1, value.data(), value.size());
            text[after - 1] = '"';
            return after;
        });
        return;
    }
    out_ += '"';
    for (std::size_t i = 0; i < value.size();) {
        const std::size_t run = plain_run(value.substr(i));
        out_.append(value, i, run);
        i += run;
        if (i == value.size()) break;
        const char c = value[i];
        if (c == '"' || c == '\\') {
            out_ += '\\';
            out_ += c;
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            constexpr std::string_view hex = "0123456789abcdef";
            switch (c) {
                case '\n':
                    out_ += "\\n";
                    break;
                case '\t':
                    out_ += "\\t";
                    break;
                case '\r':
                    out_ += "\\r";
                    break;
                default:
                    out_ += "\\u00";
                    out_ += hex[static_cast<unsigned char>(c) >> 4U];
                    out_ += hex[static_cast<unsigned char>(c) & 15U];
            }
        } else {
            const std::size_t n = valid_sequence(value.substr(i));
            if (n == 0) {
                out_ += "\xEF\xBF\xBD";
            } else {
                out_.append(value, i, n);
            }
            i += n == 0 ? 1 : n;
            continue;
        }
        ++i;
    }
    out_ += '"';
}

void Writer::number(double value) {
    if (!std::isfinite(value)) return null();
    before_value();
    std::array<char, 32> buffer;
    // Plain decimals for the range people read; shortest round-trip form in any case.
    const bool plain = value == 0 || (std::fabs(value) >= 1e-6 && std::fabs(value) < 1e15);
    const auto [end, error] =
        plain ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed)
              : std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    if (error == std::errc()) {
        out_.append(buffer.data(), end);
    } else {
        out_ += "null";
    }
}

void Writer::integer(std::int64_t value) {
    before_value();
    std::array<char, 20> digits;
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    out_.append(digits.data(), end);
}

void Writer::boolean(bool value) {
    before_value();
    out_ += value ? "true" : "false";
}

void Writer::null() {
    before_value();
    out_ += "null";
}

}  // namespace headway::json
