// SPDX-License-Identifier: GPL-3.0-or-later
// A résumé never waits for an import that has ended.
#include <gtest/gtest.h>

#include "base/id.hpp"
#include "store/resumes.hpp"
#include "store/runs.hpp"
#include "store/users.hpp"
#include "support/database_test.hpp"

namespace headway::store {
namespace {

using StoredRun = Run;  // testing::Test has a Run() of its own

class Imports : public test::StoreTest {
  protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (!database_) return;
        User user;
        user.id = owner_;
        user.email = "a@example.org";
        write([&](sql::Connection& c) { return add_user(c, user); });
        run_.id = make_uuid();
        run_.user_id = owner_;
        run_.kind = "import_resume";
        run_.created_at = run_.not_before = noon_;
        Resume resume;
        resume.id = make_uuid();
        resume.name = "cv.pdf";
        resume.run_id = run_.id;
        resume.created_at = resume.updated_at = noon_;
        run_.subject_id = resume.id;
        write([&](sql::Connection& c) { return add_resume(c, owner_, resume, {}); });
        write([&](sql::Connection& c) { return add_run(c, run_); });
    }
    template <class F>
    void write(F f) {
        const auto done = database_->write(f);
        ASSERT_TRUE(done) << done.error().message();
    }
    /// Takes the run when the last lease has ended.
    void take() {
        now_ = now_ + std::chrono::seconds(2);
        write([&](sql::Connection& c) { return take_run(c, "w", now_, now_ + std::chrono::seconds(1)); });
    }
    void finish(const std::string& state) {
        StoredRun ended = run_;
        ended.worker = "w";
        ended.state = state;
        ended.reason = state == "failed" ? std::optional<std::string>("Something went wrong.") : std::nullopt;
        ended.finished_at = noon_;
        ended.can_retry = true;
        write([&](sql::Connection& c) { return finish_run(c, ended); });
    }
    Resume resume() {
        return database_->read([&](sql::Connection& c) { return find_resume(c, owner_, *run_.subject_id); })
            .value()
            .value();
    }
    void expect_failed(const std::string& reason) {
        EXPECT_EQ(resume().state, "failed");
        EXPECT_EQ(resume().reason, reason);
        EXPECT_TRUE(resume().can_retry);
    }

    std::string owner_ = make_uuid();
    StoredRun run_;
    const Timestamp noon_{1'795'392'000'000'000};
    Timestamp now_ = noon_;
};

TEST_P(Imports, ThatAreCancelledBeforeTheyBeginFailTheirResume) {
    write([&](sql::Connection& c) { return cancel_run(c, owner_, run_.id, noon_); });
    expect_failed("Reading it was cancelled.");
}

TEST_P(Imports, ThatAreCancelledWhileTheyRunFailTheirResume) {
    take();
    finish("cancelled");
    expect_failed("Reading it was cancelled.");
}

TEST_P(Imports, ThatFailFailTheirResume) {
    take();
    finish("failed");
    expect_failed("Something went wrong.");
}

TEST_P(Imports, ThatWereKilledEachTimeFailTheirResume) {
    for (int i = 0; i < most_attempts; ++i) take();
    EXPECT_EQ(resume().state, "importing");
    write([&](sql::Connection& c) { return give_up_runs(c, now_ + std::chrono::seconds(2)); });
    EXPECT_EQ(resume().state, "failed");
    EXPECT_TRUE(resume().can_retry);
}

TEST_P(Imports, ThatAreTriedAgainAreWaitedForAgain) {
    write([&](sql::Connection& c) { return cancel_run(c, owner_, run_.id, noon_); });
    write([&](sql::Connection& c) { return retry_run(c, owner_, run_.id, noon_); });
    EXPECT_EQ(resume().state, "importing");
    EXPECT_FALSE(resume().reason);
}

TEST_P(Imports, OfEarlierLeaveTheResumeAlone) {
    write([&](sql::Connection& c) -> Result<bool> {
        auto now = find_resume(c, owner_, *run_.subject_id);
        if (!now) return pass_on(now);
        (*now)->run_id = make_uuid();  // a later one
        return change_resume(c, owner_, **now);
    });
    write([&](sql::Connection& c) { return cancel_run(c, owner_, run_.id, noon_); });
    EXPECT_EQ(resume().state, "importing");
}

HEADWAY_ON_BOTH_DATABASES(Imports);

}  // namespace
}  // namespace headway::store
