// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/id_order.hpp"

#include <gtest/gtest.h>

#include "base/id.hpp"

namespace headway {
namespace {

TEST(IdOrder, TimesLieBetweenIds) {
    const Timestamp before = system_now();
    const std::string id = make_uuid();
    EXPECT_LT(first_uuid_of(before), id);
    EXPECT_GT(first_uuid_of(before + std::chrono::hours(1)), id);
    EXPECT_TRUE(is_uuid(first_uuid_of(before)));
}

TEST(IdOrder, AboveAnotherWhateverTheClockSays) {
    EXPECT_GT(make_uuid_after(""), "0");
    const std::string now = make_uuid();
    EXPECT_GT(make_uuid_after(now), now);
    std::string last = "0fffffff-ffff-7fff-bfff-ffffffffffff";  // in about 500 years
    for (int i = 0; i < 5000; ++i) {
        const std::string next = make_uuid_after(last);
        ASSERT_GT(next, last);
        ASSERT_TRUE(is_uuid(next)) << next;
        last = next;
    }
}

}  // namespace
}  // namespace headway
