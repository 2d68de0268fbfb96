// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace headway::ontology {

// Identity of the compiled lexicon's file format; raise the version with every change of its tables.
inline constexpr std::string_view lexicon_magic{"HWLEX1\n\0", 8};
inline constexpr std::uint32_t lexicon_version = 4;

}  // namespace headway::ontology
