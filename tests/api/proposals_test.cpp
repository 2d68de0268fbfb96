// SPDX-License-Identifier: GPL-3.0-or-later
// What agents and models propose: nothing is done before the person's word, and then once.
#include "api/server_fixture.hpp"

namespace headway::test {
namespace {

std::string json_of(boost::json::object value) {
    return boost::json::serialize(value);
}

class ProposalTest : public ApiTest {
  protected:
    std::string propose(boost::json::object body, int status = 201) {
        return text_at(ask(&anna, Method::post, "/api/proposals", json_of(std::move(body)), {}, status),
                       "id");
    }
    boost::json::value decide(const std::string& id, const char* word, int status = 200) {
        return ask(&anna, Method::post, "/api/proposals/" + id + "/" + word, {}, {}, status);
    }
    std::size_t count(const std::string& path) {
        return at(ask(&anna, Method::get, path), "items").as_array().size();
    }
    std::string make_job() {
        return text_at(
            ask(&anna, Method::post, "/api/jobs",
                json_of({{"title", "Welder"}, {"description", "Requirements\n- MIG welding\n"}}), {}, 201),
            "id");
    }
    std::string make_resume() {
        return text_at(
            ask(&anna, Method::post, "/api/resumes",
                json_of({{"name", "cv"}, {"text", "Experience\n- MIG welding at Birch Ltd, 2019 - 2024\n"}}),
                {}, 201),
            "id");
    }
};

TEST_F(ProposalTest, ATaskIsMadeWhenItIsConfirmedAndOnlyOnce) {
    const std::string id = propose(
        {{"action", "create_task"}, {"title", "Ask Birch"}, {"text", "By phone."}, {"due_on", "2026-12-01"}});
    EXPECT_EQ(count("/api/tasks"), 0U);
    EXPECT_EQ(count("/api/proposals?state=open"), 1U);
    const auto done = decide(id, "confirm");
    EXPECT_EQ(text_at(done, "state"), "confirmed");
    EXPECT_EQ(text_at(done, "maker"), "test") << "the token's name";
    EXPECT_EQ(decide(id, "confirm"), done) << "again is the same";
    ASSERT_EQ(count("/api/tasks"), 1U);
    const auto task = ask(&anna, Method::get, "/api/tasks/" + text_at(done, "made_id"));
    EXPECT_EQ(text_at(task, "title"), "Ask Birch");
    EXPECT_EQ(text_at(task, "end_on"), "2026-12-01");
    decide(id, "dismiss", 409);
    EXPECT_EQ(count("/api/proposals?state=open"), 0U);
    EXPECT_EQ(count("/api/proposals?state=confirmed"), 1U);
}

TEST_F(ProposalTest, EachActionDoesItsOwnThing) {
    const std::string resume = make_resume();
    const std::string job = make_job();
    const auto note = decide(
        propose({{"action", "save_note"}, {"title", "Rota"}, {"text", "Ask."}, {"job_id", job}}), "confirm");
    EXPECT_EQ(text_at(ask(&anna, Method::get, "/api/notes/" + text_at(note, "made_id")), "job_id"), job);
    const auto saved = decide(propose({{"action", "save_job"}, {"job_id", job}}), "confirm");
    EXPECT_EQ(text_at(saved, "job_title"), "Welder");
    EXPECT_EQ(count("/api/job-collections"), 1U);
    const auto report =
        decide(propose({{"action", "start_report"}, {"job_id", job}, {"resume_id", resume}}), "confirm");
    EXPECT_EQ(text_at(ask(&anna, Method::get, "/api/gap/" + text_at(report, "made_id")), "job_id"), job);
    const auto added = decide(propose({{"action", "add_job"},
                                       {"title", "Fitter"},
                                       {"company", "Birch"},
                                       {"url", "https://jobs.example/1"},
                                       {"text", "Requirements\n- TIG welding\n"}}),
                              "confirm");
    const auto made = ask(&anna, Method::get, "/api/jobs/" + text_at(added, "made_id"));
    EXPECT_EQ(text_at(made, "company"), "Birch");
    EXPECT_EQ(text_at(made, "url"), "https://jobs.example/1");
    EXPECT_NE(text_at(made, "requirements"), "0") << "its ad was read";
}

TEST_F(ProposalTest, WhatWasDismissedIsNotDone) {
    const std::string id = propose({{"action", "create_task"}, {"title", "No"}});
    EXPECT_EQ(text_at(decide(id, "dismiss"), "state"), "dismissed");
    EXPECT_EQ(text_at(decide(id, "dismiss"), "state"), "dismissed");
    decide(id, "confirm", 409);
    EXPECT_EQ(count("/api/tasks"), 0U);
    EXPECT_EQ(count("/api/proposals?state=dismissed"), 1U);
    EXPECT_EQ(send(&ben, Method::post, "/api/proposals/" + id + "/confirm").status, 404);
}

TEST_F(ProposalTest, WhatCannotBeDoneIsNotProposed) {
    const std::string job = make_job();
    const std::string foreign =
        text_at(ask(&ben, Method::post, "/api/jobs", json_of({{"title", "Ben's"}}), {}, 201), "id");
    for (const boost::json::object& wrong : std::initializer_list<boost::json::object>{
             {{"action", "delete_account"}},
             {{"action", "create_task"}},
             {{"action", "create_task"}, {"title", "x"}, {"url", "https://x.example"}},
             {{"action", "save_job"}},
             {{"action", "save_job"}, {"job_id", foreign}},
             {{"action", "save_job"}, {"job_id", job}, {"due_on", "2026-12-01"}},
             {{"action", "add_job"}, {"title", "x"}, {"job_id", job}},
             {{"action", "add_job"}, {"title", "x"}, {"url", "javascript:alert(1)"}},
             {{"action", "save_note"}, {"title", "x"}, {"resume_id", foreign}},
             {{"action", "create_task"}, {"title", std::string(201, 'x')}},
             {{"action", "create_task"}, {"title", "x"}, {"text", std::string(4001, 'x')}}})
        propose(wrong, 400);
    EXPECT_EQ(count("/api/proposals"), 0U);
}

TEST_F(ProposalTest, AJobThatIsGoneLeavesTheProposalOpen) {
    const std::string job = make_job();
    const std::string id = propose({{"action", "save_job"}, {"job_id", job}});
    ask(&anna, Method::delete_, "/api/jobs/" + job, {}, matching(anna, "/api/jobs/" + job), 204);
    decide(id, "confirm", 404);
    const auto left = ask(&anna, Method::get, "/api/proposals");
    EXPECT_EQ(text_at(left, "items.0.state"), "open");
    EXPECT_EQ(text_at(left, "items.0.job_title"), "null");
}

TEST_F(ProposalTest, NobodyIsFloodedWithThem) {
    for (int i = 0; i < 100; ++i) propose({{"action", "create_task"}, {"title", "Task"}});
    propose({{"action", "create_task"}, {"title", "Task"}}, 409);
    EXPECT_EQ(count("/api/proposals?state=open&limit=100"), 100U);
    const auto first = ask(&anna, Method::get, "/api/proposals?limit=60");
    const auto rest =
        ask(&anna, Method::get, "/api/proposals?limit=60&cursor=" + text_at(first, "next_cursor"));
    EXPECT_EQ(at(rest, "items").as_array().size(), 40U);
}

}  // namespace
}  // namespace headway::test
