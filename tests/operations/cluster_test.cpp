// SPDX-License-Identifier: GPL-3.0-or-later
// Two servers and two workers on one PostgreSQL; one of each is killed while they work.
#include <algorithm>
#include <gmock/gmock.h>
#include <mutex>
#include <set>
#include <thread>

#include "sql/database.hpp"
#include "support/api_client.hpp"
#include "support/postgres_server.hpp"
#include "support/server_process.hpp"
#include "support/temp_folder.hpp"

namespace headway::test {
namespace {

using testing::HasSubstr;

class Cluster : public testing::Test {
  protected:
    void SetUp() override {
        PostgresServer* postgres = PostgresServer::shared();
        const char* ci = std::getenv("CI");
        if (postgres == nullptr && ci != nullptr && std::string(ci) == "true")
            FAIL() << "PostgreSQL is not installed";
        if (postgres == nullptr) GTEST_SKIP() << "PostgreSQL is not installed";
        url_ = postgres->make_database();
    }
    ServerProcess start(const char* command, std::vector<std::string> more = {}) {
        std::vector<std::string> all = {
            command, "--folder", folder_.file("data"), "--database", url_, "--lease-seconds", "2"};
        all.insert(all.end(), more.begin(), more.end());
        return {all, folder_.file("log")};
    }
    ServerProcess server() { return start("serve", {"--workers", "0"}); }

    /// A number that the database gives.
    std::int64_t ask_database(const std::string& sql) {
        sql::Settings settings;
        settings.url = url_;
        return sql::Database::open(settings)
            .value()
            ->read([&](sql::Connection& c) { return c.value<std::int64_t>(sql); })
            .value()
            .value();
    }
    static std::string job(int number) {
        return R"({"title":"Job )" + std::to_string(number) +
               R"(","description":"Requirements\n• Python\n• Kubernetes\n• Docker\n"})";
    }
    /// Sends the same from several connections at once; runs in the background until joined.
    template <class F>
    static std::vector<std::thread> together(int many, F f) {
        std::vector<std::thread> out;
        for (int i = 0; i < many; ++i) out.emplace_back([f, i] { f(i); });
        return out;
    }

    TempFolder folder_;
    std::string url_;
};

TEST_F(Cluster, WhatWasAcknowledgedIsFinishedOnceThoughOneOfEachIsKilled) {
    ServerProcess a = server();
    ServerProcess b = server();
    ApiClient anna(a.port());
    anna.sign_up("anna@example.org");
    const std::string session = anna.fields();
    ApiClient at_b(b.port());
    at_b.use_fields(session);

    // A stream at the other server hears what happens at this one.
    RawClient stream(b.port());
    stream.send("GET /api/events HTTP/1.1\r\nHost: localhost\r\n" + session + "\r\n");
    ASSERT_THAT(stream.read_to("\r\n\r\n"), HasSubstr("200"));

    // Nobody works yet: everything queues.
    std::mutex mutex;
    std::set<std::string> runs;
    constexpr int documents = 16;
    auto sending = together(documents, [&](int i) {
        ApiClient client(i % 2 == 0 ? a.port() : b.port());
        client.use_fields(session);
        const auto reply =
            client.try_upload("cv" + std::to_string(i) + ".txt",
                              "Skills\nPython, Docker\n\nExperience\nDeveloper, 2019 – 2024\n");
        ASSERT_TRUE(reply);
        ASSERT_EQ(reply->status, 201) << reply->text;
        const std::lock_guard lock(mutex);
        runs.insert(reply->at("run_id"));
    });
    for (std::thread& t : sending) t.join();
    ASSERT_EQ(runs.size(), static_cast<std::size_t>(documents));
    EXPECT_EQ(ask_database("select count(*) from runs where state = 'queued'"), documents);

    ServerProcess first = start("work", {"--workers", "2"});
    ServerProcess second = start("work", {"--workers", "2"});
    // As soon as one has ended, one worker and one server are killed.
    EXPECT_THAT(stream.read_to("\"state\":\"ready\""), HasSubstr("\"ready\""));
    first.kill();
    a.kill();
    std::set<std::string> ready;
    ApiClient looking(b.port());
    looking.use_fields(session);
    while (ready.size() < runs.size()) {  // each turn is woken by an event of the stream
        for (const std::string& run : runs) {
            const auto reply = looking.ask("GET", "/api/runs/" + run);
            ASSERT_EQ(reply.status, 200) << reply.text;
            ASSERT_NE(reply.at("state"), "failed") << reply.text;
            if (reply.at("state") == "ready") ready.insert(run);
        }
        if (ready.size() < runs.size()) (void)stream.read_to("\n\n");
    }
    EXPECT_EQ(ask_database("select count(*) from resumes where state = 'ready'"), documents);
    EXPECT_EQ(ask_database("select count(*) from runs where kind = 'import_resume'"), documents);
    EXPECT_EQ(ask_database("select count(*) from runs where worker is not null"), 0);
    EXPECT_EQ(ask_database("select count(*) from runs where attempts > 2"), 0);

    // A new server takes the place of the one that was killed.
    const ServerProcess c = server();
    ApiClient at_c(c.port());
    at_c.use_fields(session);
    EXPECT_EQ(at_c.ask("GET", "/api/auth/session").at("user.email"), "anna@example.org");
    const std::string id = at_c.ask("POST", "/api/jobs", job(1)).at("id");
    const auto report = at_b.ask("POST", "/api/gap/run", R"({"job_id":")" + id + R"("})");
    EXPECT_TRUE(report.status == 200 || report.status == 202) << report.text;
    EXPECT_THAT(stream.read_to(report.at("run_id")), HasSubstr(report.at("run_id")));
    EXPECT_EQ(second.stop(), 0);
}

