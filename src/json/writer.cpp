// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/writer.hpp"

#include <array>
#include <charconv>
#include <cmath>

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

}  // namespace

void Writer::new_line() {
    if (!pretty_) return;
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
    new_line();
}

void Writer::open(char bracket) {
    before_value();
    out_ += bracket;
    ++depth_;
    first_ = true;
}

void Writer::close(char bracket) {
    --depth_;
    if (!first_) new_line();
    out_ += bracket;
    first_ = false;
}

void Writer::key(std::string_view name) {
    string(name);
    out_ += pretty_ ? ": " : ":";
    after_key_ = true;
}

void Writer::string(std::string_view value) {
    before_value();
    out_ += '"';
    for (std::size_t i = 0; i < value.size();) {
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
    out_ += std::to_string(value);
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
