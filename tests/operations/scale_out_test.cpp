// SPDX-License-Identifier: GPL-3.0-or-later
// docs/scale-out.md as it stands: HAProxy, two servers and two workers without a common folder, one
// PostgreSQL, files in a bucket of Swift, vectors in Chroma. All four are replaced while people work.
#include <atomic>
#include <gmock/gmock.h>
#include <mutex>
#include <thread>

#include "base/id.hpp"
#include "net/client.hpp"
#include "sql/database.hpp"
#include "support/api_client.hpp"
#include "support/chroma.hpp"
#include "support/haproxy.hpp"
#include "support/postgres_server.hpp"
#include "support/server_process.hpp"
#include "support/swift.hpp"
#include "support/temp_folder.hpp"

namespace headway::test {
namespace {

constexpr int most_requests = 3000;  ///< Of one client, whatever happens.
constexpr int most_uploads = 18;     ///< Of one client: a free account has room for twenty.

class ScaleOut : public testing::Test {
  protected:
    void SetUp() override {
        HEADWAY_NEEDS_SWIFT();
        proxy_ = Haproxy::start(2);
        PostgresServer* postgres = PostgresServer::shared();
        chroma_ = Chroma::start();
        HEADWAY_NEEDS_CHROMA(chroma_);
        const char* ci = std::getenv("CI");
        if ((proxy_ == nullptr || postgres == nullptr) && ci != nullptr && std::string(ci) == "true")
            FAIL() << "HAProxy or PostgreSQL is not installed";
        if (proxy_ == nullptr || postgres == nullptr)
            GTEST_SKIP() << "HAProxy or PostgreSQL is not installed";
        url_ = postgres->make_database();
    }
    /// Each process has a folder of its own, as on a machine of its own.
    ServerProcess start(const char* command, std::vector<std::string> more) {
        const files::S3Settings s3 = Swift::shared()->settings("scale-out/" + marker_ + "/");
        std::vector<std::string> all = {command,
                                        "--folder",
                                        folder_.file("machine" + std::to_string(++machines_)),
                                        "--database",
                                        url_,
                                        "--cursor-key",
                                        "a secret that all share",
                                        "--secret-key",
                                        "another secret that all share",
                                        "--chroma-url",
                                        chroma_->url(),
                                        "--s3-endpoint",
                                        s3.endpoint,
                                        "--s3-bucket",
                                        s3.bucket,
                                        "--s3-prefix",
                                        s3.prefix,
                                        "--s3-access-key",
                                        s3.access_key,
                                        "--s3-secret-key",
                                        s3.secret_key};
        all.insert(all.end(), more.begin(), more.end());
        return {all, folder_.file("log")};
    }
    ServerProcess server() { return start("serve", {"--workers", "0"}); }
    ServerProcess worker() { return start("work", {"--workers", "1"}); }

