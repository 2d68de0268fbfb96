// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "career/reading.hpp"

namespace headway::career {

/// A month counted from January of year 0: year * 12 + (month − 1).
using Month = std::int32_t;

[[nodiscard]] constexpr Month make_month(int year, int month) {
    return year * 12 + month - 1;
}

/// A span of time written in the text, e.g. "Mar 2019 – present". Of two bare years ("2018 – 2021") each
/// stands for its middle, so that neighbouring jobs do not overlap and the length is right on average.
struct DateRange {
    std::uint32_t first_token = 0;
    std::uint32_t token_count = 0;
    Month from = 0;
    Month until = 0;       ///< Exclusive.
    bool present = false;  ///< Goes on.
};

/// Every range of dates in the text. `today` closes what is still going on and bounds the future.
[[nodiscard]] std::vector<DateRange> find_date_ranges(const Reading& reading, Month today);

/// A number of years named in the text: "5+ years", "three yrs", "18 months", "3-5 years" (the smaller).
struct StatedYears {
    std::uint32_t first_token = 0;
    std::uint32_t token_count = 0;
    double years = 0;
};

[[nodiscard]] std::vector<StatedYears> find_stated_years(const Reading& reading);

}  // namespace headway::career
