// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace headway::ontology {

/// 64-bit checksum of a pack's content, made to run at memory speed (hash64 takes a byte at a time). Four
/// lanes, each fed every fourth little-endian 8-byte word: lane = (rotl(lane, 29) ^ word) * odd constant; a
/// short last word is filled with zero bytes, the length is mixed in at the end. Finds accidents, not
/// forgers. Part of the file format: docs/formats/pack.md.
[[nodiscard]] inline std::uint64_t content_checksum(std::string_view bytes) {
    constexpr std::uint64_t factor = 0x9e3779b97f4a7c15ULL;
    std::array<std::uint64_t, 4> lanes = {1, 2, 3, 4};
    std::size_t at = 0;
    for (; at + 32 <= bytes.size(); at += 32) {
        std::array<std::uint64_t, 4> words;
        std::memcpy(words.data(), bytes.data() + at, 32);
        for (std::size_t i = 0; i < 4; ++i) lanes[i] = (std::rotl(lanes[i], 29) ^ words[i]) * factor;
    }
    for (std::size_t i = 0; at < bytes.size(); at += 8, ++i) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, bytes.size() - at < 8 ? bytes.size() - at : 8);
        lanes[i] = (std::rotl(lanes[i], 29) ^ word) * factor;
    }
    std::uint64_t h = bytes.size();
    for (std::uint64_t lane : lanes) {
        h = (h ^ lane ^ (lane >> 32U)) * factor;
        h ^= h >> 29U;
    }
    return h;
}

}  // namespace headway::ontology
