// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace headway {

/// FNV-1a over bytes, finished with an avalanche step (MurmurHash3's fmix64). Stable for ever: hashes are
/// written to pack files. Not for adversarial input in open tables without a bound on the chain.
[[nodiscard]] constexpr std::uint64_t hash64(std::string_view bytes,
                                             std::uint64_t seed = 0xcbf29ce484222325ULL) {
    std::uint64_t h = seed;
    for (char c : bytes) {
        h ^= static_cast<unsigned char>(c);
        h *= 0x100000001b3ULL;
    }
    h ^= h >> 33;
    h *= 0xff51afd7ed558ccdULL;
    h ^= h >> 33;
    h *= 0xc4ceb9fe1a85ec53ULL;
    h ^= h >> 33;
    return h;
}

}  // namespace headway
