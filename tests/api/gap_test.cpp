// SPDX-License-Identifier: GPL-3.0-or-later
// From upload to report, as a person goes through it.
#include <fstream>
#include <sstream>

#include "api/server_fixture.hpp"
#include "flows/import_resume.hpp"
#include "store/resumes.hpp"

namespace headway::test {
namespace {

std::string sample(const std::string& name) {
    std::ostringstream out;
    out << std::ifstream(HEADWAY_SOURCE_DIR "/samples/" + name, std::ios::binary).rdbuf();
    return out.str();
}

http::Headers form() {
    return {{"Content-Type", "multipart/form-data; boundary=xyz"}};
}

std::string form_of(const std::string& name, const std::string& bytes) {
    return "--xyz\r\nContent-Disposition: form-data; name=\"resume_file\"; filename=\"" + name +
           "\"\r\n\r\n" + bytes + "\r\n--xyz--\r\n";
}

std::string json_of(boost::json::object value) {
    return boost::json::serialize(value);
}

/// ApiTest with what most scenarios begin with.
class GapTest : public ApiTest {
  protected:
    boost::json::value upload(const TestUser& user, const std::string& name, const std::string& bytes,
                              int status = 201) {
        return ask(&user, Method::post, "/api/backend/resume/upload", form_of(name, bytes), form(), status);
    }
    boost::json::value paste(const TestUser& user, const std::string& text) {
        return ask(&user, Method::post, "/api/resumes", json_of({{"name", "pasted"}, {"text", text}}), {},
                   201);
    }
    boost::json::value add_job(const TestUser& user, const std::string& title,
                               const std::string& description) {
        return ask(&user, Method::post, "/api/jobs",
                   json_of({{"title", title}, {"description", description}}), {}, 201);
    }
    boost::json::value run_gap(const TestUser& user, const std::string& job) {
        return ask(&user, Method::post, "/api/gap/run", json_of({{"job_id", job}}));
    }
    static constexpr const char* job_text = "Requirements\n• Python\n• Kubernetes\n• Docker\n";
    static constexpr const char* resume_text =
        "Skills\nPython, Docker\n\nExperience\nDeveloper at Foo, 2019 – 2024\nBuilt services in Python.\n";
};

TEST_F(GapTest, AnUploadedPdfIsReadAndKept) {
    const std::string bytes = sample("resume-backend.pdf");
    const auto resume = upload(anna, "Mein Lebenslauf.pdf", bytes);
    EXPECT_EQ(text_at(resume, "state"), "ready");
    EXPECT_EQ(text_at(resume, "is_default"), "true") << "the first one";
    const std::string id = text_at(resume, "id");
    const auto text = ask(&anna, Method::get, "/api/resumes/" + id + "/text");
    const std::string content = text_at(text, "text");
    ASSERT_TRUE(text.at("mentions").as_array().size() > 10);
    for (const auto& m : text.at("mentions").as_array()) {
        const auto start = m.at("start").to_number<std::size_t>();
        EXPECT_EQ(content.substr(start, m.at("end").to_number<std::size_t>() - start),
                  m.at("text").as_string());
    }
    const auto summary = ask(&anna, Method::get, "/api/resumes/" + id + "/summary");
    EXPECT_GE(summary.at("bullets").as_array().size(), 3U);
    EXPECT_GT(ask(&anna, Method::get, "/api/resumes/" + id + "/skills").at("skills").as_array().size(), 10U);
    const auto file = send(&anna, Method::get, "/api/resumes/" + id + "/file");
    const auto part = send(&anna, Method::get, "/api/resumes/" + id + "/file", {}, {{"Range", "bytes=2-5"}});
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(part.text(), file.text().substr(2, 4));
    EXPECT_EQ(part.header("Content-Range"), "bytes 2-5/" + std::to_string(file.text().size()));
    EXPECT_EQ(file.text(), bytes);
    EXPECT_EQ(text_at(ask(&anna, Method::get, "/api/backend/resume/" + id + "/download-url"), "url"),
              "/api/resumes/" + id + "/file");
    for (const char* path : {"", "/text", "/summary", "/skills", "/file"}) {
        EXPECT_EQ(send(&ben, Method::get, "/api/resumes/" + id + path).status, 404) << path;
    }
    EXPECT_EQ(send(&ben, Method::delete_, "/api/backend/resumes/" + id, "", {{"If-Match", "*"}}).status, 404);
}

TEST_F(GapTest, WhatCannotBeReadIsKeptWithTheReason) {
    const auto resume = upload(anna, "broken.pdf", "%PDF-1.4\nnothing in here");
    EXPECT_EQ(text_at(resume, "state"), "failed");
    EXPECT_EQ(text_at(resume, "can_retry"), "true");
    EXPECT_GT(text_at(resume, "reason").size(), 10U);
    const std::string id = text_at(resume, "id");
    EXPECT_EQ(send(&anna, Method::get, "/api/resumes/" + id + "/text").status, 409);
    EXPECT_EQ(send(&anna, Method::get, "/api/resumes/" + id + "/file").status, 200) << "the bytes are kept";
    const auto job = add_job(anna, "Developer", job_text);
    EXPECT_EQ(send(&anna, Method::post, "/api/gap/run", json_of({{"job_id", text_at(job, "id")}})).status,
              409)
        << "never a score of 0";
    const auto mended = ask(&anna, Method::put, "/api/resumes/" + id + "/text",
                            json_of({{"text", resume_text}}), matching(anna, "/api/resumes/" + id));
    EXPECT_EQ(text_at(mended, "state"), "ready");
    EXPECT_EQ(text_at(mended, "text_source"), "pasted");
    run_gap(anna, text_at(job, "id"));
}

TEST_F(GapTest, AnImportWhoseWorkerWasKilledAfterStoringItIsDone) {
    const auto again = [&](const boost::json::value& resume) {
        flows::Provenance provenance;
        return flows::import_resume(parts().database, parts().files, parts().knowledge, {}, parts().clock,
                                    anna.id, {text_at(resume, "id")}, provenance);
    };
    const auto good = upload(anna, "cv.txt", "Skills\nCooking and baking for many guests\n");
    ASSERT_EQ(text_at(good, "state"), "ready");
    EXPECT_TRUE(again(good));
    const auto bad = upload(anna, "broken.pdf", "%PDF-1.4\nnothing in here");
    ASSERT_EQ(text_at(bad, "state"), "failed");
    const auto refused = again(bad);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().what, text_at(bad, "reason"));
}

TEST_F(GapTest, AReportOfAnotherVersionIsSaidToBeOneAndMadeAgain) {
    paste(anna, resume_text);
    const std::string job = text_at(add_job(anna, "Developer", job_text), "id");
    const std::string id = text_at(run_gap(anna, job), "gap_report_id");
    const std::string path = "/api/gap/" + id;
    EXPECT_EQ(send(&anna, Method::get, path).status, 200);
    ASSERT_TRUE(parts().database.write([&](sql::Connection& c) {
        return c.run("update gap_reports set content = $2, inputs_hash = 'of another' where id = $1", id,
                     "{\"score\": 50}");
    }));
    const auto refused = send(&anna, Method::get, path);
    EXPECT_EQ(refused.status, 409);
    EXPECT_NE(refused.text().find("Make it again"), std::string::npos) << refused.text();
    const std::string again = text_at(run_gap(anna, job), "gap_report_id");
    EXPECT_NE(again, id);
    EXPECT_EQ(send(&anna, Method::get, "/api/gap/" + again).status, 200);
}

class GapWithoutWorkersTest : public GapTest {
    void configure(app::Configuration& c) override { c.patience_ms = 100; }
};

TEST_F(GapWithoutWorkersTest, ATextThatIsPastedMeanwhileOutlivesTheImport) {
    backend_->stop_workers(std::chrono::milliseconds(0));
    const auto resume = upload(anna, "cv.txt", "Skills\nCooking and baking for many guests\n");
    EXPECT_EQ(text_at(resume, "state"), "importing");
    const std::string path = "/api/resumes/" + text_at(resume, "id");
    ask(&anna, Method::put, path + "/text", json_of({{"text", resume_text}}), matching(anna, path));
    flows::Provenance provenance;
    const auto late = flows::import_resume(parts().database, parts().files, parts().knowledge, {},
                                           parts().clock, anna.id, {text_at(resume, "id")}, provenance);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, ErrorCode::conflict);
    const auto now = ask(&anna, Method::get, path);
    EXPECT_EQ(text_at(now, "text_source"), "pasted");
    EXPECT_EQ(text_at(now, "state"), "ready");
    EXPECT_EQ(text_at(ask(&anna, Method::get, path + "/text"), "text"), resume_text);
}

