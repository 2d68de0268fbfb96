// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/recurrence.hpp"

#include <gtest/gtest.h>

namespace headway::calendar {
namespace {

Date day(const char* text) {
    return parse_date(text).value();
}

std::vector<std::string> days(const char* rule, const char* start, const char* from, const char* to) {
    std::vector<std::string> out;
    for (const Date d : Recurrence::parse(rule).value().days(day(start), day(from), day(to), 1000))
        out.push_back(to_string(d));
    return out;
}

using Days = std::vector<std::string>;

TEST(Recurrence, WeeksWithDaysAndIntervals) {
    // 2026-11-23 is a Monday.
    EXPECT_EQ(days("FREQ=WEEKLY;BYDAY=MO,TH", "2026-11-23", "2026-11-01", "2026-12-03"),
              (Days{"2026-11-23", "2026-11-26", "2026-11-30", "2026-12-03"}));
    EXPECT_EQ(days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2026-11-23", "2026-12-01", "2026-12-31"),
              (Days{"2026-12-07", "2026-12-21"}));
    EXPECT_EQ(days("FREQ=DAILY;INTERVAL=10;UNTIL=20261213", "2026-11-23", "2026-11-01", "2027-11-01"),
              (Days{"2026-11-23", "2026-12-03", "2026-12-13"}));
}

TEST(Recurrence, TheStartIsTheFirstOccurrenceAlsoBesideTheRule) {
    EXPECT_EQ(days("FREQ=WEEKLY;BYDAY=FR;COUNT=3", "2026-11-23", "2026-11-01", "2027-11-01"),
              (Days{"2026-11-23", "2026-11-27", "2026-12-04"}));
}

TEST(Recurrence, CountsFromTheStartNotFromTheWindow) {
    EXPECT_EQ(days("FREQ=DAILY;COUNT=5", "2026-11-01", "2026-11-04", "2026-11-30"),
              (Days{"2026-11-04", "2026-11-05"}));
}

TEST(Recurrence, DaysThatAMonthLacksAreSkipped) {
    EXPECT_EQ(days("FREQ=MONTHLY", "2026-01-31", "2026-01-01", "2026-06-01"),
              (Days{"2026-01-31", "2026-03-31", "2026-05-31"}));
    EXPECT_EQ(days("FREQ=YEARLY", "2024-02-29", "2025-01-01", "2029-01-01"), (Days{"2028-02-29"}));
}

TEST(Recurrence, AWindowFarAwayCostsNoWalk) {
    EXPECT_EQ(days("FREQ=DAILY;INTERVAL=7", "1900-01-01", "9999-12-20", "9999-12-31").size(), 2U);
}

TEST(Recurrence, NextTakesOneFromTheCount) {
    const auto rule = Recurrence::parse("FREQ=WEEKLY;BYDAY=MO,TH;COUNT=2").value();
    const auto next = rule.next(day("2026-11-23"));
    ASSERT_TRUE(next);
    EXPECT_EQ(to_string(next->day), "2026-11-26");
    EXPECT_EQ(next->rule.text(), "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=1");
    EXPECT_FALSE(next->rule.next(next->day));
    EXPECT_FALSE(Recurrence::parse("FREQ=DAILY;UNTIL=20261123").value().next(day("2026-11-23")));
}

TEST(Recurrence, RefusesWhatIsOutsideTheSubset) {
    for (const char* bad :
         {"", "FREQ=HOURLY", "FREQ=DAILY;", "FREQ=DAILY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=1MO", "freq=daily",
          "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=1000", "FREQ=DAILY;UNTIL=20260230",
          "FREQ=DAILY;COUNT=2;UNTIL=20261111", "INTERVAL=2;FREQ=DAILY", "FREQ=DAILY\nX:1"}) {
        const auto parsed = Recurrence::parse(bad);
        ASSERT_FALSE(parsed) << bad;
        EXPECT_EQ(parsed.error().code, ErrorCode::invalid);
        EXPECT_EQ(parsed.error().where, "recurrence");
    }
}

}  // namespace
}  // namespace headway::calendar
