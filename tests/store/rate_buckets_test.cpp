// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rate_buckets.hpp"

#include <future>

#include "support/database_test.hpp"

namespace headway::test {
namespace {

using std::chrono::seconds;

class RateBucketsTest : public StoreTest {
  protected:
    store::Bucket take(sql::Database& database, Timestamp now) {
        const auto taken = database.write(
            [&](sql::Connection& c) { return store::take_token(c, "somebody", {3, seconds(10)}, now); });
        EXPECT_TRUE(taken) << taken.error().message();
        return taken.value_or(store::Bucket{});
    }
    const Timestamp now_{1'000'000'000};
};

TEST_P(RateBucketsTest, FillAgainWithTime) {
    for (int i = 1; i <= 3; ++i) {
        const store::Bucket b = take(*database_, now_);
        EXPECT_TRUE(b.taken);
        EXPECT_EQ(b.full_at, now_ + seconds(10 * i));
    }
    const store::Bucket none = take(*database_, now_ + seconds(9));
    EXPECT_FALSE(none.taken);
    EXPECT_EQ(none.full_at, now_ + seconds(30)) << "what is refused costs nothing";
    EXPECT_TRUE(take(*database_, now_ + seconds(10)).taken);
    EXPECT_FALSE(take(*database_, now_ + seconds(10)).taken);
    EXPECT_EQ(take(*database_, now_ + seconds(1000)).full_at, now_ + seconds(1010)) << "no more than full";
}

TEST_P(RateBucketsTest, AreOneForAllProcesses) {
    const auto other = open();
    ASSERT_TRUE(other);
    std::vector<std::future<bool>> asked;
    for (int i = 0; i < 8; ++i)
        asked.push_back(std::async(std::launch::async,
                                   [&, i] { return take(i % 2 == 0 ? *database_ : *other, now_).taken; }));
    int let_in = 0;
    for (auto& one : asked) let_in += one.get() ? 1 : 0;
    EXPECT_EQ(let_in, 3);
}

TEST_P(RateBucketsTest, ThoseThatAreFullAreSwept) {
    take(*database_, now_);
    const auto sweep = [&](Timestamp now) {
        return database_->write([&](sql::Connection& c) { return store::sweep_rate_buckets(c, now, 10); });
    };
    EXPECT_EQ(sweep(now_ + seconds(9)).value(), 0);
    EXPECT_EQ(sweep(now_ + seconds(10)).value(), 1);
}

HEADWAY_ON_BOTH_DATABASES(RateBucketsTest);

}  // namespace
}  // namespace headway::test
