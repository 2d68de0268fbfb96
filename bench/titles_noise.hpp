// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace headway::bench {

/// A title as job boards and résumés write it: one to three of seniority, gender tag, place, company, hours,
/// abbreviation, turned order, upper case, a slip of the keyboard. The same seed gives the same title.
[[nodiscard]] std::string make_messy(std::string_view title, std::uint64_t seed);

}  // namespace headway::bench
