// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/local_day.hpp"

#include <gtest/gtest.h>

namespace headway::calendar {
namespace {

std::string day(const char* zone, const char* time) {
    return to_string(local_day(zone, parse_timestamp(time).value()));
}

TEST(LocalDay, IsTheOneOfTheZone) {
    EXPECT_EQ(day("UTC", "2026-11-23T20:00:00Z"), "2026-11-23");
    EXPECT_EQ(day("Pacific/Auckland", "2026-11-23T20:00:00Z"), "2026-11-24");
    EXPECT_EQ(day("America/Los_Angeles", "2026-11-23T07:59:59Z"), "2026-11-22");
    EXPECT_EQ(day("America/Los_Angeles", "2026-11-23T08:00:00Z"), "2026-11-23");
    EXPECT_EQ(day("Asia/Kathmandu", "2026-11-23T18:15:00Z"), "2026-11-24") << "five hours and three quarters";
}

TEST(LocalDay, KnowsSummerTime) {
    EXPECT_EQ(day("Europe/Vienna", "2026-07-01T22:00:00Z"), "2026-07-02");
    EXPECT_EQ(day("Europe/Vienna", "2026-11-23T22:30:00Z"), "2026-11-23");
    EXPECT_EQ(day("Europe/Vienna", "2026-11-23T23:00:00Z"), "2026-11-24");
}

TEST(LocalDay, OfAnUnknownZoneIsThatOfUtc) {
    EXPECT_EQ(day("Middle-earth/Bree", "2026-11-23T23:30:00Z"), "2026-11-23");
    EXPECT_EQ(day("", "2026-11-23T23:30:00Z"), "2026-11-23");
}

}  // namespace
}  // namespace headway::calendar
