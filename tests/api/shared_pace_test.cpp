// SPDX-License-Identifier: GPL-3.0-or-later
// Hosts of others are asked at one pace by all processes of a database.
#include "flows/shared_pace.hpp"

#include "api/server_fixture.hpp"
#include "net/polite_client.hpp"
#include "support/loopback_server.hpp"

namespace headway::test {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

class SharedPaceTest : public ApiTest {
  protected:
    void configure(app::Configuration& c) override {
        c.allow_private_addresses = true;
        c.boards_origin = server_.origin();
        c.request_gap = 0;
    }
    /// Of the same database, as another worker has one.
    [[nodiscard]] std::unique_ptr<sql::Database> other_database() const {
        sql::Settings settings;
        settings.url = configuration_.database;
        auto opened = sql::Database::open(settings);
        EXPECT_TRUE(opened) << opened.error().message();
        return opened ? std::move(*opened) : nullptr;
    }
    /// The client of a worker, by a clock that stands still.
    std::unique_ptr<net::PoliteClient> client_of(sql::Database& database, milliseconds gap) {
        net::Settings settings;
        settings.allow_private_addresses = true;
        net::Manners manners;
        manners.gap = gap;
        manners.longest_wait = seconds(15);
        return std::make_unique<net::PoliteClient>(settings, manners,
                                                   std::make_unique<flows::SharedPace>(database, frozen_));
    }
    const Clock frozen_ = [this]() -> Timestamp { return now_; };
    std::atomic<bool> busy_{true};
    LoopbackServer server_{[this](const Asked&, const Wire& w) {
        if (busy_) return w.reply(429, "", "Retry-After: 3600\r\n");
        w.reply(200, R"({"jobs":[]})");
    }};
};

TEST_F(SharedPaceTest, WorkersTakeTurnsOfOneQueue) {
    const auto other = other_database();
    ASSERT_TRUE(other);
    flows::SharedPace first(parts().database, frozen_);
    flows::SharedPace second(*other, frozen_);
    const auto wait = [](flows::SharedPace& pace) {
        const auto turn = pace.take("jobs.example", seconds(1), seconds(15));
        EXPECT_TRUE(turn && turn->taken);
        return turn ? turn->wait : milliseconds(-1);
    };
    EXPECT_EQ(wait(first), seconds(0));
    EXPECT_EQ(wait(second), seconds(1));
    EXPECT_EQ(wait(first), seconds(2));
    EXPECT_FALSE(first.is_left_alone("jobs.example").value());
    ASSERT_TRUE(second.leave_alone("jobs.example", hours(1)));
    EXPECT_TRUE(first.is_left_alone("jobs.example").value()) << "turns that were taken before are none now";
    const auto none = first.take("jobs.example", seconds(1), seconds(15));
    ASSERT_TRUE(none);
    EXPECT_FALSE(none->taken);
    EXPECT_EQ(none->wait, hours(1));
    now_ = now_ + hours(1);
    EXPECT_FALSE(first.is_left_alone("jobs.example").value());
    EXPECT_EQ(wait(second), seconds(0));
}

TEST_F(SharedPaceTest, WhatAHostSaysToOneWorkerHoldsForTheOther) {
    const auto other = other_database();
    ASSERT_TRUE(other);
    const auto first = client_of(parts().database, milliseconds(0));
    const auto second = client_of(*other, milliseconds(0));
    for (const auto* client : {&first, &second}) {
        const auto refused = (*client)->send({server_.origin(), {}, {}});
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::rate_limited);
        EXPECT_EQ(refused.error().fix, "Try again in 3600 seconds");
    }
    EXPECT_EQ(server_.asked().size(), 1U);
}

/// It came while the other was already waiting for its turn.
TEST_F(SharedPaceTest, WhoeverWaitsHearsOfIt) {
    const auto other = other_database();
    ASSERT_TRUE(other);
    const milliseconds gap(200);
    const auto first = client_of(parts().database, gap);
    const auto second = client_of(*other, gap);
    flows::SharedPace before(parts().database, frozen_);
    ASSERT_TRUE(before.take("127.0.0.1", gap, seconds(15)));
    bool told = false;
    const auto answer = second->send({server_.origin(), {}, {}}, [&] {
        if (!told) {
            told = true;
            EXPECT_FALSE(first->send({server_.origin(), {}, {}}));
        }
        return true;
    });
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::rate_limited);
    EXPECT_EQ(server_.asked().size(), 1U) << "only the one that was told";
}

TEST_F(SharedPaceTest, ARestartForgetsNothing) {
    const auto reason = [&] {
        const std::string id =
            text_at(ask(&anna, Method::post, "/api/jobs/fetch-external",
                        R"({"boards":[{"source":"greenhouse","name":"lanternfield"}]})", {}, 202),
                    "task_id");
        EXPECT_TRUE(parts().waiter.wait(anna.id, id, seconds(60)));
        return text_at(ask(&anna, Method::get, "/api/jobs/fetch-status/" + id), "result.sources.0.reason");
    };
    EXPECT_NE(reason().find("left alone"), std::string::npos);
    EXPECT_EQ(server_.asked().size(), 1U);
    dispatch_.reset();
    backend_.reset();
    auto opened = app::Backend::open(configuration_, knowledge(), [this]() -> Timestamp { return now_; });
    ASSERT_TRUE(opened) << opened.error().message();
    backend_ = std::move(*opened);
    dispatch_ = std::make_unique<http::Dispatch>(http::Settings(), backend_->make_router(),
                                                 backend_->make_authenticate(), http::Observers());
    busy_ = false;
    EXPECT_NE(reason().find("left alone"), std::string::npos) << "it said: in an hour";
    EXPECT_EQ(server_.asked().size(), 1U);
}

}  // namespace
}  // namespace headway::test