TEST_F(GapTest, ATextThatSpeaksOfFormatsIsText) {
    const auto resume = upload(anna, "cv.txt", "Anna Example\nMended files without %PDF- and <html> marks\n");
    EXPECT_EQ(text_at(resume, "media_type"), "text/plain");
}

TEST_F(GapTest, UploadsThatAreNoResumeAreRefused) {
    upload(anna, "x.png", "\x89PNG\r\n\x1a\n" + std::string(100, '\0'), 415);
    const auto rtf = upload(anna, "x.pdf", "{\\rtf1 Anna Example}", 415);
    EXPECT_NE(boost::json::serialize(rtf).find("RTF"), std::string::npos);
    upload(anna, "x.txt", "", 400);
    EXPECT_EQ(send(&anna, Method::post, "/api/backend/resume/upload", "{}").status, 415);
    EXPECT_EQ(send(&anna, Method::post, "/api/backend/resume/upload", "--xyz--\r\n", form()).status, 400);
    EXPECT_EQ(ask(&anna, Method::get, "/api/backend/resumes").at("items").as_array().size(), 0U);
}

TEST_F(GapTest, TheLastAndTheDefaultResumeCanBeDeletedWithTheirBytes) {
    const auto first = upload(anna, "a.txt", resume_text);
    const auto second = upload(anna, "b.txt", resume_text);
    EXPECT_EQ(text_at(second, "is_default"), "false");
    const std::string id = text_at(first, "id");
    const auto key =
        parts()
            .database.read([&](sql::Connection& c) { return store::find_resume(c, anna.id, id); })
            .value()
            ->file_key.value();
    EXPECT_TRUE(parts().files.get(key));
    EXPECT_EQ(
        send(&anna, Method::delete_, "/api/backend/resumes/" + id, "", matching(anna, "/api/resumes/" + id))
            .status,
        204);
    EXPECT_FALSE(parts().files.get(key)) << "the bytes are gone";
    EXPECT_EQ(text_at(ask(&anna, Method::get, "/api/backend/resumes/default"), "id"), text_at(second, "id"));
    const std::string last = text_at(second, "id");
    EXPECT_EQ(send(&anna, Method::delete_, "/api/backend/resumes/" + last, "",
                   matching(anna, "/api/resumes/" + last))
                  .status,
              204);
    EXPECT_EQ(send(&anna, Method::get, "/api/backend/resumes/default").status, 404);
}

