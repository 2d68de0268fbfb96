// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace headway::vectors {

/// Latin letters from U+00C0 to U+017F in lower case without marks, one character each. A space stands for
/// what is no letter, a digit d for the two letters latin_pairs[d - '1'].
inline constexpr char32_t latin_begin = 0xC0;
inline constexpr std::string_view latin_letters =
    "aaaaaa1ceeeeiiiidnooooo ouuuuy23aaaaaa1ceeeeiiiidnooooo ouuuuy2y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiii i44jjkkklllllll"
    "lllnnnnnnnnnoooooo55rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin_letters.size() == 0x180 - 0xC0);
inline constexpr std::array<std::string_view, 5> latin_pairs = {"ae", "th", "ss", "ij", "oe"};

}  // namespace headway::vectors
