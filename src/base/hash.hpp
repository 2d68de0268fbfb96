// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace headway {

inline constexpr std::uint64_t hash64_seed = 0xcbf29ce484222325ULL;

/// One more byte of a hash64 that is made while the bytes are read.
[[nodiscard]] constexpr std::uint64_t hash64_add(std::uint64_t h, char byte) {
    return (h ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
}

/// The hash64 of the bytes that were added, one by one, to hash64_seed.
[[nodiscard]] constexpr std::uint64_t hash64_end(std::uint64_t h) {
    h ^= h >> 33;
    h *= 0xff51afd7ed558ccdULL;
    h ^= h >> 33;
    h *= 0xc4ceb9fe1a85ec53ULL;
    h ^= h >> 33;
    return h;
}

/// FNV-1a over bytes, finished with an avalanche step (MurmurHash3's fmix64). Stable for ever: hashes are
/// written to pack files. Not for adversarial input in open tables without a bound on the chain.
[[nodiscard]] constexpr std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = hash64_seed) {
    std::uint64_t h = seed;
    for (char c : bytes) h = hash64_add(h, c);
    return hash64_end(h);
}

}  // namespace headway