TEST_F(GapTest, JobsAreSearchedAndPrivateUntilPublished) {
    const auto job = add_job(admin, "Platform engineer", job_text);
    add_job(admin, "Baker", "Bread before dawn");
    const std::string id = text_at(job, "id");
    EXPECT_EQ(send(&ben, Method::get, "/api/jobs/" + id).status, 404);
    EXPECT_EQ(ask(&admin, Method::get, "/api/jobs/search?q=kubern%20plat").at("items").as_array().size(), 1U)
        << "words may be begun";
    EXPECT_EQ(ask(&ben, Method::get, "/api/jobs/search?q=kubernetes").at("items").as_array().size(), 0U);
    EXPECT_EQ(send(&ben, Method::put, "/api/jobs/" + id + "/publication").status, 403);
    ask(&admin, Method::put, "/api/jobs/" + id + "/publication", "", {{"If-Match", "*"}});
    EXPECT_EQ(ask(&ben, Method::get, "/api/jobs/search?q=kubernetes").at("items").as_array().size(), 1U);
    EXPECT_EQ(
        send(&ben, Method::put, "/api/jobs/" + id, R"({"title":"Mine now"})", {{"If-Match", "*"}}).status,
        403);
    EXPECT_EQ(send(&ben, Method::delete_, "/api/jobs/" + id, "", {{"If-Match", "*"}}).status, 403);
    const auto changed = ask(&admin, Method::put, "/api/jobs/" + id,
                             R"({"title":"Cook","description":"Requirements\n• Cooking"})",
                             matching(admin, "/api/jobs/" + id));
    EXPECT_EQ(text_at(changed, "requirements"), "1");
    EXPECT_EQ(ask(&ben, Method::get, "/api/jobs/search?q=kubernetes").at("items").as_array().size(), 0U)
        << "found by its new words only";
}

TEST_F(GapTest, AJobThatIsPrivateAgainTakesNothingElseWithIt) {
    const std::string shared = text_at(add_job(admin, "Shared", job_text), "id");
    const std::string own = text_at(add_job(anna, "Own", job_text), "id");
    ask(&admin, Method::put, "/api/jobs/" + shared + "/publication", "", {{"If-Match", "*"}});
    for (const std::string& id : {shared, own})
        ask(&anna, Method::post, "/api/job-collections/" + id, "", {}, 201);
    const auto add = [&](const char* path, boost::json::object body) {
        body["job_id"] = shared;
        return path + ("/" + text_at(ask(&anna, Method::post, path, json_of(body), {}, 201), "id"));
    };
    const std::string goal = add("/api/goals", {{"title", "Go there"}});
    const std::string note = add("/api/notes", {{"body", "they called"}});
    const std::string chat = add("/api/chats", {{"title", "about it"}});
    ask(&admin, Method::delete_, "/api/jobs/" + shared + "/publication", "", {{"If-Match", "*"}});
    const auto saved = ask(&anna, Method::get, "/api/job-collections");
    ASSERT_EQ(saved.at("items").as_array().size(), 1U);
    EXPECT_EQ(text_at(saved, "items.0.job_id"), own);
    for (const std::string& path : {goal, note, chat}) {
        ask(&anna, Method::patch, path, R"({"title":"renamed"})", matching(anna, path));
        ask(&anna, Method::patch, path, json_of({{"job_id", shared}}), matching(anna, path), 400);
    }
    ask(&admin, Method::put, "/api/jobs/" + shared + "/publication", "", {{"If-Match", "*"}});
    EXPECT_EQ(ask(&anna, Method::get, "/api/job-collections").at("items").as_array().size(), 2U);
}

TEST_F(GapTest, AnAdministratorDeletesWhatIsPublishedAndNothingElse) {
    const TestUser other = make_user("second@example.org", "admin");
    const std::string job = text_at(add_job(admin, "Shared", job_text), "id");
    const std::string path = "/api/jobs/" + job;
    EXPECT_EQ(send(&other, Method::delete_, path, "", {{"If-Match", "*"}}).status, 404)
        << "not theirs to see";
    ask(&admin, Method::put, path + "/publication", "", {{"If-Match", "*"}});
    EXPECT_EQ(send(&anna, Method::delete_, path, "", {{"If-Match", "*"}}).status, 403);
    EXPECT_EQ(send(&other, Method::delete_, path, "", matching(other, path)).status, 204);
}

TEST_F(GapTest, JobsThatCannotBeAreRefused) {
    for (const char* body :
         {"{}", R"({"title":""})", R"({"title":"x","job_type":"any"})",
          R"x({"title":"x","url":"javascript:alert(1)"})x", R"({"title":"x","posted_on":"2026-02-30"})",
          R"({"title":"x","salary":{"currency":"EUR","period":"year"}})",
          R"({"title":"x","salary":{"min":9,"max":1,"currency":"EUR","period":"year"}})",
          R"({"title":"x","owner_id":"y"})"}) {
        EXPECT_EQ(send(&anna, Method::post, "/api/jobs", body).status, 400) << body;
    }
}

