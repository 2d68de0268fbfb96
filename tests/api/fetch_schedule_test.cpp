// SPDX-License-Identifier: GPL-3.0-or-later
// Fetches that repeat: when they begin, that each begins once, and what stops them.
#include <future>

#include "api/fetch_schedules.hpp"
#include "api/server_fixture.hpp"
#include "store/quotas.hpp"
#include "store/users.hpp"
#include "support/loopback_server.hpp"

namespace headway::test {
namespace {

constexpr std::chrono::hours day{24};
constexpr const char* path = "/api/jobs/fetch-schedules";
constexpr const char* weekly =
    R"({"fetch":{"boards":[{"source":"greenhouse","name":"lanternfield"}]},"every_days":7})";

class FetchScheduleTest : public ApiTest {
  protected:
    void configure(app::Configuration& c) override {
        c.allow_private_addresses = true;
        c.boards_origin = server_.origin();
        c.request_gap = 0;
    }
    std::string schedule(const std::string& body = weekly) {
        return text_at(ask(&anna, Method::post, path, body, {}, 201), "id");
    }
    /// How many are begun now.
    std::int64_t begin() {
        const auto begun = api::queue_due_fetches(parts());
        EXPECT_TRUE(begun) << begun.error().message();
        return begun.value_or(-1);
    }
    void pass(std::chrono::hours time) { now_ = now_ + time; }
    std::size_t fetches() {
        return at(ask(&anna, Method::get, "/api/runs?kind=fetch_jobs"), "items").as_array().size();
    }

    LoopbackServer server_{[](const Asked&, const Wire& wire) {
        wire.reply(200,
                   R"({"jobs":[{"id":1,"title":"Nurse","content":"Wound care","location":{"name":"Harrowby"},
            "absolute_url":"https://boards.greenhouse.io/lanternfield/jobs/1"}]})");
    }};
};

TEST_F(FetchScheduleTest, BeginsWhenItsTimeHasComeAndOnce) {
    const std::string id = schedule();
    EXPECT_EQ(begin(), 0) << "not at once";
    pass(7 * day);
    std::vector<std::future<std::int64_t>> processes;
    for (int i = 0; i < 4; ++i) processes.push_back(std::async(std::launch::async, [&] { return begin(); }));
    std::int64_t begun = 0;
    for (auto& p : processes) begun += p.get();
    EXPECT_EQ(begun, 1) << "by one of them";
    EXPECT_EQ(fetches(), 1U);
    const auto now = ask(&anna, Method::get, path);
    const std::string run = text_at(now, "items.0.last_run_id");
    EXPECT_TRUE(parts().waiter.wait(anna.id, run, std::chrono::seconds(60)));
    EXPECT_EQ(text_at(ask(&anna, Method::get, "/api/jobs"), "items.0.title"), "Nurse");
    EXPECT_EQ(text_at(now, "items.0.fetch.boards.0.name"), "lanternfield");
    EXPECT_EQ(text_at(now, "items.0.next_at"), to_string(now_ + 7 * day));
    pass(30 * day);
    EXPECT_EQ(begin(), 1) << "what was missed is done once";
    EXPECT_EQ(begin(), 0);
    EXPECT_EQ(text_at(ask(&anna, Method::get, path), "items.0.next_at"), to_string(now_ + 5 * day))
        << "and the weekday stays";
}

TEST_F(FetchScheduleTest, IsItsOwnersAndEndsWithTheirWord) {
    const std::string id = schedule();
    EXPECT_EQ(at(ask(&ben, Method::get, path), "items").as_array().size(), 0U);
    EXPECT_EQ(send(&ben, Method::delete_, std::string(path) + "/" + id).status, 404);
    EXPECT_EQ(send(&anna, Method::delete_, std::string(path) + "/" + id).status, 204);
    pass(8 * day);
    EXPECT_EQ(begin(), 0);
}

TEST_F(FetchScheduleTest, WaitsForTheNextDayWhereTheQuotaIsUsedUp) {
    schedule();
    pass(7 * day);
    const auto limited = parts().database.write(
        [&](sql::Connection& c) { return store::set_quota_limit(c, anna.id, "fetches_per_day", 0); });
    ASSERT_TRUE(limited);
    EXPECT_EQ(begin(), 0);
    EXPECT_EQ(fetches(), 0U);
    const std::string next = text_at(ask(&anna, Method::get, path), "items.0.next_at");
    EXPECT_EQ(next, to_string(start_of(date_of(now_) + std::chrono::days(1))));
}

TEST_F(FetchScheduleTest, WhoIsDisabledFetchesNothing) {
    schedule();
    pass(7 * day);
    const std::string account = "/api/admin/users/" + anna.id;
    ask(&admin, Method::patch, account, R"({"disabled":true})", matching(admin, account));
    EXPECT_EQ(begin(), 0);
}

TEST_F(FetchScheduleTest, WhatNoFetchCanBeMadeOfIsRefused) {
    for (const char* wrong :
         {R"({"fetch":{},"every_days":7})", R"({"fetch":{"keywords":["x"]},"every_days":0})",
          R"({"fetch":{"keywords":["x"]},"every_days":32})", R"({"every_days":7})",
          R"({"fetch":{"urls":["file:///etc/passwd"]},"every_days":7})"})
        ask(&anna, Method::post, path, wrong, {}, 400);
    for (int i = 0; i < 10; ++i) schedule();
    ask(&anna, Method::post, path, weekly, {}, 409);
}

}  // namespace
}  // namespace headway::test
