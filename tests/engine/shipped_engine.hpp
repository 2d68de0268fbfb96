// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "career/engine.hpp"

namespace headway::test {

/// The engine over the packs, lexicon and linker that the build made; opened once. Ends the program with a
/// message when they are missing, since then nothing here can be tested.
[[nodiscard]] const career::Engine& shipped_engine();

/// The month that the tests count from.
inline constexpr career::Month today = career::make_month(2026, 11);

/// The gap between two texts.
[[nodiscard]] career::GapReport gap_between(std::string_view resume, std::string_view job);

/// The result for the requirement that has this name among its skills or as its own; nullptr when there is
/// none.
[[nodiscard]] const career::RequirementResult* find_requirement(const career::GapReport& report,
                                                                std::string_view name);

}  // namespace headway::test
