// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/schedule.hpp"

#include <array>
#include <gtest/gtest.h>

namespace headway::career {
namespace {

const Date monday = *parse_date("2026-11-23");

TEST(Schedule, AWeekOfWorkTakesAWeek) {
    const std::array hours = {7.0, 7.0};
    const auto slots = schedule(hours, 7, monday, std::nullopt);
    ASSERT_EQ(slots.size(), 2U);
    EXPECT_EQ(to_string(slots[0].start), "2026-11-23");
    EXPECT_EQ(to_string(slots[0].end), "2026-11-29");
    EXPECT_EQ(to_string(slots[1].start), "2026-11-30");
    EXPECT_EQ(to_string(slots[1].end), "2026-12-06");
}

TEST(Schedule, ShortPiecesShareADay) {
    const std::array hours = {1.0, 1.0, 1.0};
    const auto slots = schedule(hours, 14, monday, std::nullopt);
    EXPECT_EQ(slots[0].start, monday);
    EXPECT_EQ(slots[1].start, monday);
    EXPECT_EQ(slots[1].end, monday);
    EXPECT_EQ(slots[2].start, monday + std::chrono::days(1));
}

TEST(Schedule, WhatEndsBehindTheDeadlineDoesNotFit) {
    const std::array hours = {7.0, 7.0};
    const auto slots = schedule(hours, 7, monday, parse_date("2026-11-30").value());
    EXPECT_TRUE(slots[0].fits);
    EXPECT_FALSE(slots[1].fits);
}

TEST(Schedule, WithoutHoursThereIsNoPlan) {
    const std::array hours = {7.0};
    EXPECT_TRUE(schedule(hours, 0, monday, std::nullopt).empty());
}

TEST(Schedule, NoDayCarriesMoreThanItsShare) {
    std::vector<double> hours;
    for (int i = 1; i < 60; ++i) hours.push_back(0.5 * i);
    const auto slots = schedule(hours, 9, monday, std::nullopt);
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
