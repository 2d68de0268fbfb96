// SPDX-License-Identifier: GPL-3.0-or-later
// Workers over a real queue: how runs end, are handed back, and are kept from being done twice.
#include "work/worker.hpp"

#include <gmock/gmock.h>

#include "base/id.hpp"
#include "store/runs.hpp"
#include "store/users.hpp"
#include "support/database_test.hpp"
#include "support/gate.hpp"

namespace headway::work {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

class Workers : public test::StoreTest {
  protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (!database_) return;
        store::User user;
        user.id = owner_;
        user.email = "a@example.org";
        ASSERT_TRUE(database_->write([&](sql::Connection& c) { return store::add_user(c, user); }));
    }
    std::string add(const std::string& kind) {
        store::Run run;
        run.id = make_uuid();
        run.user_id = owner_;
        run.kind = kind;
        run.created_at = run.not_before = system_now();
        EXPECT_TRUE(database_->write([&](sql::Connection& c) { return store::add_run(c, run); }));
        return run.id;
    }
    store::Run find(const std::string& id) {
        return database_->read([&](sql::Connection& c) { return store::find_run(c, owner_, id); })
            .value()
            .value();
    }
    /// Waits for a state that is told of, half a minute at most.
    store::Run ended(const std::string& id) {
        std::mutex mutex;
        std::condition_variable wake;
        bool told = true;
        const auto listener = database_->listen(store::runs_channel, [&](std::string_view) {
            const std::lock_guard lock(mutex);
            told = true;
            wake.notify_all();
        });
        const auto until = std::chrono::steady_clock::now() + seconds(30);
        while (std::chrono::steady_clock::now() < until) {
            store::Run run = find(id);
            if (run.state != "queued" && run.state != "running") return run;
            std::unique_lock lock(mutex);
            wake.wait_for(lock, seconds(1), [&] { return told; });
            told = false;
        }
        return find(id);
    }
    /// Kinds: "quick" ends at once; "held" waits for the gate, whatever it is told; "patient" works until it
    /// is told to stop; "broken" throws.
    std::vector<Kind> kinds() {
        return {{"quick",
                 [](const store::Run&, Progress&) -> Result<Outcome> { return Outcome{R"({"a":1})", "{}"}; }},
                {"held",
                 [this](const store::Run&, Progress&) -> Result<Outcome> {
                     gate_.pass();
                     return Outcome{};
                 }},
                {"patient",
                 [this](const store::Run&, Progress& progress) -> Result<Outcome> {
                     gate_.pass();
                     while (progress.report(0.5, "working")) std::this_thread::yield();
                     return fail(ErrorCode::unavailable, "told to stop");
                 }},
                {"broken",
                 [](const store::Run&, Progress&) -> Result<Outcome> { throw std::runtime_error("oh"); }},
                {"wrong",
                 [](const store::Run&, Progress&) -> Result<Outcome> {
                     return fail(ErrorCode::invalid, "this cannot be read", {}, "Send another");
                 }},
                {"misnamed",
                 [](const store::Run&, Progress&) -> Result<Outcome> {
                     return fail(ErrorCode::not_found, "there is no such résumé", "resume_id");
                 }},
                {"unreachable", [](const store::Run&, Progress&) -> Result<Outcome> {
                     return fail(ErrorCode::invalid, "nothing is there", "https://a.example/b_c");
                 }}};
    }
    WorkerSettings settings(int threads = 1) {
        WorkerSettings out;
        out.threads = threads;
        return out;
    }

    std::string owner_ = make_uuid();
    test::Gate gate_;
};

TEST_P(Workers, EndRunsWithTheirResultOrReason) {
    Worker worker(*database_, kinds(), settings());
    const auto quick = add("quick");
    const auto broken = add("broken");
    const auto wrong = add("wrong");
    const auto unknown = add("nobody does this");
    EXPECT_EQ(ended(quick).state, "ready");
    EXPECT_EQ(find(quick).result, R"({"a":1})");
    EXPECT_EQ(ended(broken).state, "failed");
    EXPECT_TRUE(find(broken).can_retry);
    EXPECT_EQ(find(broken).reason->find("oh"), std::string::npos) << "what is our fault stays in the log";
    EXPECT_EQ(ended(wrong).state, "failed");
    EXPECT_FALSE(find(wrong).can_retry) << "the same input fails the same way";
    EXPECT_THAT(*find(wrong).reason, testing::HasSubstr("Send another"));
    EXPECT_EQ(ended(unknown).state, "failed");
    const auto misnamed = add("misnamed");
    ended(misnamed);
    EXPECT_EQ(find(misnamed).reason, "there is no such résumé") << "a field is for programs";
    const auto unreachable = add("unreachable");
    ended(unreachable);
    EXPECT_EQ(find(unreachable).reason, "https://a.example/b_c: nothing is there");
}

