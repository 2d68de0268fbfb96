// SPDX-License-Identifier: GPL-3.0-or-later
// The boards' answers as the data folder has them, served over HTTP on loopback and fetched by the program's
// own client, queue and routes: with tags, redirects, patience asked for, failures, slow and cut answers.
#include <gmock/gmock.h>
#include <mutex>

#include "api/server_fixture.hpp"
#include "base/bytes.hpp"
#include "support/data_folder.hpp"
#include "support/loopback_server.hpp"

namespace headway::test {
namespace {

using testing::HasSubstr;

constexpr std::chrono::milliseconds patience{60'000};
const std::string folder = "job-api-samples";

std::string sample(const std::string& name) {
    return read_file(data_folder() + "/" + folder + "/" + name, std::size_t{1} << 20U).value_or("");
}

/// How a path is answered.
struct Page {
    std::string body;
    /// As it goes over the wire: whole; in pieces; first 429, 503 and then whole; moved; cut in the
    /// middle; 429 for hours.
    enum class How : std::uint8_t { whole, pieces, patience, failing, moved, cut, hours } how = How::whole;
    int times = 0;  ///< It was asked for.
};

class FetchSamplesTest : public ApiTest {
  protected:
    void SetUp() override {
        HEADWAY_NEEDS_DATA(folder);
        ApiTest::SetUp();
    }
    void configure(app::Configuration& c) override {
        c.allow_private_addresses = true;
        c.boards_origin = server_.origin();
        c.request_gap = 0;
        c.adzuna_id = "id";
        c.adzuna_key = "key";
        c.usajobs_email = "us@example.org";
        c.usajobs_key = "key";
    }
    /// Whatever begins with the path, which begins with the board's host.
    void serve(const std::string& path, const std::string& file, Page::How how = Page::How::whole) {
        const std::lock_guard lock(mutex_);
        pages_[path] = {sample(file), how, 0};
        EXPECT_FALSE(pages_[path].body.empty()) << file;
    }
    int times(const std::string& path) {
        const std::lock_guard lock(mutex_);
        return pages_.at(path).times;
    }
    void answer(const Asked& asked, const Wire& wire) {
        const std::lock_guard lock(mutex_);
        const std::string target = asked.target();
        auto page = pages_.end();
        for (auto p = pages_.begin(); p != pages_.end(); ++p) {
            if (target.starts_with(p->first)) page = p;  // the longest comes last
        }
        if (page == pages_.end()) return wire.reply(404, "");
        reply(asked, wire, target, page->second);
    }
    static void reply(const Asked& asked, const Wire& wire, const std::string& target, Page& page) {
        const std::string tag = "\"" + std::to_string(page.body.size()) + "\"";
        const int before = page.times++;
        if (asked.header("If-None-Match") == tag) return wire.reply(304, "", "ETag: " + tag + "\r\n");
        const std::string length = "Content-Length: " + std::to_string(page.body.size()) + "\r\n";
        const std::string head =
            "HTTP/1.1 200 OK\r\nETag: " + tag + "\r\n" + length + "Connection: close\r\n\r\n";
        switch (page.how) {
            case Page::How::whole:
                return wire.reply(200, page.body, "ETag: " + tag + "\r\n");
            case Page::How::pieces:
                wire.send(head);
                for (std::size_t at = 0; at < page.body.size(); at += 97) wire.send(page.body.substr(at, 97));
                return;
            case Page::How::patience:
                if (before == 0) return wire.reply(429, "slower", "Retry-After: 1\r\n");
                return wire.reply(200, page.body);
            case Page::How::hours:
                return wire.reply(429, "", "Retry-After: 7200\r\n");
            case Page::How::failing:
                if (before == 0) return wire.reply(503, "");
                return wire.reply(200, page.body);
            case Page::How::moved:
                if (target.find("moved") == std::string::npos)
                    return wire.reply(302, "", "Location: " + target + "&moved\r\n");
                return wire.reply(200, page.body);
            case Page::How::cut:
                return wire.send(head + page.body.substr(0, page.body.size() / 2));
        }
    }
    boost::json::value fetch(const std::string& request) {
        const std::string id =
            text_at(ask(&anna, Method::post, "/api/jobs/fetch-external", request, {}, 202), "task_id");
        EXPECT_TRUE(parts().waiter.wait(anna.id, id, patience));
        return ask(&anna, Method::get, "/api/jobs/fetch-status/" + id);
    }
    static boost::json::value source_of(const boost::json::value& run, const std::string& source) {
        for (const auto& s : run.at("result").at("sources").as_array()) {
            if (text_at(s, "source") == source) return s;
        }
        return nullptr;
    }
    boost::json::value job_of(const std::string& source) {
        for (const auto& job : ask(&anna, Method::get, "/api/jobs?limit=100").at("items").as_array()) {
            if (text_at(job, "source") == source)
                return ask(&anna, Method::get, "/api/jobs/" + text_at(job, "id"));
        }
        ADD_FAILURE() << "no job of " << source;
        return boost::json::object();
    }

    std::mutex mutex_;
    std::map<std::string, Page> pages_;
    LoopbackServer server_{[this](const Asked& a, const Wire& w) { answer(a, w); }};
};

constexpr const char* all_of_them = R"({"boards":[
    {"source":"greenhouse","name":"netlify"},{"source":"lever","name":"palantir"},
    {"source":"ashby","name":"railway"},{"source":"smartrecruiters","name":"acme"},
    {"source":"workday","name":"bah/wd1/BAH_Jobs"}],
  "sources":["remotive","remoteok","arbeitnow","the_muse","adzuna","usajobs"],
  "urls":["ORIGIN/careers/42"]})";

