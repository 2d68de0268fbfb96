// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the server as a file, what is done once however often it is asked for, and what is erased.
#include <set>
#include <thread>

#include "api/once.hpp"
#include "api/server_fixture.hpp"
#include "store/account_rows.hpp"
#include "store/accounts.hpp"
#include "store/events.hpp"
#include "support/zip_reader.hpp"

namespace headway::test {
namespace {

std::string json_of(boost::json::object value) {
    return boost::json::serialize(value);
}

class ExportTest : public ApiTest {
  protected:
    static constexpr const char* job_text = "Requirements\n• Python\n• Kubernetes\n• Docker\n";
    static constexpr const char* resume_text =
        "Skills\nPython, Docker\n\nExperience\nDeveloper at Foo, 2019 – 2024\nBuilt services in Python.\n";

    /// A report of anna's, its job and its résumé.
    struct Made {
        std::string resume, job, report;
    };
    Made make_report(const std::string& title) {
        Made out;
        out.resume = text_at(ask(&anna, Method::post, "/api/resumes",
                                 json_of({{"name", "cv"}, {"text", resume_text}}), {}, 201),
                             "id");
        out.job = text_at(ask(&anna, Method::post, "/api/jobs",
                              json_of({{"title", title}, {"description", job_text}}), {}, 201),
                          "id");
        out.report = text_at(ask(&anna, Method::post, "/api/gap/run", json_of({{"job_id", out.job}})),
                             "gap_report_id");
        return out;
    }
    std::string exported(const std::string& query, const std::string& name) {
        const auto reply = send(&anna, Method::get, "/api/export?" + query);
        EXPECT_EQ(reply.status, 200) << reply.text();
        EXPECT_EQ(reply.header("Content-Disposition"), "attachment; filename=\"" + name + "\"");
        return std::string(reply.text());
    }
    void wait_for(const std::string& owner, const std::string& run) {
        const auto ended = parts().waiter.wait(owner, run, std::chrono::seconds(120));
        ASSERT_TRUE(ended && *ended);
        EXPECT_EQ((*ended)->state, "ready") << (*ended)->reason.value_or("");
    }
};

TEST_F(ExportTest, EachKindAsCsvAndJson) {
    const auto made = make_report("=Senior \"Dev\", Graz");
    ask(&anna, Method::post, "/api/learn/generate", json_of({{"gap_report_id", made.report}}));
    ask(&anna, Method::post, "/api/tasks", R"({"title":"+1 idea","start_on":"2026-11-24","minutes":90})", {},
        201);
    const std::string tasks = exported("type=tasks&format=csv", "headway-tasks-2026-11-23.csv");
    EXPECT_NE(tasks.find("\r\n'+1 idea,,2026-11-24,,medium,,90,false,"), std::string::npos) << tasks;
    const std::string jobs = exported("type=jobs&format=csv", "headway-jobs-2026-11-23.csv");
    EXPECT_NE(jobs.find("\r\n\"'=Senior \"\"Dev\"\", Graz\","), std::string::npos) << jobs;
    const std::string items = exported("type=learning_items&format=csv&gap_report_id=" + made.report,
                                       "headway-learning-items-2026-11-23.csv");
    EXPECT_NE(items.find("Kubernetes"), std::string::npos);
    const std::string report = exported("type=gap_report&format=csv&gap_report_id=" + made.report,
                                        "headway-gap-report-senior-dev-graz-2026-11-23.csv");
    EXPECT_NE(report.find("\r\nKubernetes,missing,must,"), std::string::npos) << report;
    for (const char* type : {"tasks", "jobs", "learning_items"}) {
        const auto reply = send(&anna, Method::get, std::string("/api/export?format=json&type=") + type);
        EXPECT_EQ(reply.status, 200) << reply.text();
        const auto value = boost::json::parse(reply.text());
        EXPECT_GE(value.at(type).as_array().size(), 1U) << type;
    }
    EXPECT_EQ(send(&anna, Method::get, "/api/export?format=json&type=gap_report&gap_report_id=" + made.report)
                  .status,
              200);
}

TEST_F(ExportTest, AReportForPeopleSpeaksTheirLanguage) {
    const auto made = make_report("Developer");
    const std::string query = "type=gap_report&gap_report_id=" + made.report + "&format=";
    const std::string name = "headway-gap-report-developer-2026-11-23.";
    const auto has = [](const std::string& text, const std::string& part) {
        return text.find(part) != std::string::npos;
    };
    const std::string english = exported(query + "html", name + "html");
    EXPECT_TRUE(has(english, "<html lang=\"en\">"));
    EXPECT_TRUE(has(english, "Closing Kubernetes alone adds"));
    EXPECT_TRUE(has(english, ">Python</mark>")) << "the texts are in it";

    ask(&anna, Method::patch, "/api/settings", R"({"language":"de"})", matching(anna, "/api/settings"));
    const std::string page = exported(query + "html", name + "html");
    EXPECT_TRUE(has(page, "<html lang=\"de\">"));
    EXPECT_TRUE(has(page, "Allein Kubernetes zu schließen bringt"));
    EXPECT_TRUE(has(page, "Kein Satz des Lebenslaufs zeigt es."));
    EXPECT_TRUE(has(page, "Die Anzeige nennt keine Stufe; es wird ohne eine verlangt."));
    EXPECT_FALSE(has(page, "The ad names no level"));
    EXPECT_FALSE(has(page, "Needed"));
    const auto markdown = send(&anna, Method::get, "/api/export?" + query + "md");
    EXPECT_EQ(markdown.header("Content-Type"), "text/markdown; charset=utf-8");
    EXPECT_TRUE(markdown.text().starts_with("# Abgleich: Developer\n")) << markdown.text();
    EXPECT_EQ(exported(query + "html&language=en", name + "html"), english) << "another is asked for";

    // What machines read is the same in every language.
    const std::string table = exported(query + "csv", name + "csv");
    EXPECT_TRUE(table.starts_with("requirement,status,need,")) << table;
    EXPECT_TRUE(has(table, "\r\nKubernetes,missing,must,"));
    const std::string data = exported(query + "json", name + "json");
    EXPECT_EQ(exported(query + "json&language=en", name + "json"), data);

    for (const std::string& bad : {query + "html&language=German", std::string("type=tasks&format=html"),
                                   std::string("type=learning_items&format=md")})
        EXPECT_EQ(send(&anna, Method::get, "/api/export?" + bad).status, 400) << bad;
    EXPECT_EQ(send(&ben, Method::get, "/api/export?" + query + "html").status, 404);

    // Evidence is not shown inside of a text that has changed since.
    ask(&anna, Method::put, "/api/jobs/" + made.job,
        R"({"title":"Developer","description":"Requirements\n• Haskell\n"})",
        matching(anna, "/api/jobs/" + made.job));
    const std::string stale = exported(query + "html", name + "html");
    EXPECT_TRUE(has(stale, "Kubernetes"));
    EXPECT_FALSE(has(stale, "Haskell"));
}

TEST_F(ExportTest, WhatIsMadeOfAPlanSpeaksTheirLanguage) {
    ask(&anna, Method::patch, "/api/settings", R"({"language":"de-AT"})", matching(anna, "/api/settings"));
    const auto made = make_report("Developer");
    ask(&anna, Method::post, "/api/learn/generate", json_of({{"gap_report_id", made.report}}));
    const auto items =
        ask(&anna, Method::get, "/api/learning-items?gap_report_id=" + made.report).at("items").as_array();
    ASSERT_FALSE(items.empty());
    EXPECT_EQ(text_at(items[0], "reason").substr(0, 7), "Brings ") << "pages say it in German themselves";
    const std::string csv = exported("type=learning_items&format=csv&gap_report_id=" + made.report,
                                     "headway-learning-items-2026-11-23.csv");
    EXPECT_NE(csv.find("Bringt Kubernetes von 0,0 auf "), std::string::npos) << csv;
    EXPECT_EQ(csv.find("Brings "), std::string::npos) << csv;

    const std::string id = text_at(items[0], "id");
    const auto added =
        ask(&anna, Method::post, "/api/tasks/add", json_of({{"learning_item_ids", boost::json::array{id}}}));
    const auto task =
        ask(&anna, Method::get, "/api/tasks/" + std::string(added.at("task_ids").at(0).as_string()));
    const std::string description = text_at(task, "description");
    EXPECT_NE(description.find("Bringt "), std::string::npos) << description;
    EXPECT_EQ(description.find("points"), std::string::npos) << description;
    const std::string feed = text_at(ask(&anna, Method::post, "/api/calendar-feed", "", {}, 201), "url");
    const auto calendar = send(nullptr, Method::get, feed.substr(feed.find("/calendar/")));
    EXPECT_NE(calendar.text().find("Bringt "), std::string::npos) << calendar.text();
}

TEST_F(ExportTest, OthersGetNothingAndMistakesAreNamed) {
    const auto made = make_report("Developer");
    for (const char* type : {"gap_report", "learning_items"})
        EXPECT_EQ(send(&ben, Method::get,
                       std::string("/api/export?format=csv&type=") + type + "&gap_report_id=" + made.report)
                      .status,
                  404);
    EXPECT_EQ(
        std::string(send(&ben, Method::get, "/api/export?format=json&type=jobs").text()).find("Developer"),
        std::string::npos);
    for (const char* bad : {"type=tasks", "format=csv", "type=everything&format=csv", "type=tasks&format=xml",
                            "type=gap_report&format=csv", "type=tasks&format=csv&gap_report_id=x",
                            "type=tasks&format=csv&page=2"})
        EXPECT_EQ(send(&anna, Method::get, std::string("/api/export?") + bad).status, 400) << bad;
}

TEST_F(ExportTest, EverythingOfTheAccountAsOneZip) {
    const auto made = make_report("Developer");
    ask(&anna, Method::post, "/api/notes", R"({"body":"my own note"})", {}, 201);
    ask(&ben, Method::post, "/api/notes", R"({"body":"ben's secret"})", {}, 201);
    const auto run = ask(&anna, Method::post, "/api/my-data/exports", "", {}, 202);
    const std::string id = text_at(run, "id");
    wait_for(anna.id, id);
    const std::string path = text_at(ask(&anna, Method::get, "/api/runs/" + id), "result.file_url");
    const auto reply = send(&anna, Method::get, path);
    ASSERT_EQ(reply.status, 200);
    EXPECT_EQ(reply.header("Content-Disposition"), "attachment; filename=\"headway-my-data-2026-11-23.zip\"");
    const auto files = read_zip(reply.text());
    ASSERT_TRUE(files.contains("README.txt"));
    EXPECT_NE(files.at("tables/notes.json").find("my own note"), std::string::npos);
    EXPECT_NE(files.at("tables/users.json").find("anna@example.org"), std::string::npos);
    EXPECT_NE(files.at("tables/notes.json").find("\"2026-11-23T00:00:00Z\""), std::string::npos)
        << "times are readable";
    EXPECT_TRUE(files.contains("reports/" + made.report + ".json"));
    for (const auto& [name, content] : files) {
        EXPECT_EQ(content.find("ben's secret"), std::string::npos) << name;
        EXPECT_EQ(content.find("_hash\": \"" + anna.token), std::string::npos) << name;
        EXPECT_EQ(content.find("token_hash"), std::string::npos) << name;
        EXPECT_EQ(content.find("password_hash"), std::string::npos) << name;
    }
    EXPECT_TRUE(files.at("README.txt").starts_with("Everything that Headway keeps"));
    EXPECT_EQ(send(&ben, Method::get, path).status, 404);
    ask(&ben, Method::patch, "/api/settings", R"({"language":"de"})", matching(ben, "/api/settings"));
    const std::string of_ben = text_at(ask(&ben, Method::post, "/api/my-data/exports", "", {}, 202), "id");
    wait_for(ben.id, of_ben);
    const auto german =
        send(&ben, Method::get, text_at(ask(&ben, Method::get, "/api/runs/" + of_ben), "result.file_url"));
    EXPECT_TRUE(read_zip(german.text()).at("README.txt").starts_with("Alles, was Headway zu deinem Konto"));
    now_ = now_ + std::chrono::hours(25);
    EXPECT_EQ(send(&anna, Method::get, path).status, 404) << "kept for a day";
}

TEST_F(ExportTest, NoTableOfAPersonIsForgotten) {
    if (parts().database.dialect() != sql::Dialect::sqlite) GTEST_SKIP() << "the schema is the same";
    std::set<std::string> listed;
    for (const auto& t : store::account_tables()) listed.insert(std::string(t.name));
    const auto owned = parts().database.read([](sql::Connection& c) {
        return c.rows<std::string>(
            "select distinct m.name from sqlite_master m join pragma_table_info(m.name) p "
            "where m.type = 'table' and p.name in ('user_id', 'owner_id') order by 1");
    });
    ASSERT_TRUE(owned);
    EXPECT_GT(owned->size(), 15U);
    for (const std::string& table : *owned) EXPECT_TRUE(listed.contains(table)) << table;
}

TEST_F(ExportTest, AKeyMakesARequestHappenOnce) {
    const http::Headers key = {{"Idempotency-Key", "intent-0001"}};
    const std::string body = json_of({{"title", "Once"}, {"description", "Care"}});
    const auto first = ask(&anna, Method::post, "/api/jobs", body, key, 201);
    const auto again = send(&anna, Method::post, "/api/jobs", body, key);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(text_at(boost::json::parse(again.text()), "id"), text_at(first, "id"));
    EXPECT_EQ(again.header("Location"), "/api/jobs/" + text_at(first, "id"));
    EXPECT_EQ(ask(&anna, Method::get, "/api/jobs").at("items").as_array().size(), 1U);
    EXPECT_EQ(send(&anna, Method::post, "/api/jobs", json_of({{"title", "Other"}, {"description", "x"}}), key)
                  .status,
              409);
    ask(&ben, Method::post, "/api/jobs", body, key, 201);
    EXPECT_EQ(ask(&anna, Method::get, "/api/jobs").at("items").as_array().size(), 1U)
        << "keys are each person's own";
    EXPECT_EQ(send(&anna, Method::post, "/api/jobs", body, {{"Idempotency-Key", "short"}}).status, 400);
    EXPECT_EQ(send(&anna, Method::post, "/api/jobs", "{}", {{"Idempotency-Key", "intent-0002"}}).status, 400);
    ask(&anna, Method::post, "/api/jobs", body, {{"Idempotency-Key", "intent-0002"}}, 201);
    now_ = now_ + std::chrono::hours(25);
    ask(&anna, Method::post, "/api/jobs", body, key, 201);
    EXPECT_EQ(ask(&anna, Method::get, "/api/jobs").at("items").as_array().size(), 3U)
        << "a day later it is new";
}

/// A server that is killed between doing what was asked for and keeping its answer.
TEST_F(ExportTest, AKeyWhoseAnswerWasLostDoesNothingTwice) {
    int done = 0;
    bool well = true;
    http::Router router;
    api::add_once(router, parts(),
                  {.method = Method::post, .pattern = "/things", .handler = [&](const http::Call&) {
                       const auto kept = parts().database.write([&](sql::Connection& c) {
                           return well ? store::add_event(c, anna.id, "task", "t", now_)
                                       : fail(ErrorCode::conflict, "not as things are");
                       });
                       ++done;
                       throw std::runtime_error(kept ? "killed" : "killed before it did anything");
                       return http::Answer<http::Response>();
                   }});
    const auto send_key = [&](const char* key) {
        http::Request request;
        request.method = Method::post;
        request.path = "/things";
        request.headers = {{"Idempotency-Key", key}};
        http::Caller caller;
        caller.user_id = anna.id;
        return router.routes().front()->handler(http::Call(request, caller, {}, {}));
    };
    EXPECT_THROW(static_cast<void>(send_key("intent-0001")), std::runtime_error);
    now_ = now_ + std::chrono::minutes(5);
    const auto again = send_key("intent-0001");
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().status, 409);
    EXPECT_NE(again.error().error.what.find("was carried out"), std::string::npos);
    EXPECT_EQ(done, 1);

    well = false;
    EXPECT_THROW(static_cast<void>(send_key("intent-0002")), std::runtime_error);
    EXPECT_FALSE(send_key("intent-0002")) << "it may still be under way";
    now_ = now_ + std::chrono::minutes(5);
    EXPECT_THROW(static_cast<void>(send_key("intent-0002")), std::runtime_error) << "nothing was done: again";
    EXPECT_EQ(done, 3);
}

TEST_F(ExportTest, AnUploadSentTwiceIsOneResumeWhateverTheBoundary) {
    const auto upload = [&](const std::string& boundary) {
        const std::string body =
            "--" + boundary +
            "\r\nContent-Disposition: form-data; name=\"resume_file\"; filename=\"a.txt\"\r\n\r\n" +
            resume_text + "\r\n--" + boundary + "--\r\n";
        return text_at(ask(&anna, Method::post, "/api/backend/resume/upload", body,
                           {{"Content-Type", "multipart/form-data; boundary=" + boundary},
                            {"Idempotency-Key", "upload-0001"}},
                           201),
                       "id");
    };
    EXPECT_EQ(upload("abc"), upload("xyz123"));
    EXPECT_EQ(ask(&anna, Method::get, "/api/backend/resumes").at("items").as_array().size(), 1U);
}

TEST_F(ExportTest, ErasingTakesAPasswordAndLeavesNothing) {
    const auto made = send(nullptr, Method::post, "/api/auth/register",
                           R"({"email":"carla@example.org","password":"correct horse battery"})");
    ASSERT_EQ(made.status, 201);
    const std::string set(made.header("Set-Cookie").value_or(""));
    const http::Headers cookie = {{"Cookie", set.substr(0, set.find(';'))}, {"X-Headway-Request", "1"}};
    const std::string id = text_at(boost::json::parse(made.text()), "user.id");
    ask(nullptr, Method::post, "/api/notes", R"({"body":"to be gone"})", cookie, 201);
    const auto erase = [&](const char* body) {
        return send(nullptr, Method::post, "/api/my-data/erasures", body, cookie);
    };
    EXPECT_EQ(erase(R"({"password":"wrong password","confirm":"erase"})").status, 403);
    EXPECT_EQ(erase(R"({"password":"correct horse battery","confirm":"yes"})").status, 400);
    EXPECT_EQ(
        send(&anna, Method::post, "/api/my-data/erasures", R"({"password":"x","confirm":"erase"})").status,
        403)
        << "no token may";
    const auto begun = erase(R"({"password":"correct horse battery","confirm":"erase"})");
    ASSERT_EQ(begun.status, 202) << begun.text();
    EXPECT_EQ(send(nullptr, Method::get, "/api/notes", "", cookie).status, 401) << "signed out at once";
    // With everything else goes the run itself, so that there is no end of it to wait for.
    const auto is_there = [&] {
        return parts().database.read([&](sql::Connection& c) {
            return c.value<std::int64_t>("select count(*) from users where id = $1", id);
        });
    };
    while (is_there().value() != 0) std::this_thread::yield();
    for (const auto& table : store::account_tables()) {
        const auto rows =
            parts().database.read([&](sql::Connection& c) { return store::account_rows(c, id, table); });
        ASSERT_TRUE(rows);
        EXPECT_EQ(rows->rows(), 0U) << table.name;
    }
}

}  // namespace
}  // namespace headway::test
