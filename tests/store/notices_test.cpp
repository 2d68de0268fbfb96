// SPDX-License-Identifier: GPL-3.0-or-later
// Processes that share a database hear what the others tell, on SQLite too.
#include <algorithm>
#include <condition_variable>
#include <mutex>

#include "sql/sqlite_database.hpp"
#include "support/database_test.hpp"

namespace headway::test {
namespace {

class NoticesTest : public StoreTest {
  protected:
    /// What a listener has heard.
    struct Heard {
        std::mutex mutex;
        std::condition_variable wake;
        std::vector<std::string> payloads;

        sql::Subscription::Callback callback() {
            return [this](std::string_view payload) {
                const std::lock_guard lock(mutex);
                payloads.emplace_back(payload);
                wake.notify_all();
            };
        }
        bool wait_for(const std::string& payload) {
            std::unique_lock lock(mutex);
            return wake.wait_for(lock, std::chrono::seconds(20),
                                 [&] { return std::ranges::count(payloads, payload) > 0; });
        }
        std::ptrdiff_t count(const std::string& payload) {
            const std::lock_guard lock(mutex);
            return std::ranges::count(payloads, payload);
        }
    };
    static void tell(sql::Database& database, const std::string& payload, bool fails = false) {
        const auto done = database.write([&](sql::Connection& c) -> Result<void> {
            if (auto told = c.notify("jobs", payload); !told) return told;
            if (fails) return fail(ErrorCode::conflict, "taken back");
            return {};
        });
        EXPECT_EQ(done.has_value(), !fails);
    }
};

TEST_P(NoticesTest, OfAWorkerReachTheServer) {
    const auto worker = open();
    ASSERT_TRUE(worker);
    Heard at_server;
    Heard at_worker;
    const auto listener = database_->listen("jobs", at_server.callback());
    const auto own_listener = worker->listen("jobs", at_worker.callback());
    ASSERT_TRUE(sql::tell_other_processes(*worker));
    EXPECT_TRUE(at_server.wait_for("")) << "what was told before may have been missed";
    if (GetParam() == sql::Dialect::postgres) {
        EXPECT_TRUE(at_worker.wait_for("")) << "listening began";
    }
    tell(*worker, "taken back", true);
    tell(*worker, "first");
    EXPECT_TRUE(at_server.wait_for("first"));
    tell(*worker, "second");
    EXPECT_TRUE(at_server.wait_for("second"));
    EXPECT_EQ(at_server.count("first"), 1) << "once";
    EXPECT_EQ(at_server.count("taken back"), 0);
    EXPECT_TRUE(at_worker.wait_for("second"));
    EXPECT_EQ(at_worker.count("second"), 1) << "not once more as news of others";
}

TEST_P(NoticesTest, ThatWereMissedAreToldAsMissed) {
    const auto worker = open();
    ASSERT_TRUE(worker);
    tell(*worker, "nobody was told");
    Heard at_server;
    const auto listener = database_->listen("jobs", at_server.callback());
    ASSERT_TRUE(sql::tell_other_processes(*worker));
    if (GetParam() == sql::Dialect::sqlite) {
        EXPECT_TRUE(at_server.wait_for(""));
    }
}

HEADWAY_ON_BOTH_DATABASES(NoticesTest);

}  // namespace
}  // namespace headway::test
