// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.hpp"

#include <gtest/gtest.h>

namespace headway {
namespace {

TEST(Clock, TimesReadBackAsWritten) {
    for (const std::int64_t micros :
         {0LL, 1LL, 1'000'000LL, 951'782'399'999'999LL, 4'102'444'800'000'000LL}) {
        const auto text = to_string(Timestamp{micros});
        const auto back = parse_timestamp(text);
        ASSERT_TRUE(back) << text;
        EXPECT_EQ(back->micros, micros) << text;
    }
    EXPECT_EQ(to_string(Timestamp{1'792'832'707'000'000}), "2026-10-24T09:05:07Z");
}

TEST(Clock, OffsetsAreTakenOff) {
    EXPECT_EQ(*parse_timestamp("2026-11-22T09:05:07+02:00"), *parse_timestamp("2026-11-22T07:05:07Z"));
    EXPECT_EQ(*parse_timestamp("2026-11-21T23:35:07-07:30"), *parse_timestamp("2026-11-22T07:05:07Z"));
}

TEST(Clock, RefusesWhatIsNoTime) {
    for (const char* text :
         {"", "2026-11-22", "2026-11-22T09:05:07", "2026-02-30T09:05:07Z", "2026-11-22T24:05:07Z",
          "2026-11-22T09:05:07.Z", "2026-11-22T09:05:07Zx", "2026-11-22T09:60:07Z", "+026-11-22T09:05:07Z"}) {
        EXPECT_FALSE(parse_timestamp(text)) << text;
    }
}

TEST(Clock, DatesAreDaysThatExist) {
    EXPECT_EQ(to_string(*parse_date("2024-02-29")), "2024-02-29");
    EXPECT_EQ(parse_date("1970-01-02")->days, 1);
    EXPECT_EQ(parse_date("1969-12-31")->days, -1);
    for (const char* text :
         {"", "2023-02-29", "2024-13-01", "2024-1-1", "1899-12-31", "2024-01-01T", "24-01-01"}) {
        EXPECT_FALSE(parse_date(text)) << text;
    }
}

TEST(Clock, ADayStartsAtMidnight) {
    EXPECT_EQ(date_of(start_of(Date{20'000})), Date{20'000});
    EXPECT_EQ(date_of(Timestamp{start_of(Date{20'000}).micros - 1}), Date{19'999});
    EXPECT_EQ(date_of(Timestamp{-1}), Date{-1});
}

}  // namespace
}  // namespace headway
