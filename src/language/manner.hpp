// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "language/sentences.hpp"

/// Figures, days and lists as a language writes them.
namespace headway::language {

/// "-1834.5", as the program writes numbers, in the language: "-1.834,5". A sign stays.
[[nodiscard]] std::string figure_in(const Manner& manner, std::string_view written);
/// "2026-11-03": "03.11.2026".
[[nodiscard]] std::string day_in(const Manner& manner, std::string_view written);
/// "2026-11-03T17:03:11.204Z", with its time in UTC.
[[nodiscard]] std::string moment_in(const Manner& manner, std::string_view written);
/// The label of a level; one that is unknown as it is.
[[nodiscard]] std::string level_in(const Manner& manner, std::string_view label);
/// "“a”, “b” and “c”", with the language's quotation marks and conjunction.
[[nodiscard]] std::string quoted_in(const Manner& manner, std::string_view list);
/// "a, b and c". Names that may stand in it tell where each ends; without them only "a and b" is turned.
[[nodiscard]] std::string list_in(const Manner& manner, std::string_view list,
                                  std::span<const std::string> names);
/// "Rust (basic), C (none) and Go (working)".
[[nodiscard]] std::string leveled_in(const Manner& manner, std::string_view list);

}  // namespace headway::language
