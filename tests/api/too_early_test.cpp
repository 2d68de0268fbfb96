// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of things that are not ready yet, or not any more, and of lists that are full.
#include "api/server_fixture.hpp"

namespace headway::test {
namespace {

std::string json_of(const boost::json::object& value) {
    return boost::json::serialize(value);
}

/// Nobody does the work, and requests do not wait for it.
class TooEarlyTest : public ApiTest {
  protected:
    void configure(app::Configuration& c) override {
        c.patience_ms = 0;
        c.smtp_url = "smtp://127.0.0.1:9";
        c.mail_from = "headway@example.org";
        c.public_origin = "http://localhost";
    }
    void SetUp() override {
        ApiTest::SetUp();
        if (backend_) backend_->stop_workers(std::chrono::seconds(10));
    }
    int get(const std::string& path) { return send(&anna, Method::get, path).status; }
    int post(const std::string& path, const std::string& body = {}) {
        return send(&anna, Method::post, path, body).status;
    }
    std::string upload() {
        const std::string body =
            "--xyz\r\nContent-Disposition: form-data; name=\"resume_file\"; filename=\"cv.txt\"\r\n\r\n"
            "Skills\nPython and nothing else at all\r\n--xyz--\r\n";
        return text_at(ask(&anna, Method::post, "/api/backend/resume/upload", body,
                           {{"Content-Type", "multipart/form-data; boundary=xyz"}}, 201),
                       "id");
    }
    std::string add_job() {
        return text_at(ask(&anna, Method::post, "/api/jobs",
                           R"({"title":"Dev","description":"Requirements\n• Kubernetes"})", {}, 201),
                       "id");
    }
};

TEST_F(TooEarlyTest, AResumeThatIsBeingReadHasNoTextYet) {
    const std::string resume = "/api/resumes/" + upload();
    EXPECT_EQ(text_at(ask(&anna, Method::get, resume), "state"), "importing");
    for (const char* what : {"/text", "/summary", "/skills"}) EXPECT_EQ(get(resume + what), 409) << what;
    EXPECT_EQ(post(resume + "/retry"), 409);
    EXPECT_EQ(get("/api/pathways"), 409);
    EXPECT_EQ(get("/api/pathways/29-1141.00"), 409);
    EXPECT_EQ(get(resume + "/file"), 200) << "its bytes are there";
}

TEST_F(TooEarlyTest, AnExportThatIsBeingMadeCannotBeFetchedNorAskedForTwice) {
    const auto run = ask(&anna, Method::post, "/api/my-data/exports", "", {}, 202);
    EXPECT_EQ(post("/api/my-data/exports"), 409);
    EXPECT_EQ(get("/api/my-data/exports/" + text_at(run, "id") + "/file"), 409);
    const std::string path = "/api/runs/" + text_at(run, "id");
    EXPECT_EQ(post(path + "/retry"), 409) << "it has not ended";
    EXPECT_EQ(post(path + "/cancel"), 200);
    EXPECT_EQ(post(path + "/cancel"), 409) << "it has";
}

TEST_F(TooEarlyTest, WhoDoesNotWaitIsToldWhatToAskFor) {
    ask(&anna, Method::post, "/api/resumes", R"({"name":"cv","text":"Skills\nPython and little else\n"})", {},
        201);
    const auto begun = ask(&anna, Method::post, "/api/gap/run", json_of({{"job_id", add_job()}}), {}, 202);
    const auto report = ask(&anna, Method::get, "/api/gap/" + text_at(begun, "gap_report_id"));
    EXPECT_EQ(text_at(report, "state"), "queued");
    EXPECT_EQ(at(report, "content"), nullptr);
}

TEST_F(TooEarlyTest, AnErasureCannotBeTakenBackNorAskedForTwice) {
    const std::string path = "/api/admin/users/" + ben.id;
    const auto run = ask(&admin, Method::delete_, path, "", {{"If-Match", "*"}}, 202);
    EXPECT_EQ(send(&admin, Method::delete_, path, "", {{"If-Match", "*"}}).status, 409);
    EXPECT_EQ(send(&admin, Method::patch, path, R"({"disabled":false})", {{"If-Match", "*"}}).status, 409);
    EXPECT_EQ(send(&admin, Method::post, "/api/runs/" + text_at(run, "id") + "/cancel").status, 409);
}

TEST_F(TooEarlyTest, AReportThatIsBeingMadeIsNotExported) {
    ask(&anna, Method::post, "/api/resumes", R"({"name":"cv","text":"Skills\nPython and little else\n"})", {},
        201);
    const auto begun = ask(&anna, Method::post, "/api/gap/run", json_of({{"job_id", add_job()}}), {}, 202);
    EXPECT_EQ(get("/api/export?type=gap_report&format=json&gap_report_id=" + text_at(begun, "gap_report_id")),
              409);
}

TEST_F(TooEarlyTest, OneReleaseIsImportedAfterTheOther) {
    const auto import = [&] {
        const auto part = [](const std::string& name, const std::string& content) {
            return "--xyz\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content +
                   "\r\n";
        };
        return send(&admin, Method::post, "/api/admin/ontology/imports",
                    part("framework", "onet") + part("release", "30.2") +
                        "--xyz\r\nContent-Disposition: form-data; name=\"release_file\"; "
                        "filename=\"db.zip\"\r\n\r\nPK\x03\x04 and more\r\n--xyz--\r\n",
                    {{"Content-Type", "multipart/form-data; boundary=xyz"}})
            .status;
    };
    EXPECT_EQ(import(), 202);
    EXPECT_EQ(import(), 409);
}

TEST_F(TooEarlyTest, ALetterIsPromisedBeforeItIsSent) {
    EXPECT_EQ(post("/api/auth/verifications"), 202);
}

/// What a worker had made before it went away.
class LeftAloneTest : public TooEarlyTest {
  protected:
    void SetUp() override { ApiTest::SetUp(); }
};

TEST_F(LeftAloneTest, WhoDoesNotWaitForMoreIsToldWhatToAskFor) {
    ask(&anna, Method::post, "/api/resumes", R"({"name":"cv","text":"Skills\nPython and little else\n"})", {},
        201);
    const std::string job = add_job();
    const auto begun = send(&anna, Method::post, "/api/gap/run", json_of({{"job_id", job}}));
    const std::string report = text_at(boost::json::parse(begun.text()), "gap_report_id");
    const auto made = parts().waiter.wait(anna.id, report, std::chrono::seconds(60));
    ASSERT_TRUE(made && *made);
    backend_->stop_workers(std::chrono::seconds(10));
    EXPECT_EQ(post("/api/learn/generate", json_of({{"gap_report_id", report}})), 202);
    ask(&anna, Method::post, "/api/corrections",
        json_of({{"job_id", job}, {"action", "remove"}, {"skill_id", "hw:kubernetes"}}), {}, 201);
    EXPECT_EQ(post("/api/gap-reports/" + report + "/re-run"), 202);
}

class ClosedTest : public ApiTest {
    void configure(app::Configuration& c) override { c.registration = "closed"; }
};

TEST_F(ClosedTest, NobodyRegistersButAdministratorsMakeAccounts) {
    EXPECT_EQ(send(nullptr, Method::post, "/api/auth/register",
                   R"({"email":"carla@example.org","password":"correct horse battery"})")
                  .status,
              403);
    const auto made = ask(&admin, Method::post, "/api/admin/users",
                          R"({"email":"carla@example.org","password":"correct horse battery"})", {}, 201);
    EXPECT_EQ(text_at(made, "email"), "carla@example.org");
}

class FullTest : public ApiTest {
  protected:
    std::string make(const std::string& path, const std::string& body, int status = 201,
                     const char* member = "id") {
        return text_at(ask(&anna, Method::post, path, body, {}, status), member);
    }
};

TEST_F(FullTest, AnAccountHasTwentyTokens) {
    const auto registered = send(nullptr, Method::post, "/api/auth/register",
                                 R"({"email":"carla@example.org","password":"correct horse battery"})");
    const std::string cookie(registered.header("Set-Cookie").value_or(""));
    const http::Headers session = {{"Cookie", cookie.substr(0, cookie.find(';'))},
                                   {"X-Headway-Request", "1"}};
    for (int i = 0; i <= 20; ++i)
        EXPECT_EQ(send(nullptr, Method::post, "/api/auth/access-tokens", R"({"name":"one"})", session).status,
                  i < 20 ? 201 : 409);
}

TEST_F(FullTest, AnAccountHasTenFetchesThatRepeat) {
    for (int i = 0; i <= 10; ++i)
        make("/api/jobs/fetch-schedules",
             R"({"fetch":{"keywords":["k)" + std::to_string(i) + R"("]},"every_days":7})",
             i < 10 ? 201 : 409);
}

TEST_F(FullTest, AJobHasTwoHundredSteps) {
    const std::string path = "/api/job-collections/" + make("/api/jobs", R"({"title":"Dev"})");
    make(path, "");
    const std::string first = text_at(ask(&anna, Method::get, path + "/stages"), "items.0.id");
    EXPECT_EQ(send(&anna, Method::delete_, path + "/stages/" + first).status, 409) << "the only one";
    for (int i = 1; i <= 200; ++i)
        make(path + "/stages", R"({"stage":"applied","day":"2026-11-24"})", i < 200 ? 201 : 409);
}

TEST_F(FullTest, AnAddressHasOneAccount) {
    EXPECT_EQ(send(&admin, Method::post, "/api/admin/users",
                   R"({"email":"anna@example.org","password":"correct horse battery"})")
                  .status,
              409);
    EXPECT_EQ(send(nullptr, Method::post, "/api/auth/register",
                   R"({"email":"anna@example.org","password":"correct horse battery"})")
                  .status,
              409);
}

TEST_F(FullTest, ThereIsNoFileOfAPastedText) {
    const std::string id = make("/api/resumes", R"({"name":"cv","text":"Skills\nPython and little else\n"})");
    EXPECT_EQ(send(&anna, Method::get, "/api/resumes/" + id + "/file").status, 409);
    EXPECT_EQ(send(&anna, Method::get, "/api/backend/resume/" + id + "/download-url").status, 409);
    EXPECT_EQ(send(&anna, Method::post, "/api/resumes/" + id + "/retry").status, 409);
}

TEST_F(FullTest, AKeyIsOfOneUpload) {
    const auto upload = [&](const std::string& text) {
        return send(&anna, Method::post, "/api/backend/resume/upload",
                    "--xyz\r\nContent-Disposition: form-data; name=\"resume_file\"; "
                    "filename=\"cv.txt\"\r\n\r\n" +
                        text + "\r\n--xyz--\r\n",
                    {{"Content-Type", "multipart/form-data; boundary=xyz"},
                     {"Idempotency-Key", "upload-of-anna"}})
            .status;
    };
    EXPECT_EQ(upload("Skills\nPython and little else"), 201);
    EXPECT_EQ(upload("Skills\nDocker and little else"), 409);
}

TEST_F(FullTest, WhatIsNotConfiguredIsNotThere) {
    const auto registered = send(nullptr, Method::post, "/api/auth/register",
                                 R"({"email":"carla@example.org","password":"correct horse battery"})");
    const std::string cookie(registered.header("Set-Cookie").value_or(""));
    const http::Headers session = {{"Cookie", cookie.substr(0, cookie.find(';'))},
                                   {"X-Headway-Request", "1"}};
    EXPECT_EQ(send(nullptr, Method::post, "/api/auth/oidc/connect", "", session).status, 404);
    EXPECT_EQ(send(nullptr, Method::put, "/api/auth/password-resets",
                   R"({"token":"t","new_password":"correct horse battery"})")
                  .status,
              404);
    EXPECT_EQ(send(&anna, Method::put, "/api/auth/verifications", R"({"token":"t"})").status, 404);
    EXPECT_EQ(send(&anna, Method::get, "/api/occupations/99-9999.00").status, 404);
    EXPECT_EQ(send(&anna, Method::get, "/api/skills?q=kubernetes").status, 200);
}

TEST_F(FullTest, TheLastAdministratorStaysAlsoByTheirOwnWish) {
    const auto registered = send(nullptr, Method::post, "/api/auth/register",
                                 R"({"email":"carla@example.org","password":"correct horse battery"})");
    const std::string cookie(registered.header("Set-Cookie").value_or(""));
    const http::Headers session = {{"Cookie", cookie.substr(0, cookie.find(';'))},
                                   {"X-Headway-Request", "1"}};
    const std::string carla = "/api/admin/users/" + text_at(boost::json::parse(registered.text()), "user.id");
    ask(&admin, Method::patch, carla, R"({"role":"admin"})", {{"If-Match", "*"}});
    ask(&admin, Method::patch, "/api/admin/users/" + admin.id, R"({"role":"user"})", {{"If-Match", "*"}});
    EXPECT_EQ(send(nullptr, Method::post, "/api/my-data/erasures",
                   R"({"password":"correct horse battery","confirm":"erase"})", session)
                  .status,
              409);
}

TEST_F(FullTest, WhatWasMadeIsTakenBack) {
    const std::string resume =
        make("/api/resumes", R"({"name":"cv","text":"Skills\nPython and little else\n"})");
    const auto renamed = ask(&anna, Method::patch, "/api/resumes/" + resume, R"({"name":"My cv"})",
                             matching(anna, "/api/resumes/" + resume));
    EXPECT_EQ(text_at(renamed, "name"), "My cv");
    const std::string job =
        make("/api/jobs", R"({"title":"Dev","description":"Requirements\n• Kubernetes"})");
    const std::string saved = "/api/job-collections/" + job;
    make(saved, "");
    const std::string step = make(saved + "/stages", R"({"stage":"applied","day":"2026-11-24"})");
    EXPECT_EQ(send(&anna, Method::delete_, saved + "/stages/" + step).status, 204);
    const std::string correction =
        make("/api/corrections", R"({"action":"remove","skill_id":"hw:kubernetes","job_id":")" + job + "\"}",
             201, "correction.id");
    EXPECT_EQ(text_at(ask(&anna, Method::get, "/api/corrections/" + correction), "id"), correction);
    const std::string alias = make(
        "/api/aliases", R"({"text":"kube","action":"confirm","skill_id":"hw:kubernetes"})", 201, "alias.id");
    ask(&anna, Method::delete_, "/api/aliases/" + alias);
    const std::string report = make("/api/gap/run", R"({"job_id":")" + job + "\"}", 200, "gap_report_id");
    EXPECT_EQ(send(&anna, Method::delete_, "/api/gap-reports/" + report).status, 204);
    EXPECT_EQ(send(&anna, Method::get, "/api/gap/" + report).status, 404);
}

