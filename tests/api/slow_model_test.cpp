// SPDX-License-Identifier: GPL-3.0-or-later
// A person's language model that is silent or fails: nobody else waits for it, and what it costs is counted.
#include <atomic>
#include <gmock/gmock.h>
#include <thread>

#include "api/server_fixture.hpp"
#include "flows/extraction.hpp"
#include "support/loopback_server.hpp"

namespace headway::test {
namespace {

using std::chrono::seconds;
using Steady = std::chrono::steady_clock;

std::string json_of(boost::json::object value) {
    return boost::json::serialize(value);
}

class OneModelTest : public ApiTest {
  protected:
    std::string add_resume(const TestUser& user, const std::string& skills) {
        return text_at(
            ask(&user, Method::post, "/api/resumes",
                json_of({{"name", "cv"},
                         {"text", "Skills\n" + skills + "\n\nExperience\nDeveloper at Foo, 2019 - 2024\n"}}),
                {}, 201),
            "id");
    }
    std::string add_job(const TestUser& user) {
        return text_at(
            ask(&user, Method::post, "/api/jobs",
                json_of({{"title", "Developer"}, {"description", "Requirements\n- Python\n- Kubernetes"}}),
                {}, 201),
            "id");
    }
    void read_along(const TestUser& user, bool on = true) {
        ask(&user, Method::put, "/api/settings/model/reading", json_of({{"on", on}}), {{"If-Match", "*"}});
    }
    /// The run of a report.
    std::string start(const TestUser& user, const std::string& resume, const std::string& job) {
        const auto made =
            send(&user, Method::post, "/api/gap/run", json_of({{"job_id", job}, {"resume_id", resume}}));
        EXPECT_LT(made.status, 300) << made.text();
        return text_at(boost::json::parse(made.text()), "run_id");
    }
    std::string state_after(const TestUser& user, const std::string& run, seconds most) {
        const auto ended = parts().waiter.wait(user.id, run, most);
        return ended && *ended ? (*ended)->state : "gone";
    }
    int used(const TestUser& user, std::string_view name) {
        const auto membership = ask(&user, Method::get, "/api/membership");
        for (const auto& quota : membership.at("quotas").as_array()) {
            if (quota.at("name").as_string() == name) return quota.at("used").to_number<int>();
        }
        return -1;
    }
    boost::json::value content_of(const TestUser& user, const std::string& run) {
        const auto ended = ask(&user, Method::get, "/api/runs/" + run);
        return at(ask(&user, Method::get, "/api/gap/" + text_at(ended, "result.gap_report_id")), "content");
    }
};

/// Takes questions and says nothing.
class SilentModelTest : public OneModelTest {
  protected:
    void configure(app::Configuration& c) override {
        c.llm_url = silent_.origin() + "/v1";
        c.llm_model = "silent";
        c.workers = 2;
        c.patience_ms = 100;  // nobody waits for what does not come
    }
    void wait_for_questions(std::size_t count) {
        const auto until = Steady::now() + seconds(60);
        while (silent_.asked().size() < count && Steady::now() < until) std::this_thread::yield();
        ASSERT_GE(silent_.asked().size(), count);
    }
    LoopbackServer silent_{[](const Asked&, const Wire& w) { w.wait_for_end(); }};
};

TEST_F(SilentModelTest, ACancelledReportLetsGoOfIt) {
    read_along(anna);
    const std::string run = start(anna, add_resume(anna, "Python"), add_job(anna));
    wait_for_questions(1);
    EXPECT_EQ(send(&anna, Method::post, "/api/runs/" + run + "/cancel").status, 200);
    EXPECT_EQ(state_after(anna, run, seconds(5)), "cancelled");
}

TEST_F(SilentModelTest, BothTextsOfAReportShareOneTime) {
    read_along(anna);
    flows::ReadingLimits limits;
    limits.budget = std::chrono::milliseconds(300);
    const auto began = Steady::now();
    const auto reading = flows::read_by_model(parts().database, parts().knowledge, parts().models,
                                              parts().clock, anna.id, "Python", "Kubernetes", limits);
    EXPECT_LT(Steady::now() - began, seconds(5));
    ASSERT_TRUE(reading) << reading.error().message();
    EXPECT_EQ(reading->trouble, "it took too long to answer");
    EXPECT_EQ(silent_.asked().size(), 1U);
}

TEST_F(SilentModelTest, StoppingHandsTheReportBack) {
    read_along(anna);
    start(anna, add_resume(anna, "Python"), add_job(anna));
    wait_for_questions(1);
    const auto began = Steady::now();
    backend_->stop_workers(std::chrono::milliseconds(100));
    EXPECT_LT(Steady::now() - began, seconds(5));
    const auto runs = ask(&anna, Method::get, "/api/runs?kind=make_report&state=queued");
    EXPECT_EQ(runs.at("items").as_array().size(), 1U);
}

TEST_F(SilentModelTest, OnePersonsReportsTakeOneWorkerAndLeaveTheOther) {
    read_along(anna);
    const std::string job = add_job(anna);
    std::vector<std::string> runs;
    for (const char* skill : {"Python", "Docker", "Git"})
        runs.push_back(start(anna, add_resume(anna, skill), job));
    wait_for_questions(1);
    const std::string of_ben = start(ben, add_resume(ben, "Python"), add_job(ben));
    EXPECT_EQ(state_after(ben, of_ben, seconds(10)), "ready");
    EXPECT_EQ(silent_.asked().size(), 1U) << "one question of a person at a time";
    for (const std::string& run : runs) ask(&anna, Method::post, "/api/runs/" + run + "/cancel");
}

/// Refuses every question.
class FailingModelTest : public OneModelTest {
  protected:
    void configure(app::Configuration& c) override {
        c.llm_url = failing_.origin() + "/v1";
        c.llm_model = "failing";
    }
    std::string report(const std::string& resume, const std::string& job) {
        const std::string run = start(anna, resume, job);
        EXPECT_EQ(state_after(anna, run, seconds(30)), "ready");
        return run;
    }
    std::string warnings(const std::string& run) { return text_at(content_of(anna, run), "warnings"); }
    LoopbackServer failing_{
        [](const Asked&, const Wire& w) { w.reply(400, R"({"error":{"message":"no"}})"); }};
};

TEST_F(FailingModelTest, ItsWarningComesAndGoesWithTheSwitch) {
    const std::string resume = add_resume(anna, "Python");
    const std::string job = add_job(anna);
    EXPECT_THAT(warnings(report(resume, job)), testing::Not(testing::HasSubstr("rules alone")));
    read_along(anna);
    EXPECT_THAT(warnings(report(resume, job)), testing::HasSubstr("rests on the rules alone"))
        << "though a report by rules was there";
    const std::string first = text_at(ask(&anna, Method::get, "/api/runs/" + report(resume, job)), "result");
    EXPECT_EQ(text_at(ask(&anna, Method::get, "/api/runs/" + report(resume, job)), "result"), first)
        << "equal troubles, equal reports";
    read_along(anna, false);
    EXPECT_THAT(warnings(report(resume, job)), testing::Not(testing::HasSubstr("rules alone")));
}

TEST_F(FailingModelTest, EveryReportThatAsksIsCounted) {
    const std::string resume = add_resume(anna, "Python");
    const std::string job = add_job(anna);
    const std::string path = "/api/admin/users/" + anna.id;
    const auto limit = [&](int most) {
        ask(&admin, Method::patch, path, json_of({{"quotas", {{"reports_per_day", most}}}}),
            matching(admin, path));
    };
    report(resume, job);
    report(resume, job);
    EXPECT_EQ(used(anna, "reports_per_day"), 1) << "answered with the report that is there";
    read_along(anna);
    limit(1);
    report(resume, job);
    EXPECT_TRUE(failing_.asked().empty()) << "used up: the report that is there, and no question";
    EXPECT_EQ(used(anna, "reports_per_day"), 1);
    limit(3);
    report(resume, job);
    report(resume, job);
    EXPECT_EQ(used(anna, "reports_per_day"), 3);
    EXPECT_EQ(
        send(&anna, Method::post, "/api/gap/run", json_of({{"job_id", job}, {"resume_id", resume}})).status,
        429);
}

}  // namespace
}  // namespace headway::test
