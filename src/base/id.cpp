// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/id.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <mutex>
#include <span>
#include <sys/random.h>

namespace headway {

namespace {

void fill_random(std::span<unsigned char> out) {
    std::size_t done = 0;
    while (done < out.size()) {
        const auto got = getrandom(out.data() + done, out.size() - done, 0);
        if (got > 0)
            done += static_cast<std::size_t>(got);
        else if (got == 0)
            std::abort();  // the kernel never does this; a secret of zeroes must not exist
    }
}

/// Milliseconds (48 bits) and a counter (12 bits) that together never go back within this process.
std::uint64_t next_tick() {
    static std::mutex mutex;
    static std::uint64_t last = 0;
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
                         std::chrono::system_clock::now().time_since_epoch())
                         .count();
    const std::uint64_t tick = static_cast<std::uint64_t>(now) << 12U;
    const std::lock_guard lock(mutex);
    last = std::max(last + 1, tick);
    return last;
}

}  // namespace

std::string make_uuid() {
    std::array<unsigned char, 16> bytes{};
    fill_random(std::span(bytes).subspan(8));
    const std::uint64_t tick = next_tick();
    for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<unsigned char>(tick >> (52 - 8 * i));
    bytes[6] = static_cast<unsigned char>(0x70U | ((tick >> 8U) & 0x0FU));
    bytes[7] = static_cast<unsigned char>(tick);
    bytes[8] = static_cast<unsigned char>(0x80U | (bytes[8] & 0x3FU));
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        text += digits[bytes[i] >> 4U];
        text += digits[bytes[i] & 15U];
    }
    return text;
}

bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const char c = text[i];
        if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
    }
    return true;
}

std::string make_secret(std::size_t bytes) {
    std::string raw(bytes, '\0');
    fill_random({reinterpret_cast<unsigned char*>(raw.data()), raw.size()});
    static constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string text;
    std::uint32_t pending = 0;
    int bits = 0;
    for (const char c : raw) {
        pending = (pending << 8U) | static_cast<unsigned char>(c);
        for (bits += 8; bits >= 6; bits -= 6)
            text += digits[(pending >> static_cast<unsigned>(bits - 6)) & 63U];
    }
    if (bits > 0) text += digits[(pending << static_cast<unsigned>(6 - bits)) & 63U];
    return text;
}

}  // namespace headway