TEST_P(Workers, TellOfEachRunHowItEndedAndNothingOfThePerson) {
    std::mutex mutex;
    std::map<std::string, EndedRun> told;
    std::string faults;
    WorkerSettings talking = settings();
    talking.ended = [&](const EndedRun& run) {
        const std::lock_guard lock(mutex);
        told[run.kind] = run;
    };
    talking.failed = [&](const std::string& where, const Error& error) {
        const std::lock_guard lock(mutex);
        faults += where + ": " + error.message() + "\n";
    };
    // Killed each time: nobody tries it again.
    const auto hopeless = add("hopeless");
    ASSERT_TRUE(database_->write([&](sql::Connection& c) {
        return c.run("update runs set state = 'running', attempts = 3, worker = 'gone', leased_until = 1");
    }));
    std::map<std::string, std::string> ids;
    Worker worker(*database_, kinds(), talking);
    for (const char* kind : {"quick", "broken", "wrong"}) {
        ids[kind] = add(kind);
        (void)ended(ids[kind]);
    }
    EXPECT_EQ(ended(hopeless).state, "failed");
    worker.stop(std::chrono::seconds(10));
    const auto summary = [&](const std::string& kind) {
        return told[kind].state + " " + told[kind].reason + " " + std::to_string(told[kind].attempts);
    };
    EXPECT_EQ(summary("quick"), "ready  1");
    EXPECT_EQ(summary("broken"), "failed internal 1");
    EXPECT_EQ(summary("wrong"), "failed invalid 1");
    EXPECT_EQ(summary("hopeless"), "failed stopped 3");
    EXPECT_EQ(told["quick"].id, ids["quick"]);
    EXPECT_EQ(faults, "run " + ids["broken"] + " broken: oh\n") << "only what is our fault";
}

TEST_P(Workers, StoppedWithGraceFinishWhatTheyDo) {
    Worker worker(*database_, kinds(), settings());
    const auto id = add("held");
    ASSERT_TRUE(gate_.wait_for(1));
    const auto next = add("quick");
    worker.close();
    gate_.open();
    worker.stop(seconds(30));
    EXPECT_EQ(find(id).state, "ready");
    EXPECT_EQ(find(next).state, "queued") << "nothing more is taken";
}

TEST_P(Workers, StoppedAtOnceHandBackWhatTheyDo) {
    Worker worker(*database_, kinds(), settings());
    gate_.open();
    const auto id = add("patient");
    ASSERT_TRUE(gate_.wait_for(1));
    worker.stop(milliseconds(0));
    EXPECT_EQ(find(id).state, "queued");
    EXPECT_EQ(find(id).attempts, 0) << "it was not its fault";
    Worker another(*database_, kinds(), settings());
    ASSERT_TRUE(gate_.wait_for(2)) << "somebody else takes it up at once";
}

TEST_P(Workers, StopRunsThatTheirOwnerCancelled) {
    Worker worker(*database_, kinds(), settings());
    gate_.open();
    const auto id = add("patient");
    ASSERT_TRUE(gate_.wait_for(1));
    EXPECT_TRUE(
        database_->write([&](sql::Connection& c) { return store::cancel_run(c, owner_, id, system_now()); })
            .value());
    EXPECT_EQ(ended(id).state, "cancelled");
}

TEST_P(Workers, WhoseLeaseWentToAnotherWriteNothing) {
    Worker worker(*database_, kinds(), settings());
    const auto id = add("held");
    ASSERT_TRUE(gate_.wait_for(1));
    const Timestamp later = system_now() + std::chrono::minutes(5);
    const auto other = open();  // another process, by whose clock the lease has ended
    const auto taken = other->write([&](sql::Connection& c) {
        return store::take_run(c, "another", later, later + std::chrono::minutes(5));
    });
    ASSERT_TRUE(taken && *taken);
    gate_.open();
    worker.stop(seconds(30));
    EXPECT_EQ(find(id).state, "running");
    EXPECT_EQ(find(id).worker, "another");
}

TEST_P(Workers, KeepTheLeaseOfSilentWork) {
    WorkerSettings short_lease = settings();
    short_lease.lease = milliseconds(300);
    Worker worker(*database_, kinds(), short_lease);
    const auto id = add("held");
    ASSERT_TRUE(gate_.wait_for(1));
    const Timestamp first = *find(id).leased_until;
    while (*find(id).leased_until <= first) {  // the beat goes on though the work says nothing
    }
    gate_.open();
    EXPECT_EQ(ended(id).state, "ready");
}

HEADWAY_ON_BOTH_DATABASES(Workers);

}  // namespace
}  // namespace headway::work