TEST_F(GapTest, TheSameInputsAnswerWithTheSameReport) {
    paste(anna, resume_text);
    const std::string job = text_at(add_job(anna, "Developer", job_text), "id");
    const auto first = run_gap(anna, job);
    const auto again = run_gap(anna, job);
    EXPECT_EQ(text_at(first, "gap_report_id"), text_at(again, "gap_report_id"));
    const auto report = ask(&anna, Method::get, "/api/gap/" + text_at(first, "gap_report_id"));
    EXPECT_EQ(text_at(report, "state"), "ready");
    EXPECT_EQ(report.at("content").at("requirements").as_array().size(), 3U);
    EXPECT_EQ(send(&ben, Method::get, "/api/gap/" + text_at(first, "gap_report_id")).status, 404);
    EXPECT_EQ(send(&ben, Method::post, "/api/gap/run", json_of({{"job_id", job}})).status, 404);
    const auto run = ask(&anna, Method::get, "/api/runs/" + text_at(first, "run_id"));
    EXPECT_EQ(text_at(run, "state"), "ready");
    EXPECT_EQ(at(run, "provenance.packs").as_array().size(), 3U);
}

TEST_F(GapTest, WithoutAResumeThereIsNoReport) {
    const std::string job = text_at(add_job(anna, "Developer", job_text), "id");
    EXPECT_EQ(send(&anna, Method::post, "/api/gap/run", json_of({{"job_id", job}})).status, 404);
    const auto saved = ask(&anna, Method::post, "/api/job-collections/" + job, "", {}, 201);
    EXPECT_EQ(text_at(saved, "gap_state"), "none");
    EXPECT_GT(text_at(saved, "reason").size(), 10U);
}

TEST_F(GapTest, CorrectionsReScoreAtOnceAndStick) {
    paste(anna, resume_text);
    const auto resume = ask(&anna, Method::get, "/api/backend/resumes/default");
    const std::string job = text_at(add_job(anna, "Developer", job_text), "id");
    const auto first = run_gap(anna, job);
    const auto added = ask(&anna, Method::post, "/api/corrections",
                           json_of({{"resume_id", text_at(resume, "id")},
                                    {"action", "add"},
                                    {"skill_id", "hw:kubernetes"},
                                    {"level", 4.5}}),
                           {}, 201);
    ASSERT_EQ(added.at("rescored").as_array().size(), 1U);
    EXPECT_GT(at(added, "rescored.0.score_after").to_number<double>(),
              at(added, "rescored.0.score_before").to_number<double>());
    const std::string report = text_at(added, "rescored.0.gap_report_id");
    EXPECT_NE(report, text_at(first, "gap_report_id")) << "history is kept";
    const auto differences = ask(&anna, Method::get, "/api/gap-reports/" + report + "/differences");
    EXPECT_EQ(text_at(differences, "requirements.0.requirement_id"), "hw:kubernetes");
    EXPECT_EQ(text_at(differences, "requirements.0.change"), "better");
    EXPECT_EQ(
        ask(&anna, Method::get, "/api/gap-reports/" + report + "/history").at("items").as_array().size(), 2U);
    // It outlives another text of the résumé.
    const std::string path = "/api/resumes/" + text_at(resume, "id");
    ask(&anna, Method::put, path + "/text", json_of({{"text", "Skills\nPython and nothing else at all\n"}}),
        matching(anna, path));
    bool held = false;
    for (const auto& s : ask(&anna, Method::get, path + "/skills").at("skills").as_array())
        held |= s.at("id").as_string() == "hw:kubernetes";
    EXPECT_TRUE(held);
    const std::string id = text_at(added, "correction.id");
    EXPECT_EQ(send(&ben, Method::delete_, "/api/corrections/" + id).status, 404);
    ask(&anna, Method::delete_, "/api/corrections/" + id);
    EXPECT_EQ(ask(&anna, Method::get, "/api/corrections").at("items").as_array().size(), 0U);
}

TEST_F(GapTest, AnAliasCountsInEveryDocument) {
    paste(anna, "Skills\nPython, Qube9\n\nI ran Qube9 for four years at Foo.\n");
    const std::string job = text_at(add_job(anna, "Developer", job_text), "id");
    run_gap(anna, job);
    const auto made =
        ask(&anna, Method::post, "/api/aliases",
            json_of({{"text", "qube9"}, {"action", "confirm"}, {"skill_id", "hw:kubernetes"}}), {}, 201);
    ASSERT_EQ(made.at("rescored").as_array().size(), 1U);
    const auto report = ask(&anna, Method::get, "/api/gap/" + text_at(made, "rescored.0.gap_report_id"));
    bool shown = false;
    for (const auto& r : report.at("content").at("requirements").as_array()) {
        if (r.at("id").as_string() == "hw:kubernetes")
            shown = text_at(r, "resume_evidence.0.text") == "Qube9";
    }
    EXPECT_TRUE(shown);
}

TEST_F(GapTest, WhatIfFollowsTheReportsOwnArithmetic) {
    paste(anna, resume_text);
    const std::string job = text_at(add_job(anna, "Developer", job_text), "id");
    const std::string id = text_at(run_gap(anna, job), "gap_report_id");
    const auto report = ask(&anna, Method::get, "/api/gap/" + id);
    boost::json::array changes;
    for (const auto& r : report.at("content").at("requirements").as_array())
        changes.push_back(boost::json::object{{"requirement_id", r.at("id")}, {"level", 7}});
    const auto all =
        ask(&anna, Method::post, "/api/gap-reports/" + id + "/what-if", json_of({{"changes", changes}}));
    EXPECT_DOUBLE_EQ(all.at("score").to_number<double>(), 100);
    const auto none = ask(&anna, Method::post, "/api/gap-reports/" + id + "/what-if", R"({"changes":[]})");
    EXPECT_NEAR(none.at("score").to_number<double>(), report.at("stats").at("score").to_number<double>(),
                0.5);
    EXPECT_EQ(send(&anna, Method::post, "/api/gap-reports/" + id + "/what-if",
                   R"({"changes":[{"requirement_id":"hw:nothing","level":3}]})")
                  .status,
              400);
}

