// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "career/mention.hpp"
#include "career/reading.hpp"

namespace headway::career {

/// Whether any part of the sentence denies or only hopes: closeness in meaning cannot tell which part it is
/// close to.
[[nodiscard]] bool disowns(const Reading& reading, std::span<const Mention> named, std::uint32_t sentence);

/// The chance that a résumé's nearest sentence shows what an ad asks for, from its similarity and from what
/// its words tell (Linker). Fitted by research/implied on requirements of 16 fields, of which two in five
/// are not shown, and moved from there (see its README). Higher than Linker::certainty(), which answers the
/// harder question of which of all skills a sentence names: here the ad has asked, and people apply for what
/// they can do.
[[nodiscard]] double certainty_by_meaning(double similarity, double shared_words);

/// Below this closeness in meaning is no evidence.
inline constexpr double least_by_meaning = 0.45;

}  // namespace headway::career
