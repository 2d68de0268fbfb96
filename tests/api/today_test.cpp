// SPDX-License-Identifier: GPL-3.0-or-later
// Which day it is depends on where a person lives.
#include "api/server_fixture.hpp"

namespace headway::test {
namespace {

std::string json_of(const boost::json::object& value) {
    return boost::json::serialize(value);
}

TEST_F(ApiTest, TodayIsThatOfThePersonsTimeZone) {
    now_ = *parse_timestamp("2026-11-23T20:00:00Z");
    ask(&anna, Method::post, "/api/resumes",
        json_of({{"name", "cv"}, {"text", "Skills\nPython and little else\n"}}), {}, 201);
    const std::string job = text_at(
        ask(&anna, Method::post, "/api/jobs",
            json_of({{"title", "Developer"}, {"description", "Requirements\n• Kubernetes"}}), {}, 201),
        "id");
    const auto report = ask(&anna, Method::post, "/api/gap/run", json_of({{"job_id", job}}));
    const auto items = ask(&anna, Method::post, "/api/learn/generate",
                           json_of({{"gap_report_id", text_at(report, "gap_report_id")}}));
    for (const auto& [zone, day] : {std::pair("UTC", "2026-11-23"),
                                    {"Pacific/Auckland", "2026-11-24"},
                                    {"America/Los_Angeles", "2026-11-23"}}) {
        ask(&anna, Method::patch, "/api/settings", json_of({{"time_zone", zone}}),
            matching(anna, "/api/settings"));
        const auto plan = ask(&anna, Method::post, "/api/learning-plans/preview",
                              json_of({{"learning_item_ids", items.at("learning_item_ids")}}));
        EXPECT_EQ(text_at(plan, "tasks.0.start_on"), day) << zone;
        const std::string saved = "/api/job-collections/" + job;
        EXPECT_EQ(text_at(ask(&anna, Method::post, saved, "", {}, 201), "stage_on"), day) << zone;
        const auto step = ask(&anna, Method::post, saved + "/stages", R"({"stage":"applied"})", {}, 201);
        EXPECT_EQ(text_at(step, "day"), day) << zone;
        EXPECT_EQ(send(&anna, Method::delete_, saved).status, 204);
    }
}

}  // namespace
}  // namespace headway::test
