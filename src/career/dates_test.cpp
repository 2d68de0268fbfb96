// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/dates.hpp"

#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "career/reading.hpp"

namespace headway::career {
namespace {

constexpr Month today = make_month(2026, 11);

/// From and until of the only range in a line; {0, 0} when there is none or more than one.
std::pair<Month, Month> range_in(const std::string& line) {
    const std::string text = "Experience\n" + line + "\n";
    const Reading r = read_text(text, DocumentKind::resume);
    const auto found = find_date_ranges(r, today);
    return found.size() == 1 ? std::pair(found.front().from, found.front().until) : std::pair<Month, Month>();
}

TEST(Dates, MonthsAreReadInEveryUsualForm) {
    const std::pair expected(make_month(2019, 1), make_month(2023, 12) + 1);
    for (const std::string line :
         {"Clerk, Jan 2019 - Dec 2023", "Clerk, 01/2019 – 12/2023", "Clerk, 2019-01 - 2023-12",
          "Clerk, January 2019 to December 2023", "Clerk, Jan. 2019 – Dec. 2023", "Clerk, Jan '19 - Dec '23",
          "Clerk, Jan 19 - Dec 23", "Clerk, 2019/01 - 2023/12", "Clerk, 01.2019 - 12.2023",
          "Clerk, 01.01.2019 - 31.12.2023", "Clerk, Jan 2019 → Dec 2023"})
        EXPECT_EQ(range_in(line), expected) << line;
}

TEST(Dates, PartsOfAYearAreTheirMiddle) {
    EXPECT_EQ(range_in("Clerk, Q1 2019 - Q4 2023"), std::pair(make_month(2019, 2), make_month(2023, 11) + 1));
    EXPECT_EQ(range_in("Clerk, early 2019 to late 2023"),
              std::pair(make_month(2019, 2), make_month(2023, 11) + 1));
}

TEST(Dates, WhatIsLeftOpenLastsUntilToday) {
    for (const std::string line :
         {"Clerk (Mar 2021 - )", "Clerk, Mar 2021 –", "Clerk, since March 2021", "Clerk, 03.2021 - today"})
        EXPECT_EQ(range_in(line), std::pair(make_month(2021, 3), today)) << line;
    EXPECT_EQ(range_in("Clerk, Mar 2021 - sold 200 lamps").first, 0);
}

TEST(Dates, VersionsAndFiguresAreNone) {
    for (const std::string line :
         {"Moved from 5.10 to 5.15", "Between 13.2019 and 14.2020", "Raised 19.2 to 23.4",
          "Shift 06/14 - 14/22", "Part 2019 of 2023", "Fair, March 12 - April 15, 2019"})
        EXPECT_EQ(range_in(line).first, 0) << line;
}

}  // namespace
}  // namespace headway::career
