// SPDX-License-Identifier: GPL-3.0-or-later
// Routes that need little telling: each works once.
#include "api/server_fixture.hpp"

namespace headway::test {
namespace {

class PlainRoutesTest : public ApiTest {
  protected:
    std::string upload(const std::string& name, const std::string& bytes) {
        const std::string body =
            "--xyz\r\nContent-Disposition: form-data; name=\"resume_file\"; filename=\"" + name +
            "\"\r\n\r\n" + bytes + "\r\n--xyz--\r\n";
        return text_at(ask(&anna, Method::post, "/api/backend/resume/upload", body,
                           {{"Content-Type", "multipart/form-data; boundary=xyz"}}, 201),
                       "id");
    }
    std::string default_resume() {
        return text_at(ask(&anna, Method::get, "/api/backend/resumes/default"), "id");
    }
};

TEST_F(PlainRoutesTest, TheServerSaysThatItIsWell) {
    EXPECT_EQ(text_at(ask(nullptr, Method::get, "/healthz"), "status"), "ok");
    EXPECT_EQ(text_at(ask(nullptr, Method::get, "/readyz"), "status"), "ready");
    const auto metrics = send(&admin, Method::get, "/metrics");
    EXPECT_EQ(metrics.status, 200);
    EXPECT_TRUE(metrics.header("Content-Type").value_or("").starts_with("text/plain"));
}

TEST_F(PlainRoutesTest, AnotherResumeBecomesTheDefault) {
    const std::string first = upload("a.txt", "Skills\nPython and nothing else at all\n");
    const std::string second = upload("b.txt", "Skills\nDocker and nothing else at all\n");
    EXPECT_EQ(default_resume(), first);
    ask(&anna, Method::post, "/api/backend/resumes/" + second + "/set-default", "", {{"If-Match", "*"}});
    EXPECT_EQ(default_resume(), second);
}

TEST_F(PlainRoutesTest, AFileThatFailedIsReadAgain) {
    const std::string id = upload("broken.pdf", "%PDF-1.7\nnothing that a PDF is made of");
    const auto before = ask(&anna, Method::get, "/api/resumes/" + id);
    EXPECT_EQ(text_at(before, "state"), "failed");
    const auto again = ask(&anna, Method::post, "/api/resumes/" + id + "/retry", "", {}, 202);
    EXPECT_NE(text_at(again, "id"), text_at(before, "run_id"));
}

TEST_F(PlainRoutesTest, AJobsTextIsShownWithWhatItNames) {
    const std::string job =
        text_at(ask(&anna, Method::post, "/api/jobs",
                    R"({"title":"Dev","description":"Requirements\n• Kubernetes"})", {}, 201),
                "id");
    const auto text = ask(&anna, Method::get, "/api/jobs/" + job + "/text");
    EXPECT_NE(text_at(text, "text").find("Kubernetes"), std::string::npos);
    EXPECT_EQ(text_at(text, "mentions.0.text"), "Kubernetes");
}

TEST_F(PlainRoutesTest, TheOntologyIsLookedUp) {
    EXPECT_EQ(ask(&anna, Method::get, "/api/skills/frameworks").at("items").as_array().size(), 3U);
    const auto found = ask(&anna, Method::get, "/api/skills/onet/search?q=programming&limit=5");
    EXPECT_FALSE(found.at("items").as_array().empty());
    EXPECT_EQ(text_at(ask(&anna, Method::get, "/api/skills/onet/2.B.3.e"), "name"), "Software development");
    const auto nurses = ask(&anna, Method::get, "/api/occupations?q=registered%20nurse&limit=5");
    EXPECT_EQ(text_at(nurses, "items.0.name"), "Registered Nurses");
    EXPECT_EQ(text_at(ask(&anna, Method::get, "/api/occupations/29-1141.00"), "name"), "Registered Nurses");
}

}  // namespace
}  // namespace headway::test