TEST_F(GapTest, SavedJobsHaveStagesWithDates) {
    paste(anna, resume_text);
    const std::string job = text_at(add_job(anna, "Developer", job_text), "id");
    const auto saved = ask(&anna, Method::post, "/api/job-collections/" + job, "", {}, 201);
    EXPECT_EQ(text_at(saved, "gap_state"), "ready");
    ask(&anna, Method::post, "/api/job-collections/" + job);
    const std::string path = "/api/job-collections/" + job;
    ask(&anna, Method::post, path + "/stages", R"({"stage":"interview","day":"2026-12-05"})", {}, 201);
    ask(&anna, Method::post, path + "/stages", R"({"stage":"applied","day":"2026-12-01"})", {}, 201);
    EXPECT_EQ(text_at(ask(&anna, Method::get, path), "stage"), "interview") << "that of the latest day";
    EXPECT_EQ(ask(&anna, Method::get, path + "/stages").at("items").as_array().size(), 3U);
    EXPECT_EQ(send(&anna, Method::post, path + "/stages", R"({"stage":"hired"})").status, 400);
    EXPECT_EQ(ask(&anna, Method::get, "/api/job-collections?stage=interview").at("items").as_array().size(),
              1U);
    EXPECT_EQ(send(&ben, Method::get, path).status, 404);
    EXPECT_EQ(send(&anna, Method::delete_, path).status, 204);
    EXPECT_EQ(send(&anna, Method::get, path).status, 404);
}

TEST_F(GapTest, ChoosingTheOccupationMakesTheReportAnew) {
    paste(anna, resume_text);
    const std::string job = text_at(add_job(anna, "Developer", job_text), "id");
    run_gap(anna, job);
    const auto chosen = ask(&anna, Method::put, "/api/jobs/" + job + "/occupation",
                            R"({"code":"15-1244.00"})", {{"If-Match", "*"}});
    EXPECT_EQ(text_at(chosen, "occupation.code"), "15-1244.00");
    EXPECT_EQ(text_at(chosen, "chosen"), "true");
    EXPECT_EQ(chosen.at("rescored").as_array().size(), 1U);
    EXPECT_EQ(send(&anna, Method::put, "/api/jobs/" + job + "/occupation", R"({"code":"99-9999.99"})",
                   {{"If-Match", "*"}})
                  .status,
              400);
    EXPECT_EQ(
        text_at(ask(&anna, Method::delete_, "/api/jobs/" + job + "/occupation", "", {{"If-Match", "*"}}),
                "chosen"),
        "false");
}

TEST_F(GapTest, AnOccupationNamedForAReportIsTheJobsFromThenOn) {
    paste(anna, resume_text);
    const std::string job = text_at(add_job(anna, "Developer", job_text), "id");
    const std::string body = json_of({{"job_id", job}, {"occupation_code", "15-1244.00"}});
    const std::string report = text_at(ask(&anna, Method::post, "/api/gap/run", body), "gap_report_id");
    const auto chosen = ask(&anna, Method::get, "/api/jobs/" + job + "/occupation");
    EXPECT_EQ(text_at(chosen, "occupation.code"), "15-1244.00");
    EXPECT_EQ(text_at(chosen, "chosen"), "true");
    EXPECT_EQ(text_at(ask(&anna, Method::get, "/api/gap/" + report), "stale"), "false");
    EXPECT_EQ(text_at(run_gap(anna, job), "gap_report_id"), report) << "the same again";
    EXPECT_EQ(send(&ben, Method::post, "/api/gap/run", body).status, 404);
}

TEST_F(GapTest, TheLoopClosesThoughItsReportIsGone) {
    paste(anna, resume_text);
    const std::string job = text_at(add_job(anna, "Developer", job_text), "id");
    const auto first = run_gap(anna, job);
    const double before = at(first, "stats.score").to_number<double>();
    const std::string report = text_at(first, "gap_report_id");
    const auto made = ask(&anna, Method::post, "/api/learn/generate", json_of({{"gap_report_id", report}}));
    const auto added =
        ask(&anna, Method::post, "/api/tasks/add",
            json_of({{"learning_item_ids", made.at("learning_item_ids")}, {"weekly_hours", 10}}));
    const std::string done = "/api/tasks/" + text_at(added, "task_ids.0");
    ask(&anna, Method::patch, done, R"({"done":true})", matching(anna, done));
    EXPECT_EQ(text_at(ask(&anna, Method::delete_, "/api/gap/by-job/" + job), "deleted"), "2");
    const double raised = at(run_gap(anna, job), "stats.score").to_number<double>();
    EXPECT_GT(raised, before);
    const std::string next = "/api/tasks/" + text_at(added, "task_ids.1");
    ask(&anna, Method::patch, next, R"({"done":true})", matching(anna, next));
    EXPECT_GT(at(run_gap(anna, job), "stats.score").to_number<double>(), raised)
        << "planned before, done now";
    for (const std::string& task : {done, next})
        ask(&anna, Method::patch, task, R"({"done":false})", matching(anna, task));
    EXPECT_NEAR(at(run_gap(anna, job), "stats.score").to_number<double>(), before, 1e-9);
}

