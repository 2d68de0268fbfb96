// SPDX-License-Identifier: GPL-3.0-or-later
// The server is killed in the middle of its work, round after round, and must have kept all that it
// acknowledged. HEADWAY_CRASH_ROUNDS says how many rounds for each database (make crash).
#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <gmock/gmock.h>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <thread>

#include "sql/database.hpp"
#include "store/runs.hpp"
#include "support/api_client.hpp"
#include "support/postgres_server.hpp"
#include "support/server_process.hpp"
#include "support/temp_folder.hpp"

namespace headway::test {
namespace {

constexpr int writers = 4;

/// What the server said it has, and what it was asked for last without an answer.
struct Promise {
    std::string path;   ///< Where it is to be found.
    std::string field;  ///< What is compared.
    std::string value;  ///< Acknowledged; empty with `gone`.
    bool gone = false;  ///< Its deletion was acknowledged.
    std::optional<std::string>
        asked;  ///< A change whose answer did not come: may have happened. "" is deletion.
};

/// What stands in a thing beside its title.
std::string text_for(const std::string& title) {
    return "Python and what goes with " + title;
}

/// Counts acknowledged writes and tells who waits for a number of them.
class Tally {
  public:
    void add() {
        const std::lock_guard lock(mutex_);
        ++count_;
        changed_.notify_all();
    }
    void wait_for(int many) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, std::chrono::seconds(30), [&] { return count_ >= many; });
    }
    int count() {
        const std::lock_guard lock(mutex_);
        return count_;
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int count_ = 0;
};

/// One connection's share of the load, until the server is gone.
class Writer {
  public:
    Writer(std::uint16_t port, const std::string& session, int number, Tally& tally)
        : client_(port), number_(number), tally_(tally) {
        client_.use_fields(session);
    }

    void run() {
        for (int i = 0;; ++i) {
            const std::string name = "thing " + std::to_string(number_) + " " + std::to_string(i);
            if (!write(i % 10, name)) return;
        }
    }
    std::vector<Promise> promises;

  private:
    /// False when the server is gone.
    bool write(int what, const std::string& name) {
        switch (what) {
            case 0:
                return create("/api/goals", "description", name);
            case 1:
            case 5:
                return create("/api/tasks", "description", name);
            case 2:
                return create("/api/jobs", "description", name);
            case 3:
                return create("/api/notes", "body", name);
            case 4:
                return change("/api/goals", "description", name);
            case 6:
                return upload(name);
            case 7:
                return change("/api/notes", "body", name);
            case 8:
                return save_job();
            default:
                return remove_task();
        }
    }

    /// The second field is made of the first: half of a write shows.
    bool create(const std::string& path, const std::string& field, const std::string& name) {
        const auto reply = client_.try_to(
            "POST", path, R"({"title":")" + name + R"(",")" + field + R"(":")" + text_for(name) + R"("})");
        if (!reply) return false;
        EXPECT_EQ(reply->status, 201) << path << reply->text;
        promises.push_back({path + "/" + reply->at("id"), "title", name, false, {}});
        tally_.add();
        return true;
    }
    bool save_job() {
        Promise* job = last_of("/api/jobs");
        const auto reply = client_.try_to("POST", "/api/job-collections" + job->path.substr(9));
        if (!reply) return false;
        EXPECT_EQ(reply->status, 201) << reply->text;
        promises.push_back({"/api/job-collections" + job->path.substr(9), "stage", "saved", false, {}});
        tally_.add();
        return true;
    }
    Promise* last_of(std::string_view path) {
        for (auto p = promises.rbegin(); p != promises.rend(); ++p) {
            if (p->path.starts_with(path) && !p->gone) return &*p;
        }
        return nullptr;
    }
    bool change(const std::string& path, const std::string& field, const std::string& name) {
        Promise* thing = last_of(path);
        const auto now = client_.try_to("GET", thing->path);
        if (!now) return false;
        thing->asked = name;
        const auto reply =
            client_.try_to("PATCH", thing->path,
                           R"({"title":")" + name + R"(",")" + field + R"(":")" + text_for(name) + R"("})",
                           "If-Match: " + now->etag + "\r\n");
        if (!reply) return false;
        EXPECT_EQ(reply->status, 200) << reply->text;
        thing->value = name;
        thing->asked.reset();
        tally_.add();
        return true;
    }
    bool remove_task() {
        Promise* task = last_of("/api/tasks");
        const auto now = client_.try_to("GET", task->path);
        if (!now) return false;
        task->asked = "";
        const auto reply = client_.try_to("DELETE", task->path, "", "If-Match: " + now->etag + "\r\n");
        if (!reply) return false;
        EXPECT_EQ(reply->status, 204) << reply->text;
        task->gone = true;
        tally_.add();
        return true;
    }
    bool upload(const std::string& name) {
        const std::string bytes = "Skills\nPython, Docker\n" + name + "\n" + std::string(5000, 'x') + "\n";
        const auto reply = client_.try_upload("cv.txt", bytes);
        if (!reply) return false;
        EXPECT_EQ(reply->status, 201) << reply->text;
        promises.push_back({"/api/resumes/" + reply->at("id") + "/file", "", bytes, false, {}});
        tally_.add();
        return true;
    }

