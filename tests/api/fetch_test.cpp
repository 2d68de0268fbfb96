// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs from boards: a real server on loopback stands for all of them.
#include <future>

#include "api/server_fixture.hpp"
#include "base/id.hpp"
#include "flows/fetch_jobs.hpp"
#include "flows/stored_profile.hpp"
#include "sql/migrations.hpp"
#include "store/job_profiles.hpp"
#include "store/quotas.hpp"
#include "store/users.hpp"
#include "support/loopback_server.hpp"

namespace headway::test {
namespace {

constexpr std::chrono::milliseconds patience{60'000};
const std::string greenhouse = "/boards-api.greenhouse.io/v1/boards/lanternfield/jobs?content=true";

std::string quoted(const std::string& text) {
    return boost::json::serialize(boost::json::string(text));
}

/// An entry of a Greenhouse board.
std::string entry(int id, const std::string& title, const std::string& text,
                  const std::string& place = "Harrowby") {
    return R"({"id":)" + std::to_string(id) + R"(,"title":)" + quoted(title) + R"(,"content":)" +
           quoted(text) + R"(,"company_name":"Lanternfield","location":{"name":)" + quoted(place) +
           R"(},"first_published":"2026-11-16T09:00:00Z","absolute_url":"https://boards.greenhouse.io/lanternfield/jobs/)" +
           std::to_string(id) + "\"}";
}

const std::string nurse_text =
    "&lt;p&gt;You bring:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Wound care&lt;/li&gt;&lt;li&gt;Microsoft "
    "Excel&lt;/li&gt;&lt;/ul&gt;";

class FetchTest : public ApiTest {
  protected:
    FetchTest()
        : server_([this](const Asked& asked, const Wire& wire) {
              std::unique_lock lock(mutex_);
              const auto found = answers_.find(asked.target());
              if (found == answers_.end()) return wire.reply(404, "");
              const std::string body = found->second;
              lock.unlock();
              if (body == "hang") {
                  reached_.set_value();
                  return wire.wait_for_end();
              }
              wire.reply(body == "fail" ? 500 : 200, body);
          }) {}
    void configure(app::Configuration& c) override {
        c.allow_private_addresses = allow_;
        c.boards_origin = server_.origin();
        c.request_gap = 0;
        configuration_ = c;
    }
    void serve(const std::string& target, const std::string& body) {
        const std::lock_guard lock(mutex_);
        answers_[target] = body;
    }
    void serve_board(const std::string& entries) { serve(greenhouse, R"({"jobs":[)" + entries + "]}"); }

    /// A fetch that has ended: its run as the API shows it.
    boost::json::value fetch(const TestUser& user, const std::string& request) {
        const std::string id =
            text_at(ask(&user, Method::post, "/api/jobs/fetch-external", request, {}, 202), "task_id");
        EXPECT_TRUE(parts().waiter.wait(user.id, id, patience));
        return ask(&user, Method::get, "/api/jobs/fetch-status/" + id);
    }
    boost::json::value fetch_board(const TestUser& user) {
        return fetch(user, R"({"boards":[{"source":"greenhouse","name":"lanternfield"}]})");
    }
    boost::json::array jobs(const TestUser& user) {
        return ask(&user, Method::get, "/api/jobs").at("items").as_array();
    }
    /// "found added duplicates refused" of a source.
    std::string counts(const boost::json::value& run, const std::string& source) {
        for (const auto& s : run.at("result").at("sources").as_array()) {
            if (text_at(s, "source") != source) continue;
            return text_at(s, "found") + " " + text_at(s, "added") + " " + text_at(s, "duplicates") + " " +
                   text_at(s, "refused");
        }
        return "none";
    }

    std::mutex mutex_;
    std::map<std::string, std::string> answers_;
    std::promise<void> reached_;
    LoopbackServer server_;
    app::Configuration configuration_;
    bool allow_ = true;
};

TEST_F(FetchTest, JobsOfABoardBecomeOnesOwn) {
    serve_board(entry(1, "Community Nurse", nurse_text) + "," + entry(2, "", "no title") + "," +
                entry(3, "Cook", "Soup."));
    const auto run =
        fetch(anna, R"({"keywords":["nurse"],"boards":[{"source":"greenhouse","name":"lanternfield"}]})");
    EXPECT_EQ(text_at(run, "state"), "ready") << text_at(run, "reason");
    EXPECT_EQ(counts(run, "greenhouse"), "1 1 0 1");
    EXPECT_EQ(text_at(run, "result.sources.0.reason"), "lanternfield: 1 entry without a title");
    ASSERT_EQ(run.at("result").at("job_ids").as_array().size(), 1U);
    const auto job = ask(&anna, Method::get, "/api/jobs/" + text_at(run, "result.job_ids.0"));
    EXPECT_EQ(text_at(job, "title"), "Community Nurse");
    EXPECT_EQ(text_at(job, "source"), "greenhouse");
    EXPECT_EQ(text_at(job, "external_id"), "1");
    EXPECT_EQ(text_at(job, "description"), "You bring:\n\n• Wound care\n• Microsoft Excel");
    EXPECT_EQ(text_at(job, "posted_on"), "2026-11-16");
    EXPECT_TRUE(at(job, "salary").is_null());
    EXPECT_NE(text_at(job, "requirements"), "0") << "read at once";
    EXPECT_EQ(jobs(anna).size(), 1U);
    EXPECT_EQ(jobs(ben).size(), 0U);
    EXPECT_EQ(text_at(run, "provenance.parameters.0.value"), "nurse");
    EXPECT_EQ(text_at(run, "provenance.input_hashes.1.name"), "greenhouse 1") << "what came back";
}

TEST_F(FetchTest, ATestWithAKeyAsksOnceAndCountsOnce) {
    serve_board(entry(1, "Nurse", "Care"));
    const std::string body = R"({"boards":[{"source":"greenhouse","name":"lanternfield"}]})";
    const http::Headers key = {{"Idempotency-Key", "intent-0001"}};
    const auto first = ask(&anna, Method::post, "/api/jobs/fetch-external/test", body, key);
    const std::size_t asked = server_.asked().size();
    serve_board(entry(2, "Cook", "Soup"));
    EXPECT_EQ(ask(&anna, Method::post, "/api/jobs/fetch-external/test", body, key), first);
    EXPECT_EQ(server_.asked().size(), asked);
    EXPECT_EQ(send(&anna, Method::post, "/api/jobs/fetch-external/test?another=request", body, key).status,
              409);
    EXPECT_NE(ask(&anna, Method::post, "/api/jobs/fetch-external/test", body), first)
        << "without a key it is new";
}

TEST_F(FetchTest, OneSourceThatFailsStopsNoOther) {
    serve("/remotive.com/api/remote-jobs?limit=100&search=nurse", "fail");
    serve("/remoteok.com/api", "<html>down</html>");
    serve(
        "/www.arbeitnow.com/api/job-board-api?page=1",
        R"({"data":[{"slug":"nurse-1","title":"Nurse","company_name":"Lantern","description":"<p>Care</p>","location":"Berlin"}]})");
    serve(
        "/page",
        R"(<script type="application/ld+json">{"@type":"JobPosting","title":"Night Nurse","description":"Watch.",
        "baseSalary":{"value":{"minValue":30,"unitText":"HOUR"}}}</script>)");
    const auto run = fetch(
        anna,
        R"({"keywords":["nurse"],"sources":["remotive","remoteok","arbeitnow","the_muse","adzuna","lever"],
        "urls":[")" +
            server_.origin() + R"(/page"]})");
    EXPECT_EQ(text_at(run, "state"), "ready");
    EXPECT_EQ(counts(run, "arbeitnow"), "1 1 0 0");
    EXPECT_EQ(counts(run, "page"), "1 1 0 0");
    for (const char* failed : {"remotive", "remoteok", "the_muse", "adzuna", "lever"})
        EXPECT_EQ(counts(run, failed), "0 0 0 0") << failed;
    for (const auto& s : run.at("result").at("sources").as_array()) {
        const std::string name = text_at(s, "source");
        EXPECT_EQ(at(s, "reason").is_null(), name == "arbeitnow" || name == "page") << text_at(s, "reason");
        if (name == "remotive") EXPECT_NE(text_at(s, "reason").find("HTTP 500"), std::string::npos);
        if (name == "adzuna") EXPECT_NE(text_at(s, "reason").find("adzuna-key"), std::string::npos);
    }
    for (const auto& job : jobs(anna)) {
        if (text_at(job, "source") != "page") continue;
        EXPECT_EQ(at(job, "salary.min").to_number<double>(), 30);
        EXPECT_TRUE(at(job, "salary.currency").is_null()) << "none is assumed";
        EXPECT_EQ(text_at(job, "salary.period"), "hour");
    }
}

TEST_F(FetchTest, TextsThatLieApartAreFetchedForWhatFits) {
    const std::string site = "/acme.wd1.myworkdayjobs.com/wday/cxs/acme/Jobs";
    serve(site + "/jobs",
          R"({"total":2,"jobPostings":[{"title":"Welder","externalPath":"/job/X/W_R1","bulletFields":["R1"],
        "locationsText":"Bern"},{"title":"Cook","externalPath":"/job/X/C_R2","bulletFields":["R2"],"locationsText":"Basel"}]})");
    serve(site + "/job/X/W_R1",
          R"({"jobPostingInfo":{"title":"Welder","jobDescription":"<p>TIG welding</p>"}})");
    const auto run = fetch(
        anna,
        R"({"keywords":["welder"],"locations":["Bern"],"boards":[{"source":"workday","name":"acme/wd1/Jobs"}]})");
    EXPECT_EQ(counts(run, "workday"), "1 1 0 0");
    EXPECT_EQ(server_.asked().size(), 2U) << "the list, and the text of the one that fits";
    EXPECT_EQ(text_at(jobs(anna).at(0), "external_id"), "acme/Jobs/R1");
}