TEST_F(GapTest, TheLoopCloses) {
    paste(anna, resume_text);
    const std::string job = text_at(add_job(anna, "Developer", job_text), "id");
    const auto first = run_gap(anna, job);
    const double before = at(first, "stats.score").to_number<double>();
    const auto few = ask(&anna, Method::post, "/api/learn/generate",
                         json_of({{"gap_report_id", text_at(first, "gap_report_id")}, {"limit", 1}}));
    EXPECT_EQ(few.at("learning_item_ids").as_array().size(), 1U);
    const auto made = ask(&anna, Method::post, "/api/learn/generate",
                          json_of({{"gap_report_id", text_at(first, "gap_report_id")}}));
    const auto& ids = made.at("learning_item_ids").as_array();
    ASSERT_GE(ids.size(), 5U);
    EXPECT_EQ(text_at(made, "learning_item_ids.0"), text_at(few, "learning_item_ids.0")) << "and more";
    const auto again = ask(&anna, Method::post, "/api/learn/generate",
                           json_of({{"gap_report_id", text_at(first, "gap_report_id")}}));
    EXPECT_EQ(again.at("learning_item_ids"), made.at("learning_item_ids")) << "items that are there stay";
    const auto items =
        ask(&anna, Method::get, "/api/learning-items?gap_report_id=" + text_at(first, "gap_report_id"));
    ASSERT_EQ(items.at("items").as_array().size(), ids.size());
    EXPECT_EQ(send(&ben, Method::get, "/api/learn/" + text_at(made, "learning_item_ids.0")).status, 404);

    const auto request =
        json_of({{"learning_item_ids", ids}, {"weekly_hours", 10}, {"start_on", "2026-11-23"}});
    const auto plan = ask(&anna, Method::post, "/api/learning-plans/preview", request);
    EXPECT_EQ(plan.at("tasks").as_array().size(), ids.size());
    EXPECT_GT(plan.at("score_after").to_number<double>(), before);
    for (const auto& id : ids) {
        const auto alone = ask(&anna, Method::post, "/api/learning-plans/preview",
                               json_of({{"learning_item_ids", boost::json::array{id}}}));
        EXPECT_LE(alone.at("score_after").to_number<double>(), plan.at("score_after").to_number<double>());
    }
    const auto added = ask(&anna, Method::post, "/api/tasks/add", request);
    EXPECT_EQ(added.at("added").to_number<std::size_t>(), ids.size());
    EXPECT_EQ(text_at(ask(&anna, Method::post, "/api/tasks/add", request), "added"), "0") << "none twice";
    EXPECT_EQ(send(&ben, Method::post, "/api/tasks/add", request).status, 400) << "somebody else's items";

    // A finished task raises the level, the report is made again, and undoing takes it back.
    const std::string task = "/api/tasks/" + text_at(added, "task_ids.0");
    EXPECT_EQ(text_at(ask(&anna, Method::patch, task, R"({"done":true})", matching(anna, task)), "done"),
              "true");
    const auto learned = ask(&anna, Method::get, "/api/corrections");
    ASSERT_FALSE(learned.at("items").as_array().empty());
    EXPECT_EQ(send(&anna, Method::delete_, "/api/corrections/" + text_at(learned, "items.0.id")).status, 409)
        << "undo the task";
    const auto after = ask(&anna, Method::get, "/api/gap/by-job/" + job);
    EXPECT_GT(at(after, "gap_report.stats.score").to_number<double>(), before);
    EXPECT_NE(text_at(after, "id"), text_at(first, "gap_report_id"));
    ask(&anna, Method::patch, task, R"({"done":false})", matching(anna, task));
    EXPECT_NEAR(at(run_gap(anna, job), "stats.score").to_number<double>(), before, 1e-9);
    EXPECT_EQ(send(&ben, Method::get, task).status, 404);
    EXPECT_EQ(send(&anna, Method::delete_, task, "", matching(anna, task)).status, 204);
}

TEST_F(GapTest, APlanEndsAtItsDeadline) {
    paste(anna, resume_text);
    const auto report = run_gap(anna, text_at(add_job(anna, "Developer", job_text), "id"));
    const auto made = ask(&anna, Method::post, "/api/learn/generate",
                          json_of({{"gap_report_id", text_at(report, "gap_report_id")}}));
    const auto plan = ask(&anna, Method::post, "/api/learning-plans/preview",
                          json_of({{"learning_item_ids", made.at("learning_item_ids")},
                                   {"weekly_hours", 2},
                                   {"deadline", "2026-12-10"}}));
    EXPECT_EQ(text_at(plan, "fits"), "false");
    EXPECT_GT(plan.at("left_out").as_array().size(), 0U);
    for (const auto& t : plan.at("tasks").as_array()) EXPECT_LE(text_at(t, "end_on"), "2026-12-10");
}