/// Its words and figures are not guessed at.
TEST_F(FullTest, AReportOfAnotherVersionIsMadeAgain) {
    make("/api/resumes", R"({"name":"cv","text":"Skills\nPython and little else\n"})");
    const std::string job =
        make("/api/jobs", R"({"title":"Dev","description":"Requirements\n• Kubernetes"})");
    const std::string report = make("/api/gap/run", R"({"job_id":")" + job + "\"}", 200, "gap_report_id");
    ASSERT_TRUE(parts().database.write([&](sql::Connection& c) {
        return c.run("update gap_reports set content = $1 where id = $2", "{}", report);
    }));
    const std::string path = "/api/gap-reports/" + report;
    EXPECT_EQ(send(&anna, Method::get, "/api/gap/" + report).status, 409);
    EXPECT_EQ(send(&anna, Method::get, "/api/gap/by-job/" + job).status, 409);
    EXPECT_EQ(send(&anna, Method::get, path + "/differences?since=" + report).status, 409);
    EXPECT_EQ(send(&anna, Method::post, path + "/what-if",
                   R"({"changes":[{"requirement_id":"hw:kubernetes","level":5}]})")
                  .status,
              409);
}

/// Reports stay when the résumé goes; what would read it again cannot be had.
TEST_F(FullTest, AReportWhoseResumeIsGoneIsNotGoneOnWith) {
    const std::string resume =
        make("/api/resumes", R"({"name":"cv","text":"Skills\nPython and little else\n"})");
    const std::string job =
        make("/api/jobs", R"({"title":"Dev","description":"Requirements\n• Kubernetes"})");
    const std::string report = make("/api/gap/run", R"({"job_id":")" + job + "\"}", 200, "gap_report_id");
    EXPECT_EQ(send(&anna, Method::delete_, "/api/backend/resumes/" + resume, "", {{"If-Match", "*"}}).status,
              204);
    EXPECT_EQ(send(&anna, Method::post, "/api/gap-reports/" + report + "/re-run").status, 409);
    make("/api/learn/generate", R"({"gap_report_id":")" + report + "\"}", 409);
}

}  // namespace
}  // namespace headway::test