TEST_F(FetchTest, ASecondFetchDoublesNothing) {
    serve_board(entry(1, "Nurse", nurse_text));
    EXPECT_EQ(counts(fetch_board(anna), "greenhouse"), "1 1 0 0");
    const auto again = fetch_board(anna);
    EXPECT_EQ(counts(again, "greenhouse"), "1 0 1 0");
    EXPECT_EQ(again.at("result").at("job_ids").as_array().size(), 0U);
    EXPECT_EQ(text_at(jobs(anna).at(0), "version"), "1") << "nothing was written";
    serve_board(entry(1, "Senior Nurse", nurse_text));
    const auto renewed = fetch_board(anna);
    EXPECT_EQ(counts(renewed, "greenhouse"), "1 0 1 0");
    EXPECT_EQ(renewed.at("result").at("job_ids").as_array().size(), 1U) << "brought up to date";
    EXPECT_EQ(text_at(jobs(anna).at(0), "title"), "Senior Nurse");
    serve_board(entry(1, "Chief Nurse", nurse_text));
    (void)fetch_board(anna);
    EXPECT_EQ(text_at(jobs(anna).at(0), "title"), "Chief Nurse") << "and once more";
}

TEST_F(FetchTest, WhatAPersonChangedStays) {
    serve_board(entry(1, "Nurse", nurse_text));
    const std::string path = "/api/jobs/" + text_at(fetch_board(anna), "result.job_ids.0");
    ask(&anna, Method::put, path, R"({"title":"My nurse job","description":"Mine"})", matching(anna, path));
    serve_board(entry(1, "Senior Nurse", nurse_text));
    EXPECT_EQ(counts(fetch_board(anna), "greenhouse"), "1 0 1 0");
    const auto job = ask(&anna, Method::get, path);
    EXPECT_EQ(text_at(job, "title"), "My nurse job");
    EXPECT_EQ(text_at(job, "description"), "Mine");
    EXPECT_EQ(jobs(anna).size(), 1U);
}

