// SPDX-License-Identifier: GPL-3.0-or-later
// Lists that are longer than any page: all of them comes, whatever narrows them.
#include <set>

#include "api/server_fixture.hpp"
#include "base/id.hpp"
#include "store/credentials.hpp"
#include "store/learning_items.hpp"
#include "store/tasks.hpp"

namespace headway::test {
namespace {

class LongListsTest : public ApiTest {
  protected:
    /// What stands at `member` of every item, page after page.
    std::vector<std::string> walk(const std::string& list, const char* member, std::size_t most_pages = 200) {
        std::vector<std::string> out;
        std::string cursor;
        for (std::size_t page = 0; page < most_pages; ++page) {
            const auto answer = ask(&anna, Method::get, list + cursor);
            for (const auto& item : answer.at("items").as_array()) out.push_back(text_at(item, member));
            const std::string next = text_at(answer, "next_cursor");
            if (next == "null") return out;
            cursor = "&cursor=" + next;
        }
        ADD_FAILURE() << list << " has no end";
        return out;
    }
    template <class F>
    void write(F f) {
        const auto done = parts().database.write(f);
        ASSERT_TRUE(done) << done.error().message();
    }
    store::Task task(const std::string& title, const char* day, std::int64_t priority = 2) {
        store::Task t;
        t.id = make_uuid();
        t.title = title;
        t.start_on = t.end_on = parse_date(day).value();
        t.priority = priority;
        t.created_at = t.updated_at = now_;
        return t;
    }
};

TEST_F(LongListsTest, SessionsComeToTheLast) {
    write([&](sql::Connection& c) -> Result<void> {
        for (int i = 0; i < 230; ++i) {
            store::Session s{make_uuid(), "browser", "192.0.2.1", now_, now_, now_ + std::chrono::hours(1)};
            if (auto a = store::add_session(c, anna.id, s, "hash " + std::to_string(i)); !a) return a;
        }
        return {};
    });
    const auto all = walk("/api/auth/sessions?limit=100", "id");
    EXPECT_EQ(all.size(), 230U);
    EXPECT_EQ(std::set(all.begin(), all.end()).size(), all.size());
    EXPECT_EQ(send(&anna, Method::get, "/api/auth/sessions?colour=red").status, 400);
}

TEST_F(LongListsTest, TheCalendarComesToTheLast) {
    // More than a page of one day, tasks before and after it, and one that repeats every day.
    write([&](sql::Connection& c) -> Result<void> {
        for (int i = 0; i < 2100; ++i) {
            const auto t = task("busy " + std::to_string(i), "2026-12-10", i % 4);
            if (auto a = store::add_task(c, anna.id, t, ""); !a) return a;
        }
        for (const char* day : {"2026-12-09", "2026-12-11"}) {
            if (auto a = store::add_task(c, anna.id, task(day, day), ""); !a) return a;
        }
        auto daily = task("daily", "2026-11-24");
        daily.recurrence = "FREQ=DAILY";
        return store::add_task(c, anna.id, daily, "");
    });
    const std::string list = "/api/task-occurrences?from=2026-12-09&to=2026-12-12";
    const auto whole = walk(list, "title");
    EXPECT_EQ(whole.size(), 2100U + 2 + 4);
    EXPECT_EQ(whole.back(), "daily");
    const auto days = walk(list + "&limit=700", "start_on");
    EXPECT_EQ(days.size(), whole.size());
    EXPECT_TRUE(std::is_sorted(days.begin(), days.end()));
    EXPECT_EQ(walk(list + "&limit=700", "title"), whole) << "the same in smaller pages";
    EXPECT_EQ(ask(&anna, Method::get, list).at("items").as_array().size(), 2000U);
    EXPECT_EQ(send(&anna, Method::get, list + "&limit=2001").status, 400);
    EXPECT_EQ(send(&anna, Method::get, list + "&cursor=abc").status, 400);
}

TEST_F(LongListsTest, ACalendarFeedHoldsEveryOpenTask) {
    write([&](sql::Connection& c) -> Result<void> {
        for (int i = 0; i < 4100; ++i) {
            auto t = task("old " + std::to_string(i), "2020-01-01");
            t.done_at = now_ + -std::chrono::days(400);
            if (auto a = store::add_task(c, anna.id, t, ""); !a) return a;
        }
        return store::add_task(c, anna.id, task("Zirbenholz", "2026-12-10"), "");
    });
    const std::string url = text_at(ask(&anna, Method::post, "/api/calendar-feed", "", {}, 201), "url");
    const auto feed = send(nullptr, Method::get, url.substr(url.find("/calendar/")));
    EXPECT_NE(feed.text().find("Zirbenholz"), std::string_view::npos);
    EXPECT_EQ(feed.text().find("old "), std::string_view::npos) << "done long ago";
}

TEST_F(LongListsTest, LearningItemsAreNarrowedBeforeTheyAreCut) {
    ask(&anna, Method::post, "/api/resumes", R"({"name":"cv","text":"Skills\nPython and little else\n"})", {},
        201);
    const std::string job =
        text_at(ask(&anna, Method::post, "/api/jobs",
                    R"({"title":"Job","description":"Requirements\n• Kubernetes\n• Rust\n"})", {}, 201),
                "id");
    const std::string report =
        text_at(ask(&anna, Method::post, "/api/gap/run", R"({"job_id":")" + job + "\"}"), "gap_report_id");
    std::string wanted;
    write([&](sql::Connection& c) -> Result<void> {
        for (int i = 0; i < 620; ++i) {
            store::LearningItem item;
            item.id = wanted = make_uuid();
            item.report_id = report;
            item.position = i;
            item.skill_id = i == 619 ? "hw:rust" : "hw:kubernetes";
            item.skill_name = "skill";
            item.title = "item " + std::to_string(i);
            item.url = "https://example.org/";
            item.publisher = "Somebody";
            item.reason = "It teaches it.";
            item.kind = i == 619 ? "book" : "course";
            item.hours = 1;
            item.created_at = now_;
            if (auto a = store::add_learning_item(c, anna.id, item); !a) return a;
        }
        return {};
    });
    const std::string list = "/api/learning-items?limit=100&gap_report_id=" + report;
    EXPECT_EQ(walk(list, "id").size(), 620U);
    using Ids = std::vector<std::string>;
    EXPECT_EQ(walk(list + "&skill_id=hw:rust", "id"), Ids{wanted});
    EXPECT_EQ(walk(list + "&kind=book", "id"), Ids{wanted});
    ask(&anna, Method::post, "/api/tasks", R"({"title":"Read it","learning_item_id":")" + wanted + "\"}", {},
        201);
    EXPECT_EQ(walk(list + "&planned=true", "id"), Ids{wanted});
    EXPECT_EQ(walk(list + "&planned=false", "id").size(), 619U);
}