    ApiClient client_;
    int number_;
    Tally& tally_;
};

class Crash : public testing::TestWithParam<bool> {
  protected:
    void SetUp() override {
        arguments_ = {"serve",           "--folder",  folder_.file("data"),
                      "--lease-seconds", "1",         "--log",
                      "/dev/null",       "--workers", "1"};
        database_ = "sqlite:" + folder_.file("data") + "/headway.db";
        if (!GetParam()) return;
        PostgresServer* postgres = PostgresServer::shared();
        const char* ci = std::getenv("CI");
        if (postgres == nullptr && ci != nullptr && std::string(ci) == "true")
            FAIL() << "PostgreSQL is not installed";
        if (postgres == nullptr) GTEST_SKIP() << "PostgreSQL is not installed";
        database_ = postgres->make_database();
        arguments_.insert(arguments_.end(), {"--database", database_});
    }
    [[nodiscard]] ServerProcess start() const { return {arguments_, folder_.file("log")}; }

    static void check(ApiClient& client, const Promise& p) {
        const auto reply = client.ask("GET", p.path);
        if (p.gone) {
            EXPECT_EQ(reply.status, 404) << p.path << ": its deletion was acknowledged";
            return;
        }
        if (p.asked && p.asked->empty() && reply.status == 404)
            return;  // deleted, and killed before it said so
        ASSERT_EQ(reply.status, 200) << p.path << ": it was acknowledged, and is lost. " << reply.text;
        const std::string found = p.field.empty() ? reply.text : reply.at(p.field);
        if (p.asked && found == *p.asked) return;
        EXPECT_TRUE(found == p.value) << p.path << ": " << found.substr(0, 60);
    }

    /// Whatever is there, acknowledged or not, is there whole.
    static void check_whole(ApiClient& client) {
        const auto resumes = client.ask("GET", "/api/backend/resumes?limit=100");
        ASSERT_EQ(resumes.status, 200) << resumes.text;
        for (const auto& r : resumes.body.at("items").as_array()) {
            const std::string id(r.at("id").as_string());
            const auto file = client.ask("GET", "/api/resumes/" + id + "/file");
            EXPECT_EQ(file.status, 200) << "a résumé without its bytes";
            EXPECT_EQ(file.text.size(), r.at("size_bytes").to_number<std::size_t>());
        }
        for (const char* list : {"/api/goals", "/api/tasks", "/api/jobs", "/api/notes"})
            check_list(client, list);
        const auto saved = client.ask("GET", "/api/job-collections?limit=100");
        ASSERT_EQ(saved.status, 200) << saved.text;
        for (const auto& s : saved.body.at("items").as_array()) {
            const std::string job(s.at("job_id").as_string());
            EXPECT_EQ(client.ask("GET", "/api/job-collections/" + job + "/stages").at("items.0.stage"),
                      "saved");
        }
    }
    /// Each thing once, and all of it from one write.
    static void check_list(ApiClient& client, const std::string& list) {
        const auto page = client.ask("GET", list + "?limit=100");
        ASSERT_EQ(page.status, 200) << list << page.text;
        EXPECT_EQ(page.at("next_cursor"), "") << list << ": not all of it is looked at";
        std::set<std::string> titles;
        for (const auto& item : page.body.at("items").as_array()) {
            const auto thing = client.ask("GET", list + "/" + std::string(item.at("id").as_string()));
            const std::string title = thing.at("title");
            EXPECT_TRUE(titles.insert(title).second) << list << ": " << title << " twice";
            EXPECT_EQ(thing.at(list == "/api/notes" ? "body" : "description"), text_for(title)) << list;
        }
    }