/// Stored with what the ranking needs, so that nobody has to read them a second time.
TEST_F(FetchTest, AreReadyToBeRanked) {
    sql::Settings settings;
    settings.url = "sqlite:" + folder_.file("other.db");  // which no ranking looks after
    const auto database = sql::Database::open(settings).value();
    ASSERT_TRUE(sql::migrate(*database, sql::shipped_migrations()));
    store::User user;
    user.id = anna.id;
    user.email = anna.email;
    ASSERT_TRUE(database->write([&](sql::Connection& c) { return store::add_user(c, user); }));
    flows::FetchInput input;
    input.boards = {{"greenhouse", "lanternfield"}};
    for (const char* text : {"&lt;li&gt;Microsoft Excel&lt;/li&gt;", "&lt;li&gt;Wound care&lt;/li&gt;"}) {
        serve_board(entry(1, "Community Nurse", std::string("&lt;p&gt;You bring:&lt;/p&gt;") + text));
        flows::Provenance provenance;
        const auto fetched = flows::fetch_jobs(
            *database, parts().knowledge, backend_->outside(), [this]() -> Timestamp { return now_; },
            anna.id, make_uuid(), input, [](sql::Connection&) { return Result<void>(); },
            [](double, const std::string&) { return true; }, provenance);
        ASSERT_TRUE(fetched) << fetched.error().message();
        ASSERT_EQ(fetched->job_ids.size(), 1U) << text;
        const auto row = database->read(
            [&](sql::Connection& c) { return store::find_job_profile(c, fetched->job_ids[0]); });
        const auto stored = flows::profile_from_store(parts().knowledge, (*row)->profile.value);
        EXPECT_TRUE(stored.current) << text;
        EXPECT_GT(stored.profile.requirements.size(), 0U) << text;
    }
}

