// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/host_turns.hpp"

#include <future>
#include <set>

#include "support/database_test.hpp"

namespace headway::test {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

class HostTurnsTest : public StoreTest {
  protected:
    store::HostTurn take(sql::Database& database, Timestamp now, const char* host = "jobs.example") {
        const auto turn = database.write([&](sql::Connection& c) {
            return store::take_host_turn(c, host, seconds(1), now, now + seconds(15));
        });
        EXPECT_TRUE(turn) << turn.error().message();
        return turn.value_or(store::HostTurn{});
    }
    void leave_alone(sql::Database& database, Timestamp until) {
        const auto done = database.write(
            [&](sql::Connection& c) { return store::leave_host_alone(c, "jobs.example", until); });
        EXPECT_TRUE(done) << done.error().message();
    }
    Timestamp alone_until() {
        return database_->read([](sql::Connection& c) { return store::host_alone_until(c, "jobs.example"); })
            .value();
    }
    const Timestamp now_{1'000'000'000};
};

TEST_P(HostTurnsTest, HaveAGapBetweenThem) {
    for (int i = 0; i < 3; ++i) {
        const auto turn = take(*database_, now_);
        EXPECT_TRUE(turn.taken);
        EXPECT_EQ(turn.at, now_ + seconds(i));
    }
    EXPECT_EQ(take(*database_, now_, "other.example").at, now_) << "each host has its own";
    EXPECT_EQ(take(*database_, now_ + seconds(60)).at, now_ + seconds(60)) << "what is past is past";
}

TEST_P(HostTurnsTest, AreOneQueueForAllProcesses) {
    const auto other = open();
    ASSERT_TRUE(other);
    std::vector<std::future<Timestamp>> asked;
    for (int i = 0; i < 8; ++i)
        asked.push_back(std::async(std::launch::async,
                                   [&, i] { return take(i % 2 == 0 ? *database_ : *other, now_).at; }));
    std::set<Timestamp> turns;
    for (auto& one : asked) turns.insert(one.get());
    std::set<Timestamp> wanted;
    for (int i = 0; i < 8; ++i) wanted.insert(now_ + seconds(i));
    EXPECT_EQ(turns, wanted);
}

TEST_P(HostTurnsTest, WaitForAHostThatWantsToBeLeftAlone) {
    const auto other = open();
    ASSERT_TRUE(other);
    EXPECT_EQ(alone_until(), Timestamp());
    leave_alone(*other, now_ + hours(1));
    leave_alone(*other, now_ + seconds(2));
    EXPECT_EQ(alone_until(), now_ + hours(1)) << "the longer word counts";
    const auto none = take(*database_, now_);
    EXPECT_FALSE(none.taken);
    EXPECT_EQ(none.at, now_ + hours(1));
    EXPECT_EQ(take(*database_, now_).at, now_ + hours(1)) << "what is refused costs nothing";
    EXPECT_EQ(take(*database_, now_ + hours(1) - seconds(15)).at, now_ + hours(1));
    EXPECT_EQ(alone_until(), now_ + hours(1)) << "a turn taken is no word of the host";
}

TEST_P(HostTurnsTest, ThatArePastAreSwept) {
    take(*database_, now_);
    const auto sweep = [&](Timestamp now) {
        return database_->write([&](sql::Connection& c) { return store::sweep_host_turns(c, now, 10); });
    };
    EXPECT_EQ(sweep(now_ + seconds(1) - std::chrono::microseconds(1)).value(), 0);
    EXPECT_EQ(sweep(now_ + seconds(1)).value(), 1);
}

HEADWAY_ON_BOTH_DATABASES(HostTurnsTest);

}  // namespace
}  // namespace headway::test
