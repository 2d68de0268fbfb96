// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of an issuer that does not answer: who asks, who waits, and for how long.
#include "identity/kept_keys.hpp"

#include <atomic>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

namespace headway::identity {
namespace {

using std::chrono::milliseconds;
using Steady = std::chrono::steady_clock;

class KeptKeysTest : public testing::Test {
  protected:
    std::atomic<std::int64_t> now_{1'000'000'000};
    std::atomic<int> reads_ = 0;
    std::atomic<bool> answers_ = false;
    KeptKeys keys_{[this]() -> Result<KeptKeys::Read> {
                       ++reads_;
                       if (answers_) return KeptKeys::Read{};
                       std::this_thread::sleep_for(milliseconds(300));
                       return fail(ErrorCode::unavailable, "it is silent");
                   },
                   [this] { return Timestamp{now_}; }};
};

TEST_F(KeptKeysTest, ASilentIssuerIsWaitedForOnceByAllTogether) {
    const auto began = Steady::now();
    std::vector<std::thread> callers;
    for (int i = 0; i < 8; ++i) callers.emplace_back([this] { EXPECT_FALSE(keys_.get()); });
    for (std::thread& t : callers) t.join();
    EXPECT_EQ(reads_, 1);
    EXPECT_LT(Steady::now() - began, milliseconds(1200)) << "not one after the other";
}

TEST_F(KeptKeysTest, AfterAFailureNobodyAsksForTenSeconds) {
    EXPECT_FALSE(keys_.get());
    const auto began = Steady::now();
    const auto again = keys_.get();
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::unavailable);
    EXPECT_LT(Steady::now() - began, milliseconds(200)) << "at once";
    EXPECT_EQ(reads_, 1);
    answers_ = true;
    EXPECT_FALSE(keys_.get());
    now_ += 11'000'000;
    EXPECT_TRUE(keys_.get());
    EXPECT_EQ(reads_, 2);
}

TEST_F(KeptKeysTest, WhatWasReadServesWhileItIsSilent) {
    answers_ = true;
    EXPECT_TRUE(keys_.get());
    answers_ = false;
    now_ += std::int64_t{2} * 3'600'000'000;
    EXPECT_TRUE(keys_.get());
    EXPECT_TRUE(keys_.get());
    EXPECT_EQ(reads_, 2);
    now_ += std::int64_t{25} * 3'600'000'000;
    EXPECT_FALSE(keys_.get());
}

}  // namespace
}  // namespace headway::identity
