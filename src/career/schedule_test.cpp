// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/schedule.hpp"

#include <array>
#include <gtest/gtest.h>
#include <map>
#include <vector>

namespace headway::career {
namespace {

const Date monday = *parse_date("2026-11-23");
constexpr Weekdays every_day = {true, true, true, true, true, true, true};
constexpr Weekdays workdays = {true, true, true, true, true, false, false};

int weekday_of(Date day) {
    return (day.days + 3) % 7;
}

TEST(Schedule, AWeekOfWorkTakesAWeek) {
    const std::array hours = {7.0, 7.0};
    const auto slots = schedule(hours, 7, every_day, monday, std::nullopt);
    ASSERT_EQ(slots.size(), 2U);
    EXPECT_EQ(to_string(slots[0].start), "2026-11-23");
    EXPECT_EQ(to_string(slots[0].end), "2026-11-29");
    EXPECT_EQ(to_string(slots[1].start), "2026-11-30");
    EXPECT_EQ(to_string(slots[1].end), "2026-12-06");
}

TEST(Schedule, ShortPiecesShareADay) {
    const std::array hours = {1.0, 1.0, 1.0};
    const auto slots = schedule(hours, 14, every_day, monday, std::nullopt);
    EXPECT_EQ(slots[0].start, monday);
    EXPECT_EQ(slots[1].start, monday);
    EXPECT_EQ(slots[1].end, monday);
    EXPECT_EQ(slots[2].start, monday + std::chrono::days(1));
}

TEST(Schedule, WhatEndsBehindTheDeadlineDoesNotFit) {
    const std::array hours = {7.0, 7.0};
    const auto slots = schedule(hours, 7, every_day, monday, parse_date("2026-11-30").value());
    EXPECT_TRUE(slots[0].fits);
    EXPECT_FALSE(slots[1].fits);
}

TEST(Schedule, WhatDoesNotFitLeavesItsTimeToOthers) {
    const std::array hours = {3.0, 70.0, 2.0};
    const auto slots = schedule(hours, 7, every_day, monday, monday + std::chrono::days(6));
    EXPECT_FALSE(slots[1].fits);
    EXPECT_TRUE(slots[1].weeks.empty());
    EXPECT_TRUE(slots[2].fits);
    EXPECT_EQ(slots[2].start, monday + std::chrono::days(3)) << "right behind the first";
}

TEST(Schedule, DaysThatAreNotLearnedOnCarryNothing) {
    const std::array hours = {6.0, 3.0};
    const auto slots = schedule(hours, 5, workdays, monday + std::chrono::days(5), std::nullopt);
    EXPECT_EQ(to_string(slots[0].start), "2026-11-30") << "the week ends first";
    EXPECT_EQ(to_string(slots[0].end), "2026-12-07") << "five hours a week, one a day";
    EXPECT_EQ(to_string(slots[1].start), "2026-12-08");
    ASSERT_EQ(slots[0].weeks.size(), 2U);
    EXPECT_DOUBLE_EQ(slots[0].weeks[0].hours, 5);
    EXPECT_DOUBLE_EQ(slots[0].weeks[1].hours, 1);
    EXPECT_EQ(to_string(slots[0].weeks[1].monday), "2026-12-07");
}

TEST(Schedule, ALoneDayCarriesTheWholeWeek) {
    const Weekdays sundays = {false, false, false, false, false, false, true};
    const std::array hours = {8.0};
    const auto slots = schedule(hours, 4, sundays, monday, std::nullopt);
    EXPECT_EQ(to_string(slots[0].start), "2026-11-29");
    EXPECT_EQ(to_string(slots[0].end), "2026-12-06");
}

/// For every set of days, start and length.
TEST(Schedule, NoWeekCarriesMoreThanItsHoursAndNothingIsLost) {
    std::vector<double> hours;
    for (int i = 1; i < 25; ++i) hours.push_back(0.7 * i);
    for (unsigned set = 1; set < 128; ++set) {
        Weekdays on{};
        for (std::size_t d = 0; d < 7; ++d) on[d] = (set >> d & 1U) != 0;
        const Date first = monday + std::chrono::days(set % 7);
        std::map<Date, double> load;
        double sum = 0;
        for (const Slot& s : schedule(hours, 6, on, first, std::nullopt)) {
            EXPECT_GE(s.start, first);
            EXPECT_TRUE(on[static_cast<std::size_t>(weekday_of(s.start))]) << to_string(s.start);
            EXPECT_TRUE(on[static_cast<std::size_t>(weekday_of(s.end))]) << to_string(s.end);
            sum += hours[s.item];
            for (const WeekShare& w : s.weeks) load[w.monday] += w.hours;
        }
        double loaded = 0;
        for (const auto& [week, of_week] : load) {
            EXPECT_LE(of_week, 6 + 1e-6) << to_string(week);
            EXPECT_EQ(weekday_of(week), 0);
            loaded += of_week;
        }
        EXPECT_NEAR(loaded, sum, 1e-6);
    }
}

TEST(Schedule, WithoutHoursOrDaysThereIsNoPlan) {
    const std::array hours = {7.0};
    EXPECT_TRUE(schedule(hours, 7, Weekdays{}, monday, std::nullopt).empty());
    EXPECT_TRUE(schedule(hours, 0, every_day, monday, std::nullopt).empty());
}

TEST(Schedule, NoDayCarriesMoreThanItsShare) {
    std::vector<double> hours;
    for (int i = 1; i < 60; ++i) hours.push_back(0.5 * i);
    const auto slots = schedule(hours, 9, every_day, monday, std::nullopt);
    double sum = 0;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        sum += hours[i];
        const double days = slots[i].end.days - monday.days + 1;
        EXPECT_LE(sum, days * 9 / 7.0 + 1e-6);
        EXPECT_GT(sum, (days - 1) * 9 / 7.0 - 1e-6);
    }
}

}  // namespace
}  // namespace headway::career
