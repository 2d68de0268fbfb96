// SPDX-License-Identifier: GPL-3.0-or-later
// What counts against the quotas of a day, and what does not.
#include <gmock/gmock.h>
#include <thread>

#include "api/server_fixture.hpp"

namespace headway::test {
namespace {

using testing::ElementsAre;

std::string json_of(const boost::json::object& value) {
    return boost::json::serialize(value);
}

class QuotaTest : public ApiTest {
  protected:
    void limit(const TestUser& user, const std::string& quota, int most) {
        const std::string path = "/api/admin/users/" + user.id;
        ask(&admin, Method::patch, path, json_of({{"quotas", {{quota, most}}}}), matching(admin, path));
    }
    int used(const TestUser& user, std::string_view name) {
        const auto membership = ask(&user, Method::get, "/api/membership");
        for (const auto& quota : membership.at("quotas").as_array()) {
            if (quota.at("name").as_string() == name) return quota.at("used").to_number<int>();
        }
        return -1;
    }
    void paste(const TestUser& user) {
        ask(&user, Method::post, "/api/resumes",
            json_of({{"name", "pasted"},
                     {"text", "Skills\nPython, Docker\n\nExperience\nDeveloper at Foo, 2019 – 2024\n"}}),
            {}, 201);
    }
    std::string add_job(const TestUser& user, const std::string& skill) {
        return text_at(
            ask(&user, Method::post, "/api/jobs",
                json_of({{"title", skill + " developer"}, {"description", "Requirements\n• " + skill}}), {},
                201),
            "id");
    }
    http::Response run(const TestUser& user, const std::string& job) {
        return send(&user, Method::post, "/api/gap/run", json_of({{"job_id", job}}));
    }
};

TEST_F(QuotaTest, ReportsOfADayAreCountedAndRefusedWhenTheyAreUsedUp) {
    paste(anna);
    paste(ben);
    const std::string first = add_job(anna, "Python");
    const std::string second = add_job(anna, "Docker");
    const std::string third = add_job(anna, "Kubernetes");
    limit(anna, "reports_per_day", 2);
    EXPECT_EQ(run(anna, first).status, 200);
    EXPECT_EQ(used(anna, "reports_per_day"), 1);
    EXPECT_EQ(run(anna, first).status, 200);
    EXPECT_EQ(used(anna, "reports_per_day"), 1) << "answered with the report that is there";
    EXPECT_EQ(run(anna, second).status, 200);

    const auto refused = run(anna, third);
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(refused.header("Retry-After"), std::to_string(24 * 3600 + 1)) << "until midnight UTC";
    const auto problem = boost::json::parse(refused.text());
    EXPECT_EQ(text_at(problem, "code"), "rate_limited");
    EXPECT_EQ(text_at(problem, "errors.0.field"), "reports_per_day");
    EXPECT_EQ(used(anna, "reports_per_day"), 2) << "what was refused is not counted";
    EXPECT_EQ(
        ask(&anna, Method::get, "/api/runs?kind=make_report&state=queued").at("items").as_array().size(), 0U)
        << "nor queued";
    EXPECT_EQ(run(anna, first).status, 200) << "what is there can still be asked for";
    EXPECT_EQ(run(ben, add_job(ben, "Kubernetes")).status, 200) << "nobody else's limit";

    now_ = now_ + std::chrono::hours(24);
    EXPECT_EQ(run(anna, third).status, 200) << "the next day";
    EXPECT_EQ(used(anna, "reports_per_day"), 1);
}

TEST_F(QuotaTest, AReportMadeAnewCountsWhenSomethingHasChanged) {
    paste(anna);
    const std::string job = add_job(anna, "Python");
    const auto made = boost::json::parse(run(anna, job).text());
    const std::string again = "/api/gap-reports/" + text_at(made, "gap_report_id") + "/re-run";
    EXPECT_EQ(send(&anna, Method::post, again).status, 200);
    EXPECT_EQ(used(anna, "reports_per_day"), 1) << "nothing has changed";
    ask(&anna, Method::put, "/api/jobs/" + job,
        json_of({{"title", "Developer"}, {"description", "Requirements\n• Python\n• Rust"}}),
        matching(anna, "/api/jobs/" + job));
    limit(anna, "reports_per_day", 1);
    EXPECT_EQ(send(&anna, Method::post, again).status, 429);
    limit(anna, "reports_per_day", 2);
    EXPECT_EQ(send(&anna, Method::post, again).status, 200);
    EXPECT_EQ(used(anna, "reports_per_day"), 2);
}

TEST_F(QuotaTest, ACorrectionMakesReportsAnewWithoutCounting) {
    paste(anna);
    const std::string job = add_job(anna, "Kubernetes");
    limit(anna, "reports_per_day", 1);
    const auto made = boost::json::parse(run(anna, job).text());
    const auto resume = ask(&anna, Method::get, "/api/backend/resumes/default");
    const auto corrected = ask(&anna, Method::post, "/api/corrections",
                               json_of({{"resume_id", text_at(resume, "id")},
                                        {"action", "add"},
                                        {"skill_id", "hw:kubernetes"},
                                        {"level", 4}}),
                               {}, 201);
    EXPECT_EQ(text_at(corrected, "rescored.0.previous_id"), text_at(made, "gap_report_id"));
    EXPECT_EQ(used(anna, "reports_per_day"), 1);
}

TEST_F(QuotaTest, AJobIsSavedAlsoWithoutAReport) {
    paste(anna);
    limit(anna, "reports_per_day", 1);
    const std::string first = add_job(anna, "Python");
    const std::string second = add_job(anna, "Docker");
    const auto with = ask(&anna, Method::post, "/api/job-collections/" + first, "", {}, 201);
    EXPECT_EQ(text_at(with, "gap_state"), "ready");
    EXPECT_EQ(used(anna, "reports_per_day"), 1) << "saving makes a report, which counts";
    const auto without = ask(&anna, Method::post, "/api/job-collections/" + second, "", {}, 201);
    EXPECT_EQ(text_at(without, "gap_state"), "none");
    EXPECT_EQ(ask(&anna, Method::get, "/api/job-collections").at("items").as_array().size(), 2U);
}

TEST_F(QuotaTest, AChatGoesOnWithoutAReport) {
    paste(anna);
    limit(anna, "reports_per_day", 0);
    const std::string job = add_job(anna, "Python");
    const auto chat = ask(&anna, Method::post, "/api/chats", json_of({{"job_id", job}}), {}, 201);
    const auto answer = ask(&anna, Method::post, "/api/chats/" + text_at(chat, "id") + "/messages",
                            json_of({{"content", "What should I learn first?"}}), {}, 201);
    EXPECT_GT(text_at(answer, "answer.content").size(), 10U);
    EXPECT_EQ(used(anna, "reports_per_day"), 0);
}

TEST_F(QuotaTest, LearningItemsThatAreThereAreNotCounted) {
    paste(anna);
    const auto made = boost::json::parse(run(anna, add_job(anna, "Kubernetes")).text());
    const std::string report = json_of({{"gap_report_id", text_at(made, "gap_report_id")}});
    limit(anna, "learning_per_day", 1);
    const auto first = ask(&anna, Method::post, "/api/learn/generate", report);
    EXPECT_GT(first.at("learning_item_ids").as_array().size(), 0U);
    const auto again = ask(&anna, Method::post, "/api/learn/generate", report);
    EXPECT_EQ(again.at("learning_item_ids"), first.at("learning_item_ids"));
    EXPECT_EQ(used(anna, "learning_per_day"), 1);
}

TEST_F(QuotaTest, NotesAreLimitedLikeJobs) {
    limit(anna, "notes", 1);
    EXPECT_EQ(send(&anna, Method::post, "/api/notes", R"({"body":"one"})").status, 201);
    const auto refused = ask(&anna, Method::post, "/api/notes", R"({"body":"two"})", {}, 403);
    EXPECT_EQ(text_at(refused, "errors.0.field"), "notes");
    EXPECT_EQ(used(anna, "notes"), 1);
}

class QuotaWithoutWorkersTest : public QuotaTest {
    void configure(app::Configuration& c) override { c.patience_ms = 2000; }
};

/// A correction that comes while the one before still waits for a worker joins what waits.
TEST_F(QuotaWithoutWorkersTest, ReportsThatWaitAreNotQueuedTwice) {
    paste(anna);
    const std::string job = add_job(anna, "Kubernetes");
    (void)run(anna, job);
    const std::string resume = text_at(ask(&anna, Method::get, "/api/backend/resumes/default"), "id");
    backend_->stop_workers(std::chrono::seconds(10));
    for (const char* level : {"3", "5"}) {
        const auto corrected = ask(&anna, Method::post, "/api/corrections",
                                   R"({"action":"add","skill_id":"hw:kubernetes","resume_id":")" + resume +
                                       R"(","level":)" + level + "}",
                                   {}, 201);
        EXPECT_EQ(corrected.at("run_ids").as_array().size(), 1U);
    }
    EXPECT_EQ(ask(&anna, Method::get, "/api/runs?state=queued").at("items").as_array().size(), 1U);
    const auto either = ask(&anna, Method::get, "/api/runs?state=ready&state=queued").at("items").as_array();
    EXPECT_EQ(either.size(),
              1 + ask(&anna, Method::get, "/api/runs?state=ready").at("items").as_array().size())
        << "a state may be given more than once";
    limit(anna, "reports_per_day", 1);
    EXPECT_EQ(run(anna, job).status, 202) << "it is being made, and was not asked for by a person";
    EXPECT_EQ(ask(&anna, Method::get, "/api/runs?state=queued").at("items").as_array().size(), 1U);
}

/// Also of requests that come together not one too many is let through, and equal ones are one.
TEST_F(QuotaTest, ManyAtOnceDoNotSlipThrough) {
    paste(anna);
    limit(anna, "reports_per_day", 3);
    std::vector<std::string> jobs;
    for (const char* skill : {"Python", "Docker", "Kubernetes", "Rust", "Java", "Go", "SQL", "Linux"})
        jobs.push_back(add_job(anna, skill));
    std::atomic<int> made = 0;
    std::atomic<int> refused = 0;
    std::vector<std::thread> together;
    for (const std::string& job : jobs) {
        together.emplace_back([&, job] {
            const int status = run(anna, job).status;
            ++(status == 429 ? refused : made);
        });
    }
    for (std::thread& t : together) t.join();
    EXPECT_THAT((std::vector<int>{made, refused}), ElementsAre(3, 5));
    EXPECT_EQ(used(anna, "reports_per_day"), 3);
}

}  // namespace
}  // namespace headway::test