constexpr const char* smart_list = R"({"content":[{"id":"744000001","name":"Perception Engineer",
    "releasedDate":"2026-08-01T00:00:00Z","location":{"city":"Ghent","country":"be"}}],"totalFound":1})";
constexpr const char* workday_list = R"({"total":1,"jobPostings":[{"title":"Forward Deployed Analyst",
    "externalPath":"/job/USA/Forward-Deployed-Analyst_R1","postedOn":"Posted 6 Days Ago","bulletFields":["R1"]}]})";

TEST_F(FetchSamplesTest, EveryBoardIsReadOverTheWire) {
    serve("/boards-api.greenhouse.io/v1/boards/netlify/jobs", "greenhouse.json", Page::How::pieces);
    serve("/api.lever.co/v0/postings/palantir", "lever.json", Page::How::moved);
    serve("/api.ashbyhq.com/posting-api/job-board/railway", "ashby.json");
    serve("/api.smartrecruiters.com/v1/companies/acme/postings/744000001", "smartrecruiters_detail.json");
    serve("/bah.wd1.myworkdayjobs.com/wday/cxs/bah/BAH_Jobs/job/", "workday_detail.json");
    serve("/remotive.com/api/remote-jobs", "remotive.json", Page::How::patience);
    serve("/remoteok.com/api", "remoteok.json", Page::How::failing);
    serve("/www.arbeitnow.com/api/job-board-api", "arbeitnow.json", Page::How::cut);
    serve("/www.themuse.com/api/public/jobs", "themuse.json");
    serve("/api.adzuna.com/v1/api/jobs/", "adzuna.json");
    serve("/data.usajobs.gov/api/search", "usajobs.json");
    serve("/careers/42", "jobpage_jsonld.html", Page::How::pieces);
    {
        const std::lock_guard lock(mutex_);
        pages_["/api.smartrecruiters.com/v1/companies/acme/postings"] = {smart_list, Page::How::whole, 0};
        pages_["/bah.wd1.myworkdayjobs.com/wday/cxs/bah/BAH_Jobs/jobs"] = {workday_list, Page::How::whole, 0};
    }
    std::string request = all_of_them;
    request.replace(request.find("ORIGIN"), 6, server_.origin());
    const auto run = fetch(request);
    EXPECT_EQ(text_at(run, "state"), "ready") << text_at(run, "reason");
    for (const char* source : {"greenhouse", "lever", "ashby", "smartrecruiters", "workday", "remotive",
                               "remoteok", "the_muse", "usajobs", "page"}) {
        const auto s = source_of(run, source);
        EXPECT_EQ(at(s, "added"), 1) << boost::json::serialize(s);
    }
    EXPECT_EQ(at(source_of(run, "adzuna"), "added"), 2);
    const auto cut = source_of(run, "arbeitnow");
    EXPECT_EQ(at(cut, "found"), 0) << "half an answer is none";
    EXPECT_FALSE(text_at(cut, "reason").empty());
    EXPECT_EQ(times("/remotive.com/api/remote-jobs"), 2) << "asked again as it wished";
    EXPECT_EQ(times("/remoteok.com/api"), 2);
    EXPECT_EQ(times("/api.lever.co/v0/postings/palantir"), 2) << "and where it has moved to";

    EXPECT_EQ(text_at(job_of("greenhouse"), "company"), "Netlify");
    EXPECT_EQ(text_at(job_of("lever"), "title"), "Backend Software Engineer - Application Development");
    EXPECT_THAT(text_at(job_of("remoteok"), "description"), HasSubstr("£45,500: Shift allowance"));
    EXPECT_THAT(text_at(job_of("smartrecruiters"), "description"),
                HasSubstr("Build ML models for perception."));
    EXPECT_EQ(text_at(job_of("workday"), "job_type"), "full_time");
    EXPECT_EQ(text_at(job_of("usajobs"), "salary.period"), "year");
    EXPECT_EQ(text_at(job_of("page"), "salary.currency"), "USD");
    EXPECT_NE(text_at(job_of("page"), "requirements"), "0");
    for (const Asked& asked : server_.asked()) {
        const bool wants_address = asked.target().starts_with("/data.usajobs.gov");
        EXPECT_THAT(asked.header("User-Agent"),
                    testing::StartsWith(wants_address ? "us@example.org" : "Headway/"))
            << "it says who it is";
    }
}