TEST_F(LongListsTest, EveryWordOfALongAdIsFound) {
    std::string text = "Requirements\\n";
    for (int i = 0; i < 3000; ++i) text += "word" + std::to_string(i) + " ";
    ask(&anna, Method::post, "/api/jobs", R"({"title":"Long","description":")" + text + "zirbenholz\"}", {},
        201);
    EXPECT_EQ(ask(&anna, Method::get, "/api/jobs/search?q=zirbenholz").at("items").as_array().size(), 1U);
}

TEST_F(LongListsTest, OfExportedJobsHoldWhatOneKeepsAndNothingElse) {
    const auto add = [&](const TestUser& user, const std::string& title) {
        const std::string id = text_at(ask(&user, Method::post, "/api/jobs",
                                           R"({"title":")" + title + R"(","description":"Care"})", {}, 201),
                                       "id");
        if (user.id == admin.id)
            ask(&admin, Method::put, "/api/jobs/" + id + "/publication", "", {{"If-Match", "*"}});
        return id;
    };
    add(anna, "Own");
    add(admin, "Published");
    ask(&anna, Method::post, "/api/job-collections/" + add(admin, "Saved"), "", {}, 201);
    const auto file = ask(&anna, Method::get, "/api/export?type=jobs&format=json");
    std::vector<std::string> titles;
    for (const auto& job : file.at("jobs").as_array()) titles.push_back(text_at(job, "title"));
    EXPECT_EQ(titles, (std::vector<std::string>{"Saved", "Own"}));
}

}  // namespace
}  // namespace headway::test
