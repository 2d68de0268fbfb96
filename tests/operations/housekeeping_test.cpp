// SPDX-License-Identifier: GPL-3.0-or-later
// What goes, what stays, and that each pass is bounded.
#include "flows/housekeeping.hpp"

#include <gtest/gtest.h>

#include "base/id.hpp"
#include "base/id_order.hpp"
#include "files/folder_store.hpp"
#include "store/accounts.hpp"
#include "store/credentials.hpp"
#include "store/events.hpp"
#include "store/quotas.hpp"
#include "store/resumes.hpp"
#include "store/runs.hpp"
#include "support/database_test.hpp"

namespace headway::flows {
namespace {

using std::chrono::days;
using std::chrono::hours;

class Tidying : public test::StoreTest {
  protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (!database_) return;
        files_ = files::FolderStore::open(folder_.file("files")).value();
        store::User user;
        user.id = owner_;
        user.email = "a@example.org";
        write([&](sql::Connection& c) { return store::add_user(c, user); });
    }
    template <class F>
    void write(F f) {
        const auto done = database_->write(f);
        ASSERT_TRUE(done) << done.error().message();
    }
    void add_session(const std::string& hash, Timestamp expires) {
        write([&](sql::Connection& c) {
            return store::add_session(
                c, owner_, {make_uuid(), "", "", expires - days(1), expires - days(1), expires}, hash);
        });
    }
    std::string add_run(const std::string& state, Timestamp at) {
        store::Run run;
        run.id = first_uuid_of(at).substr(0, 24) + make_uuid().substr(24);
        run.user_id = owner_;
        run.kind = "make_report";
        run.state = state;
        run.created_at = run.not_before = at;
        if (state == "ready" || state == "failed" || state == "cancelled") run.finished_at = at;
        write([&](sql::Connection& c) { return store::add_run(c, run); });
        return run.id;
    }
    std::int64_t count(const std::string& table) {
        return database_
            ->read([&](sql::Connection& c) { return c.value<std::int64_t>("select count(*) from " + table); })
            .value()
            .value();
    }
    Tidied tidy_at(Timestamp now, std::size_t most = 500) {
        auto done = tidy(*database_, *files_, [now] { return now; }, Keeping(), most);
        EXPECT_TRUE(done) << done.error().message();
        return done ? *done : Tidied();
    }