TEST_F(FetchSamplesTest, WhatHasNotChangedIsNotSentAgainAndDoublesNothing) {
    const std::string path = "/api.ashbyhq.com/posting-api/job-board/railway";
    serve(path, "ashby.json");
    constexpr const char* request = R"({"boards":[{"source":"ashby","name":"railway"}]})";
    EXPECT_EQ(at(source_of(fetch(request), "ashby"), "added"), 1);
    const auto again = source_of(fetch(request), "ashby");
    EXPECT_EQ(at(again, "found"), 1);
    EXPECT_EQ(at(again, "added"), 0);
    EXPECT_EQ(at(again, "duplicates"), 1);
    EXPECT_EQ(times(path), 2);
    EXPECT_NE(server_.asked().back().header("If-None-Match"), "") << "asked by its tag, answered with 304";
}

TEST_F(FetchSamplesTest, AHostThatWantsToBeLeftAloneForLongIs) {
    serve("/remotive.com/api/remote-jobs", "remotive.json", Page::How::hours);
    const auto first = source_of(fetch(R"({"keywords":["engineer"],"sources":["remotive"]})"), "remotive");
    EXPECT_EQ(at(first, "found"), 0);
    EXPECT_THAT(text_at(first, "reason"), HasSubstr("left alone"));
    const std::size_t asked = server_.asked().size();
    const auto second = source_of(fetch(R"({"keywords":["nurse"],"sources":["remotive"]})"), "remotive");
    EXPECT_THAT(text_at(second, "reason"), HasSubstr("left alone"));
    EXPECT_EQ(server_.asked().size(), asked) << "it is not asked at all";
}

}  // namespace
}  // namespace headway::test
