// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/id_order.hpp"

#include <algorithm>
#include <cstdint>

#include "base/id.hpp"

namespace headway {
namespace {

constexpr std::size_t ordered_characters = 18;  // "0190f3d2-7c1a-7abc": time, version, counter

/// The 60 bits by which UUIDs of version 7 are ordered.
std::uint64_t tick_of(std::string_view uuid) {
    std::uint64_t tick = 0;
    for (std::size_t i = 0; i < ordered_characters; ++i) {
        if (i == 8 || i == 13 || i == 14) continue;  // dashes, and the version
        const char c = uuid[i];
        tick = (tick << 4U) | static_cast<std::uint64_t>(c <= '9' ? c - '0' : c - 'a' + 10);
    }
    return tick;
}

std::string uuid_of(std::uint64_t tick, std::string_view tail) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text(ordered_characters, '-');
    text[14] = '7';
    for (std::size_t i = ordered_characters; i-- > 0;) {
        if (i == 8 || i == 13 || i == 14) continue;
        text[i] = digits[tick & 15U];
        tick >>= 4U;
    }
    return text += tail;
}

}  // namespace

std::string make_uuid_after(std::string_view last) {
    std::string made = make_uuid();
    if (made > last || !is_uuid(last)) return made;
    return uuid_of(tick_of(last) + 1, std::string_view(made).substr(ordered_characters));
}

std::string first_uuid_of(Timestamp time) {
    const std::int64_t milliseconds = std::max<std::int64_t>(time.micros, 0) / 1000;
    return uuid_of(static_cast<std::uint64_t>(milliseconds) << 12U, "-8000-000000000000");
}

}  // namespace headway