    /// An address may register five people an hour; this one registers one a round.
    void forget_who_registered() const {
        sql::Settings settings;
        settings.url = database_;
        const auto database = sql::Database::open(settings).value();
        ASSERT_TRUE(database->write([](sql::Connection& c) { return c.run("delete from rate_buckets"); }));
    }

    /// Nobody's bytes lie about: each file belongs to a row, or is known to be on its way out.
    void check_files() const {
        sql::Settings settings;
        settings.url = database_;
        const auto known = sql::Database::open(settings).value()->read([](sql::Connection& c) {
            return c.rows<std::string>(
                "select file_key from resumes where file_key is not null union select file_key from "
                "file_removals");
        });
        ASSERT_TRUE(known);
        const std::set<std::string> keys(known->begin(), known->end());
        const std::filesystem::path root = folder_.file("data") + "/files";
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
            if (!entry.is_regular_file()) continue;
            std::string key = std::filesystem::relative(entry.path(), root).string();
            key = key.substr(0, key.find('.'));  // one that was begun belongs to the key before the point
            EXPECT_TRUE(keys.contains(key)) << entry.path() << " belongs to nothing";
        }
    }

    /// Nothing stays under way: what the killed ones held is taken up again and ends. Only what was killed at
    /// every attempt is given up, and then says so and can be done after all.
    static void check_runs(ApiClient& client) {
        wait_for_runs(client);
        const auto failed = client.ask("GET", "/api/runs?state=failed");
        for (const auto& run : failed.body.at("items").as_array()) {
            EXPECT_EQ(run.at("attempts").to_number<std::int64_t>(), store::most_attempts) << failed.text;
            EXPECT_EQ(run.at("reason"), "The program stopped each time while it worked on this.");
            const std::string id(run.at("id").as_string());
            const auto again = client.ask("POST", "/api/runs/" + id + "/retry", "{}");
            EXPECT_EQ(again.status, 202) << again.text;
        }
        wait_for_runs(client);
        EXPECT_EQ(client.ask("GET", "/api/runs?state=failed").at("items"), "[]");
    }
    static void wait_for_runs(ApiClient& client) {
        const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        for (const char* state : {"queued", "running"}) {
            const std::string path = std::string("/api/runs?limit=1&state=") + state;
            std::string items;
            do {
                items = client.ask("GET", path).at("items");
            } while (items != "[]" && std::chrono::steady_clock::now() < until);
            EXPECT_EQ(items, "[]");
        }
    }

    static int rounds() {
        const char* wanted = std::getenv("HEADWAY_CRASH_ROUNDS");
        return wanted == nullptr ? 100 : std::max(1, std::atoi(wanted));
    }

    TempFolder folder_;
    std::vector<std::string> arguments_;
    std::string database_;
};

TEST_P(Crash, WhatWasAcknowledgedIsThereAfterEveryOne) {
    std::mt19937 random(20261129);
    std::uniform_int_distribution<int> moment(1, 40);
    std::vector<std::string> sessions;
    std::size_t checked = 0;
    ServerProcess server = start();
    for (int round = 0; round < rounds() && !HasFatalFailure(); ++round) {
        forget_who_registered();
        ApiClient person(server.port());
        ASSERT_EQ(person.sign_up("p" + std::to_string(round) + "@example.org").status, 201);
        sessions.push_back(person.fields());
        Tally tally;
        std::vector<Writer> all;
        for (int w = 0; w < writers; ++w) all.emplace_back(server.port(), person.fields(), w, tally);
        std::vector<std::thread> threads;
        for (Writer& w : all) threads.emplace_back([&w] { w.run(); });
        tally.wait_for(moment(random));
        server.kill();
        for (std::thread& t : threads) t.join();
        server = start();
        person.go_to(server.port());
        for (const Writer& w : all) {
            for (const Promise& p : w.promises) check(person, p);
            checked += w.promises.size();
        }
        check_whole(person);
    }
    check_files();
    for (const std::string& session : sessions) {
        ApiClient client(server.port());
        client.use_fields(session);
        check_runs(client);
    }
    RecordProperty("rounds", rounds());
    RecordProperty("acknowledged", static_cast<int>(checked));
    std::cout << rounds() << " rounds, " << checked << " things acknowledged and found again\n" << std::flush;
}

INSTANTIATE_TEST_SUITE_P(On, Crash, testing::Bool(),
                         [](const auto& info) { return std::string(info.param ? "postgres" : "sqlite"); });

}  // namespace
}  // namespace headway::test