TEST_F(GapTest, APlanKeepsToTheDaysOneLearnsOn) {
    paste(anna, resume_text);
    const auto report = run_gap(anna, text_at(add_job(anna, "Developer", job_text), "id"));
    const auto made = ask(&anna, Method::post, "/api/learn/generate",
                          json_of({{"gap_report_id", text_at(report, "gap_report_id")}}));
    const auto items = made.at("learning_item_ids");
    const auto plan_on = [&](const boost::json::value& days, int status = 200) {
        return ask(&anna, Method::post, "/api/learning-plans/preview",
                   json_of({{"learning_item_ids", items}, {"weekly_hours", 4}, {"weekdays", days}}), {},
                   status);
    };
    const auto weekday_of = [](const std::string& day) { return (parse_date(day)->days + 3) % 7; };
    // 2026-11-23, a Monday, is today.
    const boost::json::array weekend = {"saturday", "sunday"};
    const auto plan = plan_on(weekend);
    ASSERT_GT(plan.at("tasks").as_array().size(), 0U);
    EXPECT_EQ(text_at(plan, "tasks.0.start_on"), "2026-11-28");
    for (const auto& t : plan.at("tasks").as_array()) {
        EXPECT_GE(weekday_of(text_at(t, "start_on")), 5);
        EXPECT_GE(weekday_of(text_at(t, "end_on")), 5);
    }
    double minutes = 0;
    for (const auto& week : plan.at("weeks").as_array()) {
        EXPECT_LE(week.at("minutes").to_number<double>(), 240);
        minutes += week.at("minutes").to_number<double>();
    }
    EXPECT_NEAR(minutes / 60, plan.at("hours").to_number<double>(), 1);
    const auto by_default = ask(&anna, Method::post, "/api/learning-plans/preview",
                                json_of({{"learning_item_ids", items}, {"start_on", "2026-11-28"}}));
    EXPECT_EQ(text_at(by_default, "tasks.0.start_on"), "2026-11-30") << "Monday to Friday";

    using boost::json::array;
    for (const array& days : {array(), array({"funday"}), array({"monday", "monday"})})
        EXPECT_EQ(text_at(plan_on(days, 400), "errors.0.field"), "weekdays");
    const auto twice = boost::json::array{items.as_array()[0], items.as_array()[0]};
    EXPECT_EQ(
        text_at(ask(&anna, Method::post, "/api/tasks/add", json_of({{"learning_item_ids", twice}}), {}, 400),
                "errors.0.field"),
        "learning_item_ids");

    const auto added =
        ask(&anna, Method::post, "/api/tasks/add",
            json_of({{"learning_item_ids", items}, {"weekly_hours", 4}, {"weekdays", weekend}}));
    EXPECT_EQ(added.at("task_ids").as_array().size(), plan.at("tasks").as_array().size());
    for (std::size_t i = 0; i < added.at("task_ids").as_array().size(); ++i) {
        const auto task =
            ask(&anna, Method::get, "/api/tasks/" + text_at(added, "task_ids." + std::to_string(i)));
        const std::string planned = "tasks." + std::to_string(i);
        EXPECT_EQ(text_at(task, "start_on"), text_at(plan, planned + ".start_on"));
        EXPECT_EQ(text_at(task, "end_on"), text_at(plan, planned + ".end_on"));
    }
}

TEST_F(GapTest, TasksThatCannotBeAreRefused) {
    for (const char* body :
         {"{}", R"({"title":""})", R"({"title":"x","start_on":"2026-02-02","end_on":"2026-02-01"})",
          R"({"title":"x","priority":"urgent"})", R"({"title":"x","minutes":-1})",
          R"({"title":"x","goal_id":"01890a5d-ac96-774b-bcce-b302099a8057"})"}) {
        EXPECT_EQ(send(&anna, Method::post, "/api/tasks", body).status, 400) << body;
    }
    const auto made = ask(&anna, Method::post, "/api/tasks",
                          R"({"title":"Call","start_on":"2026-11-25","priority":"high"})", {}, 201);
    EXPECT_EQ(text_at(made, "priority"), "high");
    EXPECT_EQ(
        ask(&anna, Method::get, "/api/tasks?from=2026-11-24&to=2026-11-26").at("items").as_array().size(),
        1U);
    EXPECT_EQ(ask(&anna, Method::get, "/api/tasks?date=2026-11-24").at("items").as_array().size(), 0U);
}

TEST_F(GapTest, EachSampleLeadsToFiveThingsToLearn) {
    for (const char* file : {"accountant.pdf", "backend.pdf", "chef.pdf", "data.pdf", "farm.html",
                             "logistics.txt", "nurse.pdf", "paralegal.pdf", "teacher.docx", "welder.docx"}) {
        const std::string name(file);
        const std::string ad = sample("job-" + name.substr(0, name.find('.')) + ".txt");
        const auto resume = upload(anna, name, sample("resume-" + name));
        const auto job = add_job(anna, ad.substr(0, ad.find('\n')), ad);
        const auto report = ask(&anna, Method::post, "/api/gap/run",
                                json_of({{"job_id", job.at("id")}, {"resume_id", resume.at("id")}}));
        const auto made = ask(&anna, Method::post, "/api/learn/generate",
                              json_of({{"gap_report_id", report.at("gap_report_id")}}));
        EXPECT_GE(made.at("learning_item_ids").as_array().size(), 5U) << name;
    }
}

TEST_F(GapTest, TryingOutStoresNothing) {
    const auto tried = ask(nullptr, Method::post, "/api/try",
                           json_of({{"resume_sample", "nurse"}, {"job_sample", "nurse"}}));
    EXPECT_GT(at(tried, "report.score").to_number<double>(), 20);
    ask(nullptr, Method::post, "/api/try", json_of({{"resume_text", resume_text}, {"job_text", job_text}}));
    EXPECT_EQ(send(nullptr, Method::post, "/api/try", json_of({{"resume_sample", "nurse"}})).status, 400);
    EXPECT_EQ(send(nullptr, Method::post, "/api/try",
                   json_of({{"resume_sample", "../../etc/passwd"}, {"job_sample", "nurse"}}))
                  .status,
              400);
    int limited = 0;
    for (int i = 0; i < 12; ++i)
        limited += send(nullptr, Method::post, "/api/try",
                        json_of({{"resume_text", resume_text}, {"job_text", job_text}}))
                       .status == 429;
    EXPECT_GT(limited, 0);
}