    /// One person's requests until `stop_`; what went wrong, and how many uploads and tasks were
    /// acknowledged.
    void work(const std::string& session, int number) {
        ApiClient client(proxy_->port());
        client.use_fields(session);
        for (int i = 0; i < most_requests && !stop_; ++i) {
            std::optional<ApiReply> reply;
            if (i % 8 == 0 && i / 8 < most_uploads) {
                reply = client.try_upload("cv.txt",
                                          "Skills\nPython, Docker " + std::to_string(number * 10'000 + i));
                if (reply && reply->status == 201) ++uploads_;
            } else if (i % 2 == 0) {
                reply = client.try_to("POST", "/api/goals", R"({"title":"Goal )" + std::to_string(i) + "\"}");
                if (reply && reply->status == 201) ++goals_;
            } else {
                reply = client.try_to("GET", "/api/goals");
            }
            ++requests_;
            if (reply && reply->status < 400) continue;
            const std::lock_guard lock(mutex_);
            failed_.push_back(reply ? std::to_string(reply->status) + " " + reply->text : "no reply");
        }
    }
    std::int64_t count(const std::string& sql) {
        sql::Settings settings;
        settings.url = url_;
        return sql::Database::open(settings)
            .value()
            ->read([&](sql::Connection& c) { return c.value<std::int64_t>(sql); })
            .value()
            .value();
    }
    /// Until somebody has made that many requests more.
    void wait_for_requests(int many) {
        const int until = requests_ + many;
        while (requests_ < until && failed_count() == 0) std::this_thread::yield();
    }
    std::size_t failed_count() {
        const std::lock_guard lock(mutex_);
        return failed_.size();
    }

    TempFolder folder_;
    std::string url_;
    std::string marker_ = make_uuid();
    int machines_ = 0;
    std::unique_ptr<Haproxy> proxy_;
    std::unique_ptr<Chroma> chroma_;
    std::atomic<bool> stop_{false};
    std::atomic<int> requests_{0}, uploads_{0}, goals_{0};
    std::mutex mutex_;
    std::vector<std::string> failed_;
};

TEST_F(ScaleOut, EveryProcessIsReplacedWithoutAFailedRequest) {
    std::vector<ServerProcess> servers;
    servers.push_back(server());
    servers.push_back(server());
    std::vector<ServerProcess> workers;
    workers.push_back(worker());
    workers.push_back(worker());
    for (int i = 0; i < 2; ++i) proxy_->use(i, servers[static_cast<std::size_t>(i)].port());

    std::vector<std::thread> people;
    for (int i = 0; i < 4; ++i) {
        ApiClient person(proxy_->port());
        ASSERT_EQ(person.sign_up("p" + std::to_string(i) + "@example.org").status, 201);
        people.emplace_back([this, i, session = person.fields()] { work(session, i); });
    }
    for (int i = 0; i < 2; ++i) {
        const auto place = static_cast<std::size_t>(i);
        wait_for_requests(50);
        proxy_->leave(i);
        EXPECT_EQ(servers[place].stop(), 0);
        wait_for_requests(50);  // by the other one alone
        servers[place] = server();
        proxy_->use(i, servers[place].port());
        EXPECT_EQ(workers[place].stop(), 0);
        workers[place] = worker();
    }
    wait_for_requests(50);
    stop_ = true;
    for (std::thread& t : people) t.join();
    EXPECT_EQ(failed_, std::vector<std::string>());
    EXPECT_GT(uploads_, 0);
    EXPECT_EQ(count("select count(*) from goals"), goals_);
    EXPECT_EQ(count("select count(*) from resumes"), uploads_);

    // All that was uploaded is read, by whichever worker; the bytes of a résumé come from whichever server.
    const auto unread = [&] {
        return count("select count(*) from runs where state in ('queued', 'running')");
    };
    while (unread() > 0) std::this_thread::yield();
    EXPECT_EQ(count("select count(*) from resumes where state = 'ready'"), uploads_);
}

TEST_F(ScaleOut, WhatOneServerTookTheOtherGives) {
    std::vector<ServerProcess> servers;
    servers.push_back(server());
    servers.push_back(server());
    const ServerProcess background = worker();
    for (int i = 0; i < 2; ++i) proxy_->use(i, servers[static_cast<std::size_t>(i)].port());
    ApiClient person(servers[0].port());
    ASSERT_EQ(person.sign_up("p@example.org").status, 201);

    // A file that was given to one is fetched through the other, by the session that the first opened.
    const std::string bytes = "Skills\nPython, Docker\nBirch Ltd, 2019 - 2024\n";
    const auto uploaded = person.try_upload("cv.txt", bytes);
    ASSERT_TRUE(uploaded);
    ASSERT_EQ(uploaded->status, 201) << uploaded->text;
    person.go_to(servers[1].port());
    const ApiReply file = person.ask("GET", "/api/resumes/" + uploaded->at("id") + "/file");
    EXPECT_EQ(file.status, 200) << file.text;
    EXPECT_EQ(file.text, bytes);
    const ApiReply address = person.ask("GET", "/api/backend/resume/" + uploaded->at("id") + "/download-url");
    EXPECT_EQ(address.status, 200) << address.text;
    const std::string url = address.at("url");
    ASSERT_TRUE(url.starts_with(Swift::shared()->settings("").endpoint))
        << url << " leads to the bucket itself";
    net::Settings as_browser;
    as_browser.allow_private_addresses = true;
    const auto got = net::Client(std::move(as_browser)).send({url, {}, {}});
    ASSERT_TRUE(got) << got.error().message();
    EXPECT_EQ(got->body, bytes);

    // Vectors are filled by the worker; then both servers ask Chroma, and answer alike.
    std::string answers[2];
    for (std::size_t i = 0; i < 2; ++i) {
        person.go_to(servers[i].port());
        ApiReply found;
        do {
            found = person.ask("GET", "/api/skills/described?q=first%20aid&limit=10");
            ASSERT_EQ(found.status, 200) << found.text;
        } while (found.at("index") != "chroma");
        answers[i] = boost::json::serialize(found.body.at("items"));
    }
    EXPECT_EQ(answers[0], answers[1]);
    EXPECT_NE(answers[0].find("irst aid"), std::string::npos) << answers[0];

    // One that is gone gets nothing any more, as soon as /readyz does not answer; one that is back takes
    // part.
    person.go_to(proxy_->port());
    const auto wait_for = [&](const std::string& state) {
        while (!proxy_->state_of(0).starts_with(state))
            ASSERT_EQ(person.ask("GET", "/api/goals").status, 200);
    };
    wait_for("UP");
    servers[0].kill();
    while (!proxy_->state_of(0).starts_with("DOWN")) std::this_thread::yield();
    for (int i = 0; i < 20; ++i) EXPECT_EQ(person.ask("GET", "/api/goals").status, 200);
    servers[0] = server();
    proxy_->use(0, servers[0].port());
    wait_for("UP");
    EXPECT_EQ(person.ask("GET", "/api/goals").status, 200);
}

}  // namespace
}  // namespace headway::test
