// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of lists: nothing twice, nothing missing, an end; and no answer to what is not understood.
#include <algorithm>
#include <set>

#include "api/server_fixture.hpp"

namespace headway::test {
namespace {

std::string json_of(const boost::json::object& value) {
    return boost::json::serialize(value);
}

class ListsTest : public ApiTest {
  protected:
    /// Ids in the order of the pages; ends the test when a page comes twice.
    std::vector<std::string> walk(const std::string& list, const char* id = "id") {
        std::vector<std::string> out;
        std::string cursor;
        for (int pages = 0; pages < 50; ++pages) {
            const auto page = ask(&anna, Method::get, list + "limit=2" + cursor);
            EXPECT_LE(page.at("items").as_array().size(), 2U) << list;
            for (const auto& item : page.at("items").as_array()) out.push_back(text_at(item, id));
            const std::string next = text_at(page, "next_cursor");
            if (next == "null") return out;
            cursor = "&cursor=" + next;
        }
        ADD_FAILURE() << list << " has no end";
        return out;
    }
    void expect_whole(const std::string& list, std::size_t many) {
        const auto all = walk(list);
        EXPECT_EQ(all.size(), many) << list;
        EXPECT_EQ(std::set(all.begin(), all.end()).size(), all.size()) << list << ": something twice";
        std::vector<std::string> at_once;
        for (const auto& item : ask(&anna, Method::get, list + "limit=100").at("items").as_array())
            at_once.push_back(text_at(item, "id"));
        EXPECT_EQ(all, at_once) << list;
    }
    std::string add_job(const std::string& title) {
        return text_at(
            ask(&anna, Method::post, "/api/jobs",
                json_of({{"title", title}, {"description", "Requirements\n• Kubernetes\n• Rust"}}), {}, 201),
            "id");
    }
};

TEST_F(ListsTest, HaveAnEnd) {
    ask(&anna, Method::post, "/api/resumes",
        json_of({{"name", "cv"}, {"text", "Skills\nPython and little else\n"}}), {}, 201);
    const std::string resume = text_at(ask(&anna, Method::get, "/api/backend/resumes/default"), "id");
    std::string report;
    for (int i = 0; i < 5; ++i) {
        const std::string job = add_job("Job " + std::to_string(i));
        report =
            text_at(ask(&anna, Method::post, "/api/gap/run", json_of({{"job_id", job}})), "gap_report_id");
        ask(&anna, Method::post, "/api/corrections",
            json_of({{"job_id", job}, {"action", "remove"}, {"skill_id", "hw:rust"}}), {}, 201);
        ask(&anna, Method::post, "/api/aliases",
            json_of(
                {{"text", "tool" + std::to_string(i)}, {"action", "confirm"}, {"skill_id", "hw:kubernetes"}}),
            {}, 201);
    }
    expect_whole("/api/gap-reports?latest=true&", 5);
    expect_whole("/api/gap-reports?latest=true&resume_id=" + resume + "&", 5);
    expect_whole("/api/corrections?", 5);
    expect_whole("/api/aliases?q=tool&", 5);
    const auto items =
        ask(&anna, Method::post, "/api/learn/generate", json_of({{"gap_report_id", report}, {"limit", 20}}));
    expect_whole("/api/learning-items?gap_report_id=" + report + "&",
                 items.at("learning_item_ids").as_array().size());
}

TEST_F(ListsTest, GoOnWhenTheirLastItemIsGone) {
    std::vector<std::string> jobs;
    for (int i = 0; i < 4; ++i) {
        jobs.push_back(add_job("Job " + std::to_string(i)));
        ask(&anna, Method::post, "/api/corrections",
            json_of({{"job_id", jobs.back()}, {"action", "remove"}, {"skill_id", "hw:rust"}}), {}, 201);
    }
    const auto page = ask(&anna, Method::get, "/api/corrections?limit=2");
    EXPECT_EQ(send(&anna, Method::delete_, "/api/corrections/" + text_at(page, "items.1.id")).status, 200);
    const auto rest =
        ask(&anna, Method::get, "/api/corrections?limit=2&cursor=" + text_at(page, "next_cursor"));
    EXPECT_EQ(rest.at("items").as_array().size(), 2U) << "the two that have not been shown";
}

TEST_F(ListsTest, OfSavedJobsAreSortedAsAskedFor) {
    ask(&anna, Method::post, "/api/resumes",
        json_of({{"name", "cv"}, {"text", "Skills\nKubernetes and little else\n"}}), {}, 201);
    const std::string low =
        text_at(ask(&anna, Method::post, "/api/jobs",
                    json_of({{"title", "Low"}, {"description", "Requirements\n• Rust"}}), {}, 201),
                "id");
    const std::string high =
        text_at(ask(&anna, Method::post, "/api/jobs",
                    json_of({{"title", "High"}, {"description", "Requirements\n• Kubernetes"}}), {}, 201),
                "id");
    const std::string half = add_job("Half");
    for (const std::string& job : {half, low, high}) {
        ask(&anna, Method::post, "/api/job-collections/" + job, "", {}, 201);
        now_ = now_ + std::chrono::seconds(1);
    }
    for (const auto& [job, day] : {std::pair(low, "2026-11-24"), {half, "2026-11-26"}, {high, "2026-11-25"}})
        ask(&anna, Method::post, "/api/job-collections/" + job + "/stages",
            json_of({{"stage", "applied"}, {"day", day}}), {}, 201);
    using Lines = std::vector<std::string>;
    EXPECT_EQ(walk("/api/job-collections?", "job_id"), (Lines{high, low, half}));
    EXPECT_EQ(walk("/api/job-collections?sort=score&", "job_id"), (Lines{high, half, low}));
    EXPECT_EQ(walk("/api/job-collections?sort=score&stage=offer&", "job_id"), Lines{});
    EXPECT_EQ(walk("/api/job-collections?sort=stage_on&", "job_id"), (Lines{half, high, low}));
    const auto first = ask(&anna, Method::get, "/api/job-collections?sort=stage_on&limit=1");
    EXPECT_EQ(send(&anna, Method::get,
                   "/api/job-collections?sort=score&limit=1&cursor=" + text_at(first, "next_cursor"))
                  .status,
              400)
        << "a cursor of another order";
    EXPECT_EQ(send(&anna, Method::get, "/api/job-collections?sort=colour").status, 400);
    EXPECT_EQ(send(&anna, Method::get, "/api/job-collections?stage=gone").status, 400);
}

TEST_F(ListsTest, RefuseWhatTheyDoNotUnderstand) {
    for (const char* list : {"/api/corrections", "/api/aliases", "/api/learning-items", "/api/gap-reports"}) {
        EXPECT_EQ(send(&anna, Method::get, std::string(list) + "?limit=0").status, 400) << list;
        EXPECT_EQ(send(&anna, Method::get, std::string(list) + "?cursor=abc").status, 400) << list;
        EXPECT_EQ(send(&anna, Method::get, std::string(list) + "?colour=red").status, 400) << list;
    }
    EXPECT_EQ(send(&anna, Method::get, "/api/learning-items?planned=perhaps").status, 400);
    EXPECT_EQ(send(&anna, Method::get, "/api/gap-reports?latest=perhaps").status, 400);
}

}  // namespace
}  // namespace headway::test
