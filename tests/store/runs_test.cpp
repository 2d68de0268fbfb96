// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/runs.hpp"

#include <mutex>
#include <set>
#include <thread>

#include "base/id.hpp"
#include "store/events.hpp"
#include "store/users.hpp"
#include "support/database_test.hpp"

namespace headway::store {
namespace {

using StoredRun = Run;  // testing::Test has a Run() of its own
constexpr Timestamp noon{1'795'435'200'000'000};
constexpr std::chrono::seconds lease{30};

class Runs : public test::StoreTest {
  protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (!database_) return;
        User user;
        user.id = owner_;
        user.email = "a@example.org";
        ASSERT_TRUE(database_->write([&](sql::Connection& c) { return add_user(c, user); }));
    }
    std::string add() {
        StoredRun run;
        run.id = make_uuid();
        run.user_id = owner_;
        run.kind = "make_report";
        run.created_at = run.not_before = noon;
        EXPECT_TRUE(database_->write([&](sql::Connection& c) { return add_run(c, run); }));
        return run.id;
    }
    std::optional<StoredRun> take(const std::string& worker, Timestamp now) {
        auto run = database_->write([&](sql::Connection& c) -> Result<std::optional<StoredRun>> {
            if (auto given_up = give_up_runs(c, now); !given_up) return std::unexpected(given_up.error());
            return take_run(c, worker, now, now + lease);
        });
        EXPECT_TRUE(run) << run.error().message();
        return run ? *run : std::nullopt;
    }
    StoredRun find(const std::string& id) {
        return database_->read([&](sql::Connection& c) { return find_run(c, owner_, id); }).value().value();
    }
    std::string owner_ = make_uuid();
};

TEST_P(Runs, AreTakenOnceAndInOrder) {
    const auto first = add();
    const auto second = add();
    EXPECT_EQ(take("w1", noon)->id, first);
    EXPECT_EQ(take("w2", noon)->id, second);
    EXPECT_FALSE(take("w3", noon));
}

TEST_P(Runs, OfADeadWorkerAreTakenUpAgain) {
    const auto id = add();
    StoredRun lost = *take("w1", noon);
    EXPECT_FALSE(take("w2", noon + lease - std::chrono::seconds(1)));
    const auto again = take("w2", noon + lease + std::chrono::seconds(1));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->attempts, 2);
    // The first worker comes back: its word counts no more.
    lost.state = "ready";
    lost.finished_at = noon;
    EXPECT_FALSE(database_->write([&](sql::Connection& c) { return finish_run(c, lost); }).value());
    EXPECT_FALSE(database_->write([&](sql::Connection& c) { return report_progress(c, lost, noon + lease); })
                     .value()
                     .held);
    EXPECT_EQ(find(id).state, "running");
}

TEST_P(Runs, ThatStopTheProgramEachTimeAreGivenUp) {
    const auto id = add();
    Timestamp now = noon;
    for (int i = 0; i < most_attempts; ++i) {
        ASSERT_TRUE(take("w", now));
        now = now + lease + std::chrono::seconds(1);
    }
    EXPECT_FALSE(take("w", now));
    EXPECT_EQ(find(id).state, "failed");
    EXPECT_TRUE(find(id).can_retry);
    EXPECT_TRUE(find(id).reason);
    EXPECT_TRUE(database_->write([&](sql::Connection& c) { return retry_run(c, owner_, id, now); }).value());
    EXPECT_EQ(take("w", now)->attempts, 1);
}

TEST_P(Runs, AreCancelledByTheirOwnerOnly) {
    const auto queued = add();
    const auto cancel = [&](const std::string& who, const std::string& id) {
        return database_->write([&](sql::Connection& c) { return cancel_run(c, who, id, noon); }).value();
    };
    EXPECT_FALSE(cancel(make_uuid(), queued));
    EXPECT_TRUE(cancel(owner_, queued));
    EXPECT_EQ(find(queued).state, "cancelled");
    EXPECT_FALSE(cancel(owner_, queued)) << "it has ended";
    const auto running = add();
    const StoredRun run = *take("w", noon);
    EXPECT_EQ(run.id, running);
    EXPECT_TRUE(cancel(owner_, running));
    EXPECT_TRUE(database_->write([&](sql::Connection& c) { return report_progress(c, run, noon + lease); })
                    .value()
                    .cancel_requested);
}

TEST_P(Runs, ChangesOfStateAreEventsInOrder) {
    add();
    StoredRun run = *take("w", noon);
    run.state = "ready";
    run.finished_at = noon;
    EXPECT_TRUE(database_->write([&](sql::Connection& c) { return finish_run(c, run); }).value());
    const auto events =
        database_->read([&](sql::Connection& c) { return list_events(c, owner_, "", 10); }).value();
    ASSERT_EQ(events.size(), 3U);
    for (const Event& e : events) EXPECT_EQ(e.subject_id, run.id);
    const auto rest =
        database_->read([&](sql::Connection& c) { return list_events(c, owner_, events[1].id, 10); }).value();
    EXPECT_EQ(rest.size(), 1U);
}

TEST_P(Runs, ManyWorkersShareThemWithoutTakingOneTwice) {
    constexpr int runs = 60;
    for (int i = 0; i < runs; ++i) add();
    std::mutex mutex;
    std::multiset<std::string> taken;
    std::vector<std::thread> workers;
    for (int w = 0; w < 6; ++w) {
        workers.emplace_back([&, w] {
            const auto mine = open();  // as another process would
            while (true) {
                auto run = mine->write([&](sql::Connection& c) {
                    return take_run(c, "w" + std::to_string(w), noon, noon + lease);
                });
                ASSERT_TRUE(run) << run.error().message();
                if (!*run) return;
                const std::lock_guard lock(mutex);
                taken.insert((*run)->id);
            }
        });
    }
    for (auto& w : workers) w.join();
    EXPECT_EQ(taken.size(), static_cast<std::size_t>(runs));
    EXPECT_EQ(std::set<std::string>(taken.begin(), taken.end()).size(), static_cast<std::size_t>(runs));
}

HEADWAY_ON_BOTH_DATABASES(Runs);

}  // namespace
}  // namespace headway::store