    std::string owner_ = make_uuid();
    std::unique_ptr<files::FolderStore> files_;
    const Timestamp now_ = system_now() + days(200);
};

TEST_P(Tidying, TakesEndedSessionsAndLeavesOthers) {
    add_session("ended", now_ - hours(1));
    add_session("alive", now_ + hours(1));
    EXPECT_EQ(tidy_at(now_).sessions, 1);
    EXPECT_TRUE(
        database_->read([&](sql::Connection& c) { return store::find_session(c, "alive", now_); }).value());
    EXPECT_EQ(count("sessions"), 1);
}

TEST_P(Tidying, TakesOldRunsButNeverUnfinishedOnes) {
    const Timestamp old = now_ - days(100);
    for (const char* state : {"ready", "failed", "cancelled", "queued", "running"}) add_run(state, old);
    add_run("ready", now_ - days(80));
    EXPECT_EQ(tidy_at(now_).runs, 3);
    EXPECT_EQ(count("runs"), 3);
}

/// An erasure that failed, as when the files could not be reached, is not forgotten.
TEST_P(Tidying, TakesUpErasuresThatFailed) {
    store::Run run;
    run.id = make_uuid();
    run.user_id = owner_;
    run.kind = "erase";
    run.state = "failed";
    run.can_retry = true;
    run.created_at = run.not_before = now_ - hours(3);
    run.finished_at = now_ - hours(2);
    write([&](sql::Connection& c) { return store::add_run(c, run); });
    EXPECT_EQ(tidy_at(now_).erasures, 0) << "the account is open";
    write([&](sql::Connection& c) { return store::close_account(c, owner_, now_); });
    EXPECT_EQ(tidy_at(now_ - hours(2)).erasures, 0) << "not at once";
    const auto state = [&] {
        return database_->read([&](sql::Connection& c) { return store::find_run(c, owner_, run.id); })
            .value()
            ->state;
    };
    EXPECT_EQ(tidy_at(now_).erasures, 1);
    EXPECT_EQ(state(), "queued");
    EXPECT_EQ(tidy_at(now_).erasures, 0) << "once";

    write(
        [&](sql::Connection& c) { return c.run("update runs set state = 'failed', can_retry = $1", true); });
    write([&](sql::Connection& c) { return store::withdraw_erasures(c, owner_); });
    EXPECT_EQ(tidy_at(now_ + hours(5)).erasures, 0) << "an admin has let them in again meanwhile";
}

TEST_P(Tidying, TakesOldEvents) {
    write([&](sql::Connection& c) { return store::add_event(c, owner_, "run", "x", system_now()); });
    EXPECT_EQ(tidy_at(system_now() + days(6)).events, 0);
    EXPECT_EQ(tidy_at(system_now() + days(8)).events, 1);
    EXPECT_EQ(count("events"), 0);
}

TEST_P(Tidying, TakesOldKeysFailuresAndUsage) {
    write([&](sql::Connection& c) -> Result<void> {
        for (const auto& [key, at] :
             {std::pair("old", now_ - hours(49)), std::pair("new", now_ - hours(1))}) {
            const auto done = c.run(
                "insert into idempotency_keys (user_id, key, route, request_hash, response, created_at) "
                "values "
                "($1, $2, 'r', 'h', '', $3)",
                owner_, key, at);
            if (!done) return std::unexpected(done.error());
        }
        if (auto a = store::add_login_failure(c, "old", now_ - hours(25), now_ - hours(26)); !a) return a;
        if (auto b = store::add_login_failure(c, "new", now_ - hours(1), now_ - hours(2)); !b) return b;
        for (const Timestamp at : {now_ - days(61), now_}) {
            const auto used = store::add_quota_use(c, owner_, "reports", date_of(at), 1);
            if (!used) return std::unexpected(used.error());
        }
        return {};
    });
    const Tidied gone = tidy_at(now_);
    EXPECT_EQ(gone.idempotency_keys, 1);
    EXPECT_EQ(gone.login_failures, 1);
    EXPECT_EQ(gone.quota_usage, 1);
    EXPECT_EQ(count("idempotency_keys"), 1);
    EXPECT_EQ(count("login_failures"), 1);
    EXPECT_EQ(count("quota_usage"), 1);
}

TEST_P(Tidying, RemovesFilesThatNoRowNeeds) {
    ASSERT_TRUE(files_->put("a/gone", "bytes", "text/plain"));
    ASSERT_TRUE(files_->put("a/later", "bytes", "text/plain"));
    write([&](sql::Connection& c) -> Result<void> {
        if (auto a = store::note_file_removal(c, "a/gone", now_ - hours(1)); !a) return a;
        return store::note_file_removal(c, "a/later", now_ + hours(1));
    });
    EXPECT_EQ(tidy_at(now_).files, 1);
    EXPECT_FALSE(files_->get("a/gone"));
    EXPECT_TRUE(files_->get("a/later"));
    EXPECT_EQ(count("file_removals"), 1);
}

TEST_P(Tidying, DoesALittleAtATimeAndSaysWhenThereIsMore) {
    for (int i = 0; i < 7; ++i) add_session("s" + std::to_string(i), now_ - hours(1));
    Tidied gone = tidy_at(now_, 3);
    EXPECT_EQ(gone.sessions, 3);
    EXPECT_TRUE(gone.more);
    gone = tidy_at(now_, 3);
    EXPECT_TRUE(gone.more);
    gone = tidy_at(now_, 3);
    EXPECT_EQ(gone.sessions, 1);
    EXPECT_EQ(count("sessions"), 0);
}

HEADWAY_ON_BOTH_DATABASES(Tidying);

}  // namespace
}  // namespace headway::flows