TEST_F(Cluster, EventsOfManyWritersReachAStreamInOrderAndWithoutGaps) {
    ServerProcess a = server();
    ServerProcess b = server();
    ApiClient anna(a.port());
    anna.sign_up("anna@example.org");
    const std::string session = anna.fields();
    RawClient stream(b.port());
    stream.send("GET /api/events HTTP/1.1\r\nHost: localhost\r\n" + session + "\r\n");
    ASSERT_THAT(stream.read_to("\r\n\r\n"), HasSubstr("200"));
    constexpr int writers = 6;
    constexpr int each = 12;
    std::mutex mutex;
    std::set<std::string> missing;
    auto writing = together(writers, [&](int w) {
        ApiClient client(w % 2 == 0 ? a.port() : b.port());
        client.use_fields(session);
        for (int i = 0; i < each; ++i) {
            const auto reply = client.ask("POST", "/api/jobs", job(w * each + i));
            ASSERT_EQ(reply.status, 201) << reply.text;
            const std::lock_guard lock(mutex);
            missing.insert(reply.at("id"));
        }
    });
    for (std::thread& t : writing) t.join();
    const std::int64_t events = ask_database("select count(*) from events");
    (void)stream.read_to("\n\n");  // where it begins
    std::string last;
    for (std::int64_t i = 0; i < events; ++i) {
        std::string event = stream.read_to("\n\n");
        while (event == ":\n\n") event = stream.read_to("\n\n");  // a beat
        ASSERT_THAT(event, HasSubstr("id: ")) << "the stream ended " << events - i << " events early";
        const std::size_t at = event.find("id: ") + 4;
        const std::string id = event.substr(at, 36);
        EXPECT_GT(id, last);
        last = id;
        std::erase_if(missing,
                      [&](const std::string& job_id) { return event.find(job_id) != std::string::npos; });
    }
    EXPECT_TRUE(missing.empty()) << missing.size() << " were not told of";
}

TEST_F(Cluster, SessionsAndThrottlingHoldAtEveryServer) {
    ServerProcess a = server();
    ServerProcess b = server();
    ApiClient anna(a.port());
    const auto made = anna.sign_up("anna@example.org");
    ApiClient at_b(b.port());
    at_b.use_fields(anna.fields());
    EXPECT_EQ(at_b.ask("GET", "/api/auth/session").status, 200);
    RawClient stream(a.port());
    stream.send("GET /api/events HTTP/1.1\r\nHost: localhost\r\n" + anna.fields() + "\r\n");
    ASSERT_THAT(stream.read_to("id: "), HasSubstr("200"));
    EXPECT_EQ(at_b.ask("POST", "/api/auth/logout").status, 204);
    EXPECT_THAT(stream.read_all(), HasSubstr("event: signed_out")) << "signed out there ends the stream here";
    EXPECT_EQ(anna.ask("GET", "/api/auth/session").status, 401) << "signed out there is signed out here";

    const char* wrong = R"({"email":"anna@example.org","password":"not the password"})";
    const char* right = R"({"email":"anna@example.org","password":"correct horse battery"})";
    ApiClient here(a.port());
    ApiClient there(b.port());
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ((i % 2 == 0 ? here : there).ask("POST", "/api/auth/login", wrong).status, 401);
    EXPECT_EQ(here.ask("POST", "/api/auth/login", right).status, 429);
    EXPECT_EQ(there.ask("POST", "/api/auth/login", right).status, 429);
    const ServerProcess c = server();
    EXPECT_EQ(ApiClient(c.port()).ask("POST", "/api/auth/login", right).status, 429)
        << "a new process knows it, too";
}

TEST_F(Cluster, PagesGoOnAtAnotherServer) {
    ServerProcess a = server();
    ServerProcess b = server();
    ApiClient anna(a.port());
    anna.sign_up("anna@example.org");
    for (int i = 0; i < 3; ++i) EXPECT_EQ(anna.ask("POST", "/api/goals", R"({"title":"x"})").status, 201);
    const auto page = anna.ask("GET", "/api/goals?limit=2");
    anna.go_to(b.port());
    const auto rest = anna.ask("GET", "/api/goals?limit=2&cursor=" + page.at("next_cursor"));
    EXPECT_EQ(rest.status, 200) << rest.text;
    EXPECT_EQ(rest.body.at("items").as_array().size(), 1U);
}

}  // namespace
}  // namespace headway::test