TEST_F(GapTest, GoalsHaveTheirWholeLife) {
    const auto made =
        ask(&anna, Method::post, "/api/goals", R"({"title":"New job","due_on":"2027-01-31"})", {}, 201);
    const std::string path = "/api/goals/" + text_at(made, "id");
    EXPECT_EQ(send(&ben, Method::get, path).status, 404);
    const auto tag = matching(anna, path);
    EXPECT_EQ(text_at(ask(&anna, Method::patch, path, R"({"due_on":null,"archived":true})", tag), "due_on"),
              "null");
    EXPECT_EQ(send(&anna, Method::patch, path, R"({"title":"late"})", tag).status, 412);
    EXPECT_EQ(send(&anna, Method::patch, path, R"({"titel":"typo"})", matching(anna, path)).status, 400);
    EXPECT_EQ(ask(&anna, Method::get, "/api/goals").at("items").as_array().size(), 0U) << "archived";
    for (int i = 0; i < 5; ++i) ask(&anna, Method::post, "/api/goals", R"({"title":"Goal"})", {}, 201);
    const auto page = ask(&anna, Method::get, "/api/goals?limit=3");
    const auto rest = ask(&anna, Method::get, "/api/goals?limit=3&cursor=" + text_at(page, "next_cursor"));
    EXPECT_EQ(rest.at("items").as_array().size(), 2U);
    EXPECT_EQ(send(&ben, Method::get, "/api/goals?limit=3&cursor=" + text_at(page, "next_cursor")).status,
              400)
        << "somebody else's cursor";
    EXPECT_EQ(send(&anna, Method::delete_, path, "", matching(anna, path)).status, 204);
}

TEST_F(GapTest, AWordThatMayMeanASkillIsAskedAboutOnce) {
    const auto resume =
        paste(anna, "Experience\nDevOps engineer, 2020 – 2024\nDeployed with t7m to two regions.\n");
    const auto job = add_job(anna, "Platform engineer", "Requirements\n• Terraform\n• Linux\n");
    const std::string id = text_at(job, "id");
    EXPECT_EQ(ask(&anna, Method::get, "/api/alias-suggestions").at("items").as_array().size(), 0U)
        << "only saved jobs count";
    ask(&anna, Method::post, "/api/job-collections/" + id, "", {}, 201);
    const auto found = ask(&anna, Method::get, "/api/alias-suggestions").at("items").as_array();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(text_at(found[0], "text"), "t7m");
    EXPECT_EQ(text_at(found[0], "resume_id"), text_at(resume, "id"));
    const std::string skill = text_at(found[0], "skill.id");
    EXPECT_EQ(ask(&ben, Method::get, "/api/alias-suggestions").at("items").as_array().size(), 0U);
    EXPECT_EQ(ask(&anna, Method::get, "/api/alias-suggestions?job_id=" + id).at("items").as_array().size(),
              0U);
    EXPECT_EQ(send(&anna, Method::get, "/api/alias-suggestions?limit=0").status, 400);
    ask(&anna, Method::post, "/api/aliases",
        json_of({{"text", "t7m"}, {"action", "reject"}, {"skill_id", skill}}), {}, 201);
    EXPECT_EQ(ask(&anna, Method::get, "/api/alias-suggestions").at("items").as_array().size(), 0U)
        << "answered is answered";
}

TEST_F(GapTest, AChatAnswersFromTheReportOnItsJob) {
    paste(anna, resume_text);
    const std::string job = text_at(add_job(anna, "Platform engineer", job_text), "id");
    const std::string chat =
        text_at(ask(&anna, Method::post, "/api/chats", json_of({{"job_id", job}}), {}, 201), "id");
    const auto say = [&](const char* what) {
        return text_at(ask(&anna, Method::post, "/api/chats/" + chat + "/messages",
                           json_of({{"content", what}}), {}, 201),
                       "answer.content");
    };
    const std::string first = say("What should I learn first?");
    EXPECT_NE(first.find("1. **Kubernetes**"), std::string::npos) << first;
    const auto report = ask(&anna, Method::get, "/api/gap/by-job/" + job);
    EXPECT_EQ(text_at(report, "exists"), "true") << "it was made for the answer";
    const std::string why = say("Why is Kubernetes missing?");
    EXPECT_NE(why.find("shows nothing of it"), std::string::npos) << why;
    EXPECT_NE(say("how far am I?").find("of 100 against **Platform engineer**"), std::string::npos);
    EXPECT_EQ(say("What should I learn first?"), first) << "the same report, the same answer";
    EXPECT_NE(say("Tell me a joke").find("No language model"), std::string::npos);
    const auto settings = ask(&anna, Method::get, "/api/settings");
    ask(&anna, Method::patch, "/api/settings", R"({"language":"de"})",
        {{"If-Match", "\"" + text_at(settings, "version") + "\""}});
    EXPECT_NE(say("Wie weit bin ich?").find("von 100 Punkten für **Platform engineer**"), std::string::npos)
        << "in the language of the settings";
}

}  // namespace
}  // namespace headway::test