TEST_F(FetchTest, TheSameWordsAreTheSameJob) {
    ask(&anna, Method::post, "/api/jobs",
        R"({"title":"nurse","description":"Wound care at  home","location":"Harrowby"})", {}, 201);
    serve_board(entry(1, "Nurse", "<p>Wound care, at home</p>") + "," +
                entry(2, "Nurse", "<p>Wound care at home.</p>", "Millbrook") + "," +
                entry(3, "Nurse", "<p>Wound care at home</p>", "Millbrook"));
    const auto run = fetch_board(anna);
    EXPECT_EQ(counts(run, "greenhouse"), "3 1 2 0")
        << "one is there by hand, two are one, elsewhere is another";
    EXPECT_EQ(jobs(anna).size(), 2U);
}

TEST_F(FetchTest, QuotasHold) {
    serve_board(entry(1, "Nurse", "Care") + "," + entry(2, "Cook", "Soup"));
    const auto limit = [&](const char* name, std::int64_t most) {
        EXPECT_TRUE(parts().database.write(
            [&](sql::Connection& c) { return store::set_quota_limit(c, anna.id, name, most); }));
    };
    limit("jobs", 1);
    limit("fetches_per_day", 2);
    const auto run = fetch_board(anna);
    EXPECT_EQ(counts(run, "greenhouse"), "2 1 0 0");
    EXPECT_NE(text_at(run, "result.sources.0.reason").find("jobs"), std::string::npos);
    EXPECT_EQ(jobs(anna).size(), 1U);
    (void)fetch_board(anna);
    const auto refused = send(&anna, Method::post, "/api/jobs/fetch-external", R"({"keywords":["nurse"]})");
    EXPECT_EQ(refused.status, 429);
    EXPECT_TRUE(refused.header("Retry-After"));
    EXPECT_EQ(send(&anna, Method::post, "/api/jobs/fetch-external/test", R"({"keywords":["nurse"]})").status,
              429);
}

TEST_F(FetchTest, AreOnesOwn) {
    serve_board(entry(1, "Nurse", "Care"));
    const std::string id = text_at(fetch_board(anna), "id");
    EXPECT_EQ(send(&ben, Method::get, "/api/jobs/fetch-status/" + id).status, 404);
    EXPECT_EQ(send(nullptr, Method::get, "/api/jobs/fetch-status/" + id).status, 401);
    EXPECT_EQ(send(&anna, Method::get, "/api/jobs/fetch-status/nothing").status, 404);
    EXPECT_EQ(ask(&ben, Method::get, "/api/jobs/fetch-tasks").at("items").as_array().size(), 0U);
    now_ = now_ + std::chrono::hours(1);
    (void)fetch_board(anna);
    const auto page = ask(&anna, Method::get, "/api/jobs/fetch-tasks?limit=1");
    EXPECT_EQ(page.at("items").as_array().size(), 1U);
    const auto rest =
        ask(&anna, Method::get, "/api/jobs/fetch-tasks?limit=1&cursor=" + text_at(page, "next_cursor"));
    EXPECT_EQ(text_at(rest, "items.0.id"), id);
    EXPECT_TRUE(rest.at("next_cursor").is_null());
    now_ = now_ + std::chrono::minutes(23 * 60 + 30);
    EXPECT_EQ(ask(&anna, Method::get, "/api/jobs/fetch-tasks").at("items").as_array().size(), 1U)
        << "those of the last 24 hours";
    EXPECT_EQ(send(&anna, Method::get, "/api/jobs/fetch-tasks?kind=x").status, 400);
}

