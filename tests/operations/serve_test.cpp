// SPDX-License-Identifier: GPL-3.0-or-later
// The server as it is run: what it says about itself, how it stops, and what doctor says of it.
#include <chrono>
#include <filesystem>
#include <gmock/gmock.h>
#include <sstream>
#include <thread>

#include "sql/database.hpp"
#include "support/api_client.hpp"
#include "support/program.hpp"
#include "support/server_process.hpp"
#include "support/temp_folder.hpp"

namespace headway::test {
namespace {

using testing::HasSubstr;

class Serve : public testing::Test {
  protected:
    std::vector<std::string> arguments(const char* command, std::vector<std::string> more = {}) const {
        std::vector<std::string> out = {command, "--folder", folder_.file("data")};
        out.insert(out.end(), more.begin(), more.end());
        return out;
    }
    ServerProcess serve(std::vector<std::string> more = {}) {
        return {arguments("serve", std::move(more)), folder_.file("log")};
    }
    /// An administrator's client.
    ApiClient administrator(std::uint16_t port) {
        Start start;
        start.arguments = {"user", "add", "boss@example.org", "--admin", "--folder", folder_.file("data")};
        start.input = std::string(ApiClient::password) + "\n";
        EXPECT_EQ(run_program(start).code, 0);
        ApiClient client(port);
        const auto signed_in = client.ask(
            "POST", "/api/auth/login", R"({"email":"boss@example.org","password":"correct horse battery"})");
        EXPECT_EQ(signed_in.status, 200) << signed_in.text;
        client.use_cookie(signed_in.cookie);
        return client;
    }
    boost::json::value doctor(std::vector<std::string> more, int code) {
        more.emplace_back("--json");
        const Ended ended = run_program(arguments("doctor", std::move(more)));
        EXPECT_EQ(ended.code, code) << ended.out << ended.err;
        boost::system::error_code error;
        auto value = boost::json::parse(ended.out, error);
        EXPECT_FALSE(error) << ended.out << ended.err;
        return value;
    }
    static std::string status_of(const boost::json::value& report, std::string_view name) {
        for (const auto& check : report.at("checks").as_array()) {
            if (check.at("name").as_string() != name) continue;
            const bool well = check.at("status").as_string() == "ok";
            if (!well) EXPECT_TRUE(check.at("fix").is_string()) << name << " does not say how to mend it";
            return std::string(check.at("status").as_string());
        }
        return "not there";
    }
    TempFolder folder_;
};

TEST_F(Serve, SaysWhetherItLivesAndIsReady) {
    const ServerProcess server = serve();
    ApiClient client(server.port());
    EXPECT_EQ(client.ask("GET", "/healthz").at("status"), "ok");
    const auto ready = client.ask("GET", "/readyz");
    EXPECT_EQ(ready.status, 200);
    EXPECT_EQ(ready.at("status"), "ready");
    EXPECT_EQ(ready.at("checks.0.name"), "database");
    std::filesystem::remove_all(folder_.file("data/files"));
    folder_.write("data/files", "no folder");
    EXPECT_EQ(client.ask("GET", "/readyz").status, 200) << "files are gone for every server alike";
    EXPECT_EQ(client.ask("GET", "/healthz").status, 200) << "but it lives";
}

TEST_F(Serve, CountsWhatItDoesForPrometheus) {
    const ServerProcess server = serve();
    EXPECT_EQ(ApiClient(server.port()).ask("GET", "/metrics").status, 401);
    ApiClient boss = administrator(server.port());
    for (int i = 0; i < 3; ++i) EXPECT_EQ(boss.ask("GET", "/api/goals").status, 200);
    const auto metrics = boss.ask("GET", "/metrics");
    EXPECT_EQ(metrics.status, 200);
    EXPECT_THAT(metrics.text, HasSubstr("headway_http_requests_total{method=\"GET\",route=\"/api/goals\","
                                        "status=\"2xx\"} 3"));
    EXPECT_THAT(metrics.text, HasSubstr("headway_http_connections "));
    std::istringstream lines(metrics.text);
    for (std::string text; std::getline(lines, text);) {
        const bool comment = text.starts_with("# HELP ") || text.starts_with("# TYPE ");
        const std::size_t space = text.rfind(' ');
        ASSERT_NE(space, std::string::npos) << text;
        char* end = nullptr;
        (void)std::strtod(text.c_str() + space, &end);
        EXPECT_TRUE(comment || *end == '\0') << text;
    }
}

TEST_F(Serve, LogsRequestsAsJsonAndMarksSlowOnes) {
    const std::string log = folder_.file("requests.log");
    ServerProcess server = serve({"--log", log, "--slow-request-ms", "5"});
    ApiClient client(server.port());
    EXPECT_EQ(client.ask("GET", "/healthz").status, 200);
    EXPECT_EQ(client.sign_up("a@example.org").status, 201);  // hashing the password takes longer than that
    EXPECT_EQ(server.stop(), 0);
    bool quick = false;
    bool slow = false;
    std::istringstream lines(content_of(log));
    for (std::string text; std::getline(lines, text);) {
        const auto line = boost::json::parse(text);
        if (line.at("event") != "request") continue;
        EXPECT_FALSE(line.at("request_id").as_string().empty());
        const bool marked = line.as_object().contains("slow");
        if (line.at("route") == "/healthz") quick = !marked && line.at("level") == "info";
        if (line.at("route") == "/api/auth/register") slow = marked && line.at("level") == "warn";
    }
    EXPECT_TRUE(quick);
    EXPECT_TRUE(slow);
    EXPECT_THAT(content_of(log), testing::Not(HasSubstr("a@example.org")));
}

TEST_F(Serve, LogsRunsAndHousekeepingWithoutAWordOfThePerson) {
    const std::string log = folder_.file("runs.log");
    {
        ServerProcess server = serve({"--log", log});
        ApiClient client(server.port());
        client.sign_up("a@example.org");
        ASSERT_EQ(client
                      .ask("POST", "/api/resumes",
                           R"({"name":"secret name","text":"Skills\nPython and little else\n"})")
                      .status,
                  201);
        const std::string job =
            client.ask("POST", "/api/jobs", R"({"title":"secret job","description":"Python"})").at("id");
        ASSERT_EQ(client.ask("POST", "/api/gap/run", R"({"job_id":")" + job + R"("})").status, 200);
        EXPECT_EQ(server.stop(), 0);
        sql::Settings settings;
        settings.url = "sqlite:" + folder_.file("data") + "/headway.db";
        ASSERT_TRUE(sql::Database::open(settings).value()->write(
            [](sql::Connection& c) { return c.run("update sessions set expires_at = 1"); }));
    }
    {
        ServerProcess again = serve({"--log", log});
        EXPECT_EQ(again.stop(), 0);
    }
    bool run = false;
    bool housekeeping = false;
    std::istringstream lines(content_of(log));
    for (std::string text; std::getline(lines, text);) {
        const auto line = boost::json::parse(text);
        if (line.at("event") == "run" && line.at("kind") == "make_report") {
            run = true;
            EXPECT_EQ(line.at("state"), "ready");
            EXPECT_EQ(line.at("reason"), "");
            EXPECT_EQ(line.at("attempts"), 1);
            EXPECT_GE(line.at("ms").as_int64(), 0);
        }
        if (line.at("event") == "housekeeping") housekeeping = line.at("sessions") == 1;
    }
    EXPECT_TRUE(run) << content_of(log);
    EXPECT_TRUE(housekeeping) << content_of(log);
    EXPECT_THAT(content_of(log), testing::Not(HasSubstr("secret")));
}

TEST_F(Serve, StopsCleanlyAndLosesNothing) {
    ServerProcess server = serve();
    ApiClient client(server.port());
    client.sign_up("a@example.org");
    const std::string goal = client.ask("POST", "/api/goals", R"({"title":"stay"})").at("id");
    EXPECT_EQ(server.stop(), 0);
    const ServerProcess again = serve();
    client.go_to(again.port());
    EXPECT_EQ(client.ask("GET", "/api/goals/" + goal).at("title"), "stay") << "the session holds, too";
}

TEST_F(Serve, RefusesADatabaseOfANewerProgram) {
    serve().stop();
    sql::Settings settings;
    settings.url = "sqlite:" + folder_.file("data/headway.db");
    ASSERT_TRUE(sql::Database::open(settings).value()->write([](sql::Connection& c) {
        return c.run(
            "insert into schema_migrations (number, name, checksum, applied_at) values (9999, 'x', 'x', 1)");
    }));
    EXPECT_THROW(serve(), std::runtime_error);
    EXPECT_THAT(content_of(folder_.file("log")), HasSubstr("newer version"));
    EXPECT_EQ(status_of(doctor({}, 1), "schema"), "failing");
}

TEST_F(Serve, BacksUpWhileServingAndComesBackElsewhere) {
    const ServerProcess server = serve();
    ApiClient client(server.port());
    client.sign_up("a@example.org");
    const auto uploaded = client.try_upload("cv.txt", "Skills\nPython, Docker, Kubernetes and much else\n");
    ASSERT_TRUE(uploaded);
    EXPECT_EQ(uploaded->status, 201) << uploaded->text;
    const std::string file = folder_.file("backup");
    EXPECT_EQ(run_program(arguments("backup", {file})).code, 0);
    const Ended twice = run_program(arguments("restore", {file}));
    EXPECT_EQ(twice.code, 3) << twice.err;
    EXPECT_THAT(twice.err, HasSubstr("--replace"));
    const std::string other = folder_.file("other");
    EXPECT_EQ(run_program({"restore", file, "--folder", other}).code, 0);
    const ServerProcess restored({"serve", "--folder", other}, folder_.file("log2"));
    client.go_to(restored.port());
    const auto bytes = client.ask("GET", "/api/resumes/" + uploaded->at("id") + "/file");
    EXPECT_EQ(bytes.text, "Skills\nPython, Docker, Kubernetes and much else\n");
}

TEST_F(Serve, ReadsDocumentsWithinTheLimitsOfItsSettings) {
    const ServerProcess server = serve({"--document-megabytes", "1"});
    ApiClient client(server.port());
    client.sign_up("a@example.org");
    const auto uploaded = client.try_upload("cv.txt", "Skills\n" + std::string(2U << 20U, 'x'));
    ASSERT_TRUE(uploaded);
    const std::string path = "/api/resumes/" + uploaded->at("id");
    ApiReply resume = client.ask("GET", path);
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (resume.at("state") != "failed" && resume.at("state") != "ready" &&
           std::chrono::steady_clock::now() < until)
        resume = client.ask("GET", path);
    EXPECT_EQ(resume.at("state"), "failed") << resume.text;
    EXPECT_THAT(resume.text, HasSubstr("document-megabytes"));
}

TEST_F(Serve, DoctorSaysWhatIsWrongAndHowToMendIt) {
    auto report = doctor({}, 0);
    EXPECT_EQ(status_of(report, "folder"), "warning") << "nothing is there yet";
    EXPECT_EQ(status_of(report, "packs"), "ok");
    EXPECT_EQ(status_of(report, "documents"), "ok");
    EXPECT_FALSE(std::filesystem::exists(folder_.file("data"))) << "it changes nothing";
    const ServerProcess server = serve();
    report = doctor({}, 0);
    for (const char* name : {"folder", "disk", "database", "schema", "durability", "clock", "queue"})
        EXPECT_EQ(status_of(report, name), "ok") << name;
    EXPECT_EQ(status_of(report, "administrator"), "warning");
    EXPECT_EQ(status_of(doctor({"--listen", "0.0.0.0:80"}, 0), "public_origin"), "warning");
    EXPECT_EQ(status_of(doctor({"--public-origin", "https://a.example"}, 0), "proxy"), "warning");
    EXPECT_EQ(status_of(doctor({"--connections", "900000"}, 0), "open_files"), "warning");
    EXPECT_EQ(status_of(doctor({"--database", "postgres://nobody@127.0.0.1:1/none"}, 1), "database"),
              "failing");
    EXPECT_EQ(
        status_of(doctor({"--database", "sqlite:" + folder_.write("odd.db", std::string(5000, 'x'))}, 1),
                  "database"),
        "failing");
    Start without_packs;
    without_packs.arguments = arguments("doctor");
    without_packs.environment = {{"HEADWAY_DATA_DIR", folder_.path()}};
    folder_.write("onet.pack", "damaged");
    folder_.write("headway.pack", "damaged");
    const Ended text = run_program(without_packs);
    EXPECT_EQ(text.code, 1) << text.out;
    EXPECT_THAT(text.out, HasSubstr("failing  packs"));
}

}  // namespace
}  // namespace headway::test
