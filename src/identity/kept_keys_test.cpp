// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of an issuer that does not answer: who asks, who waits, and for how long.
#include "identity/kept_keys.hpp"

#include <atomic>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

namespace headway::identity {
namespace {

class KeptKeysTest : public testing::Test {
  protected:
    std::atomic<std::int64_t> now_{1'000'000'000};
    std::atomic<int> reads_ = 0;
    std::atomic<bool> answers_ = false;
    std::atomic<bool> held_ = false;  ///< Whether the issuer keeps those who ask.
    KeptKeys keys_{[this]() -> Result<KeptKeys::Read> {
                       ++reads_;
                       if (answers_) return KeptKeys::Read{};
                       held_.wait(true);
                       return fail(ErrorCode::unavailable, "it is silent");
                   },
                   [this] { return Timestamp{now_}; }};
};

TEST_F(KeptKeysTest, ASilentIssuerIsWaitedForOnceByAllTogether) {
    held_ = true;
    std::vector<std::thread> callers;
    for (int i = 0; i < 8; ++i) callers.emplace_back([this] { EXPECT_FALSE(keys_.get()); });
    while (reads_ == 0) std::this_thread::yield();
    held_ = false;
    held_.notify_all();
    for (std::thread& t : callers) t.join();
    EXPECT_EQ(reads_, 1) << "not one after the other";
}

TEST_F(KeptKeysTest, AfterAFailureNobodyAsksForTenSeconds) {
    EXPECT_FALSE(keys_.get());
    const auto again = keys_.get();
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::unavailable);
    EXPECT_EQ(reads_, 1) << "at once";
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
