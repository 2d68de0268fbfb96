// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks by day: lists, repetition, the calendar and its feed.
#include "api/server_fixture.hpp"

namespace headway::test {
namespace {

class PlanningTest : public ApiTest {
  protected:
    boost::json::value add(const TestUser& user, const std::string& body, int status = 201) {
        return ask(&user, Method::post, "/api/tasks", body, {}, status);
    }
    boost::json::value patch(const TestUser& user, const std::string& id, const std::string& body,
                             int status = 200) {
        const std::string path = "/api/tasks/" + id;
        return ask(&user, Method::patch, path, body, matching(user, path), status);
    }
    std::vector<std::string> titles(const TestUser& user, const std::string& query) {
        std::vector<std::string> out;
        for (const auto& t : ask(&user, Method::get, "/api/tasks?" + query).at("items").as_array())
            out.emplace_back(t.at("title").as_string());
        return out;
    }
    std::vector<std::string> calendar(const TestUser& user, const std::string& from, const std::string& to) {
        std::vector<std::string> out;
        const auto list = ask(&user, Method::get, "/api/task-occurrences?from=" + from + "&to=" + to);
        for (const auto& o : list.at("items").as_array()) {
            out.push_back(text_at(o, "start_on") + " " + text_at(o, "title") +
                          (o.at("projected").as_bool() ? " (projected)" : "") +
                          (o.at("done").as_bool() ? " (done)" : ""));
        }
        return out;
    }
};

using Lines = std::vector<std::string>;

TEST_F(PlanningTest, TasksAreFilteredAndSorted) {
    add(anna, R"({"title":"Undated reading","priority":"low"})");
    add(anna, R"({"title":"Late","start_on":"2026-12-20","end_on":"2026-12-22","priority":"high"})");
    add(anna, R"({"title":"Early","start_on":"2026-12-01","description":"Über **Schweißen** lesen"})");
    add(ben, R"({"title":"Ben's own"})");
    EXPECT_EQ(titles(anna, ""), (Lines{"Early", "Late", "Undated reading"}));
    EXPECT_EQ(titles(anna, "sort=priority"), (Lines{"Late", "Early", "Undated reading"}));
    EXPECT_EQ(titles(anna, "sort=created_at"), (Lines{"Early", "Late", "Undated reading"}));
    EXPECT_EQ(titles(anna, "priority=high"), (Lines{"Late"}));
    EXPECT_EQ(titles(anna, "q=%C3%9CBER%20schwei%C3%9F"), (Lines{"Early"})) << "words may be begun, any case";
    EXPECT_EQ(titles(anna, "q=nothing"), Lines{});
    EXPECT_EQ(titles(anna, "from=2026-12-21&to=2026-12-31"), (Lines{"Late"}));
    EXPECT_EQ(titles(anna, "learning=true"), Lines{});
    for (const char* bad :
         {"sort=name", "priority=urgent", "done=maybe", "date=2026-02-30", "colour=red", "q="})
        EXPECT_EQ(send(&anna, Method::get, std::string("/api/tasks?") + bad).status, 400) << bad;
}

TEST_F(PlanningTest, PagesFollowTheOrderAndMissNothing) {
    for (const char* day : {"2026-12-03", "2026-12-01", "", "2026-12-02", "2026-12-01", ""}) {
        const std::string start = *day ? std::string(R"(,"start_on":")") + day + '"' : "";
        add(anna, R"({"title":"t")" + start + "}");
    }
    for (const char* sort : {"start_on", "priority", "created_at"}) {
        Lines whole;
        Lines paged;
        const std::string base = std::string("/api/tasks?sort=") + sort;
        for (const auto& t : ask(&anna, Method::get, base).at("items").as_array())
            whole.push_back(text_at(t, "id"));
        std::string cursor;
        do {
            const auto page =
                ask(&anna, Method::get, base + "&limit=2" + (cursor.empty() ? "" : "&cursor=" + cursor));
            for (const auto& t : page.at("items").as_array()) paged.push_back(text_at(t, "id"));
            cursor = page.at("next_cursor").is_null() ? "" : text_at(page, "next_cursor");
        } while (!cursor.empty());
        EXPECT_EQ(whole.size(), 6U);
        EXPECT_EQ(paged, whole) << sort;
    }
}

TEST_F(PlanningTest, WhatRepeatsGoesOnWhenItIsDoneAndBackWhenItIsNot) {
    const auto task = add(anna,
                          R"({"title":"Vocabulary","start_on":"2026-11-23","end_on":"2026-11-24",
                              "recurrence":"FREQ=WEEKLY;BYDAY=MO;COUNT=3"})");
    const std::string id = text_at(task, "id");
    EXPECT_EQ(calendar(anna, "2026-11-01", "2026-12-31"),
              (Lines{"2026-11-23 Vocabulary", "2026-11-30 Vocabulary (projected)",
                     "2026-12-07 Vocabulary (projected)"}));
    EXPECT_EQ(calendar(anna, "2026-12-01", "2026-12-05"), (Lines{"2026-11-30 Vocabulary (projected)"}))
        << "it reaches into these days";
    patch(anna, id, R"({"done":true})");
    EXPECT_EQ(calendar(anna, "2026-11-01", "2026-12-31"),
              (Lines{"2026-11-23 Vocabulary (done)", "2026-11-30 Vocabulary",
                     "2026-12-07 Vocabulary (projected)"}));
    const auto next = ask(&anna, Method::get, "/api/tasks?done=false").at("items").as_array().at(0);
    EXPECT_EQ(text_at(next, "follows_task_id"), id);
    EXPECT_EQ(text_at(next, "end_on"), "2026-12-01");
    EXPECT_EQ(text_at(next, "recurrence"), "FREQ=WEEKLY;BYDAY=MO;COUNT=2");
    patch(anna, id, R"({"done":false})");
    EXPECT_EQ(calendar(anna, "2026-11-01", "2026-12-31").size(), 3U);
    EXPECT_EQ(titles(anna, ""), (Lines{"Vocabulary"})) << "the next one is taken back";

    patch(anna, id, R"({"done":true})");
    const std::string second =
        text_at(ask(&anna, Method::get, "/api/tasks?done=false").at("items").as_array().at(0), "id");
    patch(anna, second, R"({"title":"Vocabulary, harder"})");
    patch(anna, id, R"({"done":false})");
    EXPECT_EQ(titles(anna, "").size(), 2U) << "what somebody changed stays";
}

TEST_F(PlanningTest, RulesOutsideTheSubsetAreRefused) {
    for (const char* rule : {"FREQ=HOURLY", "FREQ=DAILY;BYDAY=MO", "RRULE:FREQ=DAILY", ""}) {
        const auto problem = add(
            anna, std::string(R"({"title":"x","start_on":"2026-11-23","recurrence":")") + rule + "\"}", 400);
        EXPECT_EQ(text_at(problem, "errors.0.field"), "recurrence") << rule;
    }
    add(anna, R"({"title":"x","recurrence":"FREQ=DAILY"})", 400);
    const std::string id =
        text_at(add(anna, R"({"title":"x","start_on":"2026-11-23","recurrence":"FREQ=DAILY"})"), "id");
    patch(anna, id, R"({"start_on":null})", 400);
    EXPECT_EQ(text_at(patch(anna, id, R"({"recurrence":null})"), "recurrence"), "null");
}

TEST_F(PlanningTest, TheCalendarShowsOnlyItsDaysAndItsOwner) {
    add(anna, R"({"title":"In","start_on":"2026-11-30","end_on":"2026-12-01","priority":"low"})");
    add(anna, R"({"title":"Only an end","end_on":"2026-12-01","priority":"high"})");
    add(anna, R"({"title":"Out","start_on":"2026-12-10"})");
    add(anna, R"({"title":"Undated"})");
    EXPECT_EQ(calendar(anna, "2026-12-01", "2026-12-07"), (Lines{"2026-11-30 In", "2026-12-01 Only an end"}));
    EXPECT_EQ(calendar(ben, "2026-12-01", "2026-12-07"), Lines{});
    for (const char* bad : {"from=2026-12-01", "from=2026-12-02&to=2026-12-01",
                            "from=2026-01-01&to=2026-12-01", "from=x&to=2026-12-01"})
        EXPECT_EQ(send(&anna, Method::get, std::string("/api/task-occurrences?") + bad).status, 400) << bad;
}

TEST_F(PlanningTest, TheFeedIsReadWithItsSecretAlone) {
    add(anna, R"({"title":"Spanish, unit 1","start_on":"2026-11-24","end_on":"2026-11-27"})");
    const std::string repeating = text_at(
        add(anna, R"({"title":"Daily","start_on":"2026-11-23","recurrence":"FREQ=DAILY;COUNT=9"})"), "id");
    EXPECT_EQ(text_at(ask(&anna, Method::get, "/api/calendar-feed"), "exists"), "false");
    const auto made = ask(&anna, Method::post, "/api/calendar-feed", "", {}, 201);
    const std::string url = text_at(made, "url");
    const std::string path = url.substr(url.find("/calendar/"));
    const auto reply = send(nullptr, Method::get, path);
    ASSERT_EQ(reply.status, 200);
    EXPECT_EQ(reply.header("Content-Type"), "text/calendar; charset=utf-8");
    const std::string text(reply.text());
    EXPECT_NE(text.find("SUMMARY:Spanish\\, unit 1"), std::string::npos) << text;
    EXPECT_NE(text.find("DTEND;VALUE=DATE:20261128"), std::string::npos);
    EXPECT_NE(text.find("RRULE:FREQ=DAILY;COUNT=9"), std::string::npos);
    EXPECT_EQ(
        send(nullptr, Method::get, path, "", {{"If-None-Match", std::string(*reply.header("ETag"))}}).status,
        304);

    now_ = now_ + std::chrono::days(1);
    patch(anna, repeating, R"({"done":true})");
    const std::string later(send(nullptr, Method::get, path).text());
    EXPECT_NE(later.find("\xE2\x9C\x93 Daily"), std::string::npos);
    EXPECT_NE(later.find("COUNT=8"), std::string::npos) << "the next one carries the rest of the rule";
    now_ = now_ + std::chrono::days(31);
    EXPECT_EQ(std::string(send(nullptr, Method::get, path).text()).find("\xE2\x9C\x93"), std::string::npos);

    const std::string second = text_at(ask(&anna, Method::post, "/api/calendar-feed", "", {}, 201), "url");
    EXPECT_EQ(send(nullptr, Method::get, path).status, 404) << "the earlier address is void";
    const std::string newer = second.substr(second.find("/calendar/"));
    EXPECT_EQ(send(nullptr, Method::get, newer).status, 200);
    EXPECT_EQ(send(&anna, Method::delete_, "/api/calendar-feed").status, 204);
    EXPECT_EQ(send(nullptr, Method::get, newer).status, 404);
    EXPECT_EQ(send(nullptr, Method::get, "/calendar/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics").status, 404);
}

}  // namespace
}  // namespace headway::test