TEST_F(FetchTest, BadRequestsAreRefusedByTheirField) {
    const std::string many = "[" + [] {
        std::string out = "\"a\"";
        for (int i = 0; i < 20; ++i) out += ",\"a\"";
        return out;
    }() + "]";
    const std::vector<std::pair<std::string, std::string>> cases = {
        {R"({})", "keywords"},
        {R"({"sources":["remotive"]})", "keywords"},
        {R"({"keywords":[""]})", "keywords[0]"},
        {R"({"keywords":["  "]})", "keywords[0]"},
        {R"({"keywords":)" + many + "}", "keywords"},
        {R"({"keywords":["a"],"sources":["monster"]})", "sources[0]"},
        {R"({"keywords":["a"],"job_types":["slavery"]})", "job_types[0]"},
        {R"({"boards":[{"source":"remotive","name":"x"}]})", "boards[0].source"},
        {R"({"boards":[{"source":"greenhouse","name":"../../x"}]})", "boards[0].name"},
        {R"({"boards":[{"source":"workday","name":"evil.example"}]})", "boards[0].name"},
        {R"({"urls":["file:///etc/passwd"]})", "urls[0]"},
        {R"({"urls":["http://a:b@x.example/"]})", "urls[0]"},
        {R"({"keywords":["a"],"max_jobs_per_search":101})", "max_jobs_per_search"},
        {R"({"keywords":["a"],"color":"red"})", "color"}};
    for (const auto& [body, field] : cases) {
        const auto problem = ask(&anna, Method::post, "/api/jobs/fetch-external", body, {}, 400);
        EXPECT_EQ(text_at(problem, "errors.0.field"), field) << body;
    }
    EXPECT_EQ(
        send(&anna, Method::post, "/api/jobs/fetch-external/test", R"({"keywords":["a"],"limit":6})").status,
        400);
    EXPECT_EQ(server_.asked().size(), 0U);
    EXPECT_EQ(ask(&anna, Method::get, "/api/jobs/fetch-tasks").at("items").as_array().size(), 0U);
}

TEST_F(FetchTest, ATestStoresNothing) {
    serve_board(entry(1, "Nurse", nurse_text) + "," + entry(2, "Cook", "Soup."));
    const std::string request = R"({"boards":[{"source":"greenhouse","name":"lanternfield"}],"limit":1})";
    const auto seen = ask(&anna, Method::post, "/api/jobs/fetch-external/test", request);
    EXPECT_EQ(seen.at("items").as_array().size(), 1U);
    EXPECT_EQ(text_at(seen, "items.0.url"), "https://boards.greenhouse.io/lanternfield/jobs/1");
    EXPECT_EQ(text_at(seen, "sources.0.added"), "0");
    EXPECT_EQ(jobs(anna).size(), 0U);
    EXPECT_EQ(ask(&anna, Method::get, "/api/jobs/fetch-tasks").at("items").as_array().size(), 0U);
    serve(greenhouse, "fail");
    EXPECT_EQ(send(&anna, Method::post, "/api/jobs/fetch-external/test", request).status, 503);
}

TEST_F(FetchTest, ARequestWithAKeyIsDoneOnce) {
    serve_board(entry(1, "Nurse", "Care"));
    const std::string request =
        R"({"boards":[{"source":"greenhouse","name":"lanternfield"}],"run_async":false})";
    const http::Headers key = {{"Idempotency-Key", "fetch-once-0001"}};
    const auto first = ask(&anna, Method::post, "/api/jobs/fetch-external", request, key, 202);
    const auto second = ask(&anna, Method::post, "/api/jobs/fetch-external", request, key, 202);
    EXPECT_EQ(text_at(first, "task_id"), text_at(second, "task_id"));
    EXPECT_EQ(text_at(first, "task_id"), text_at(first, "run_id"));
    EXPECT_EQ(ask(&anna, Method::get, "/api/jobs/fetch-tasks").at("items").as_array().size(), 1U);
}

TEST_F(FetchTest, ARunOutlivesItsProcess) {
    serve_board(entry(1, "Nurse", "Care"));
    backend_->stop_workers(std::chrono::milliseconds(0));
    const std::string id =
        text_at(ask(&anna, Method::post, "/api/jobs/fetch-external",
                    R"({"boards":[{"source":"greenhouse","name":"lanternfield"}]})", {}, 202),
                "task_id");
    EXPECT_EQ(text_at(ask(&anna, Method::get, "/api/jobs/fetch-status/" + id), "state"), "queued");
    auto other = app::Backend::open(configuration_, knowledge(), [this]() -> Timestamp { return now_; });
    ASSERT_TRUE(other) << other.error().message();
    EXPECT_TRUE((*other)->parts().waiter.wait(anna.id, id, patience));
    EXPECT_EQ(counts(ask(&anna, Method::get, "/api/jobs/fetch-status/" + id), "greenhouse"), "1 1 0 0");
}

TEST_F(FetchTest, RepeatedAfterACrashItTellsTheSame) {
    serve_board(entry(1, "Nurse", "Care") + "," + entry(2, "Cook", "Soup"));
    flows::FetchInput input;
    input.boards = {{"greenhouse", "lanternfield"}};
    for (int attempt = 0; attempt < 2; ++attempt) {
        flows::Provenance provenance;
        const auto done = flows::fetch_jobs(
            parts().database, parts().knowledge, backend_->outside(), parts().clock, anna.id, "the-run",
            input, [](sql::Connection&) -> Result<void> { return {}; },
            [](double, const std::string&) { return true; }, provenance);
        ASSERT_TRUE(done) << done.error().message();
        EXPECT_EQ(done->job_ids.size(), 2U);
        EXPECT_EQ(done->sources.at(0).added, 2);
    }
    EXPECT_EQ(jobs(anna).size(), 2U);
}

TEST_F(FetchTest, CanBeCancelledWhileAHostIsSilent) {
    serve(greenhouse, "hang");
    const std::string id =
        text_at(ask(&anna, Method::post, "/api/jobs/fetch-external",
                    R"({"boards":[{"source":"greenhouse","name":"lanternfield"}]})", {}, 202),
                "task_id");
    ASSERT_EQ(reached_.get_future().wait_for(patience), std::future_status::ready);
    EXPECT_EQ(send(&anna, Method::post, "/api/runs/" + id + "/cancel").status, 200);
    EXPECT_TRUE(parts().waiter.wait(anna.id, id, patience));
    const auto cancelled = ask(&anna, Method::get, "/api/jobs/fetch-status/" + id);
    EXPECT_EQ(text_at(cancelled, "state"), "cancelled");
    EXPECT_EQ(text_at(cancelled, "provenance.parameters.0.value"), "greenhouse lanternfield");
    EXPECT_EQ(text_at(cancelled, "provenance.input_hashes.0.name"), "request");
    // Trying it again asks the boards again: it counts like a new fetch.
    const std::string path = "/api/admin/users/" + anna.id;
    ask(&admin, Method::patch, path, R"({"quotas":{"fetches_per_day":1}})", matching(admin, path));
    EXPECT_EQ(send(&anna, Method::post, "/api/runs/" + id + "/retry").status, 429);
    ask(&admin, Method::patch, path, R"({"quotas":{"fetches_per_day":2}})", matching(admin, path));
    serve_board(entry(1, "Nurse", nurse_text));
    EXPECT_EQ(send(&anna, Method::post, "/api/runs/" + id + "/retry").status, 202);
    EXPECT_TRUE(parts().waiter.wait(anna.id, id, patience));
    EXPECT_EQ(text_at(ask(&anna, Method::get, "/api/jobs/fetch-status/" + id), "state"), "ready");
}

class FetchOutsideTest : public FetchTest {
  protected:
    FetchOutsideTest() { allow_ = false; }
};

TEST_F(FetchOutsideTest, ThisMachineIsNotFetchedFromUnlessAllowed) {
    serve(
        "/page",
        R"(<script type="application/ld+json">{"@type":"JobPosting","title":"Inside","description":"x"}</script>)");
    const std::string port = std::to_string(server_.port());
    const auto run = fetch(anna, R"({"urls":["http://127.0.0.1:)" + port + R"(/page","http://localhost:)" +
                                     port + R"(/page","http://169.254.169.254/latest/meta-data/"]})");
    EXPECT_EQ(text_at(run, "state"), "ready");
    EXPECT_EQ(counts(run, "page"), "0 0 0 0");
    EXPECT_NE(text_at(run, "result.sources.0.reason").find("private network"), std::string::npos);
    EXPECT_EQ(server_.asked().size(), 0U);
}

TEST_F(FetchTest, PayWithoutACurrencyCanBeWrittenByHand) {
    const auto job =
        ask(&anna, Method::post, "/api/jobs", R"({"title":"Nurse","salary":{"min":30}})", {}, 201);
    EXPECT_TRUE(at(job, "salary.currency").is_null());
    EXPECT_TRUE(at(job, "salary.period").is_null());
    EXPECT_EQ(
        send(&anna, Method::post, "/api/jobs", R"({"title":"Nurse","salary":{"min":30,"currency":"usd"}})")
            .status,
        400);
}

}  // namespace
}  // namespace headway::test
