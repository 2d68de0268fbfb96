// SPDX-License-Identifier: GPL-3.0-or-later
// What a person knows better than the reader: it holds for all their résumés, and nobody overwrites it
// unseen.
#include <algorithm>

#include "api/server_fixture.hpp"

namespace headway::test {
namespace {

std::string json_of(const boost::json::object& value) {
    return boost::json::serialize(value);
}

class CorrectionsTest : public ApiTest {
  protected:
    std::string paste(const std::string& text) {
        return text_at(
            ask(&anna, Method::post, "/api/resumes", json_of({{"name", "cv"}, {"text", text}}), {}, 201),
            "id");
    }
    std::string add_job(const TestUser& user, const std::string& title) {
        const std::string body =
            json_of({{"title", title}, {"description", "Requirements\n• Kubernetes\n• Python\n"}});
        return text_at(ask(&user, Method::post, "/api/jobs", body, {}, 201), "id");
    }
    boost::json::value correct(boost::json::object body) {
        return ask(&anna, Method::post, "/api/corrections", json_of(body), {}, 201);
    }
    /// The level of a skill in a résumé; -1 when it shows none.
    double level(const std::string& resume, const char* skill) {
        for (const auto& s :
             ask(&anna, Method::get, "/api/resumes/" + resume + "/skills").at("skills").as_array()) {
            if (s.at("id").as_string() == skill) return at(s, "level.value").to_number<double>();
        }
        return -1;
    }
};

TEST_F(CorrectionsTest, OnASkillHoldForEveryResume) {
    const std::string first = paste("Skills\nPython and nothing else at all\n");
    const std::string second = paste("Skills\nPython, Docker and nothing else\n");
    const auto made =
        correct({{"resume_id", first}, {"action", "add"}, {"skill_id", "hw:kubernetes"}, {"level", 4.5}});
    EXPECT_TRUE(at(made, "correction.resume_id").is_null());
    EXPECT_EQ(level(first, "hw:kubernetes"), 4.5);
    EXPECT_EQ(level(second, "hw:kubernetes"), 4.5);
    const std::string third = paste("Skills\nBaking bread before dawn\n");
    EXPECT_EQ(level(third, "hw:kubernetes"), 4.5) << "also for one that comes later";
    for (const std::string& resume : {first, second, third}) {
        const auto list = ask(&anna, Method::get, "/api/corrections?resume_id=" + resume);
        EXPECT_EQ(list.at("items").as_array().size(), 1U);
    }
    // The résumé in which it was seen may go.
    EXPECT_EQ(send(&anna, Method::delete_, "/api/backend/resumes/" + first, "",
                   matching(anna, "/api/resumes/" + first))
                  .status,
              204);
    EXPECT_EQ(level(second, "hw:kubernetes"), 4.5);
    correct({{"action", "remove"}, {"skill_id", "hw:python"}});
    EXPECT_EQ(level(second, "hw:python"), -1);
}

TEST_F(CorrectionsTest, ReportsOnOtherResumesAreMadeAnew) {
    const std::string first = paste("Skills\nPython and nothing else at all\n");
    const std::string second = paste("Skills\nDocker and nothing else at all\n");
    const std::string job = add_job(anna, "Developer");
    for (const std::string& resume : {first, second})
        ask(&anna, Method::post, "/api/gap/run", json_of({{"job_id", job}, {"resume_id", resume}}));
    const auto made =
        correct({{"resume_id", first}, {"action", "add"}, {"skill_id", "hw:kubernetes"}, {"level", 5}});
    ASSERT_EQ(made.at("rescored").as_array().size(), 2U);
    for (const auto& r : made.at("rescored").as_array())
        EXPECT_GT(r.at("score_after").to_number<double>(), r.at("score_before").to_number<double>());
}

TEST_F(CorrectionsTest, MayBeKeptToOneResume) {
    const std::string first = paste("Skills\nPython and nothing else at all\n");
    const std::string second = paste("Skills\nPython, Docker and nothing else\n");
    correct({{"action", "level"}, {"skill_id", "hw:python"}, {"level", 6}});
    const auto here = correct({{"resume_id", first},
                               {"action", "level"},
                               {"skill_id", "hw:python"},
                               {"level", 2},
                               {"only_here", true}});
    EXPECT_EQ(text_at(here, "correction.resume_id"), first);
    EXPECT_EQ(level(first, "hw:python"), 2);
    EXPECT_EQ(level(second, "hw:python"), 6);
    ask(&anna, Method::delete_, "/api/corrections/" + text_at(here, "correction.id"));
    EXPECT_EQ(level(first, "hw:python"), 6) << "what is said of all holds here again";
    // The later, said of all, replaces what was said of one.
    correct({{"resume_id", first}, {"action", "remove"}, {"skill_id", "hw:python"}, {"only_here", true}});
    correct({{"action", "level"}, {"skill_id", "hw:python"}, {"level", 3}});
    EXPECT_EQ(level(first, "hw:python"), 3);
    EXPECT_EQ(ask(&anna, Method::get, "/api/corrections").at("items").as_array().size(), 1U);
}

TEST_F(CorrectionsTest, OfAJobAreThatJobs) {
    const std::string one = add_job(anna, "One");
    const std::string other = add_job(anna, "Other");
    correct({{"job_id", one}, {"action", "remove"}, {"skill_id", "hw:python"}});
    const auto asks = [&](const std::string& job) {
        return ask(&anna, Method::get, "/api/jobs/" + job + "/requirements").at("skills").as_array().size();
    };
    EXPECT_EQ(asks(one), 1U);
    EXPECT_EQ(asks(other), 2U);
    for (const boost::json::object& body :
         {boost::json::object{
              {"job_id", one}, {"resume_id", one}, {"action", "add"}, {"skill_id", "hw:rust"}},
          {{"job_id", one}, {"action", "add"}, {"skill_id", "hw:rust"}, {"only_here", true}},
          {{"action", "level"}, {"skill_id", "hw:rust"}, {"need", "must"}},
          {{"action", "add"}, {"skill_id", "text:anything"}}})
        EXPECT_EQ(send(&anna, Method::post, "/api/corrections", json_of(body)).status, 400) << json_of(body);
    EXPECT_EQ(send(&ben, Method::post, "/api/corrections",
                   json_of({{"job_id", one}, {"action", "remove"}, {"skill_id", "hw:python"}}))
                  .status,
              404);
}

TEST_F(CorrectionsTest, AChosenOccupationIsNotOverwrittenUnseen) {
    const std::string path = "/api/jobs/" + add_job(anna, "Developer") + "/occupation";
    const char* choice = R"({"code":"15-1244.00"})";
    const auto seen = matching(anna, path);
    EXPECT_EQ(send(&anna, Method::put, path, choice).status, 428);
    const auto chosen = ask(&anna, Method::put, path, choice, seen);
    EXPECT_EQ(matching(anna, path).front().second, "\"" + text_at(chosen, "version") + "\"");
    EXPECT_EQ(send(&anna, Method::put, path, R"({"code":"15-1252.00"})", seen).status, 412);
    EXPECT_EQ(send(&anna, Method::delete_, path, "", seen).status, 412);
    EXPECT_EQ(text_at(ask(&anna, Method::get, path), "occupation.code"), "15-1244.00");
    ask(&anna, Method::delete_, path, "", matching(anna, path));
    EXPECT_EQ(text_at(ask(&anna, Method::get, path), "chosen"), "false");
}

TEST_F(CorrectionsTest, AnAdministratorPublishesAnybodysJobAsItWasLastSeen) {
    const std::string job = "/api/jobs/" + add_job(anna, "Anna's");
    const std::string path = job + "/publication";
    EXPECT_EQ(send(&admin, Method::get, job).status, 404) << "private until it is published";
    EXPECT_EQ(send(&admin, Method::put, path).status, 428);
    const auto shown = ask(&admin, Method::put, path, "", {{"If-Match", "*"}});
    EXPECT_EQ(text_at(shown, "owned"), "false");
    EXPECT_EQ(send(&ben, Method::get, job).status, 200);
    const auto seen = matching(admin, job);
    ask(&anna, Method::put, job, R"({"title":"Changed","description":"Requirements\n• Rust"})",
        matching(anna, job));
    EXPECT_EQ(send(&admin, Method::delete_, path, "", seen).status, 412);
    ask(&admin, Method::delete_, path, "", matching(admin, job));
    EXPECT_EQ(send(&ben, Method::get, job).status, 404);
    EXPECT_EQ(send(&anna, Method::get, job).status, 200);
}

TEST_F(CorrectionsTest, ASummarySaysThreeToSixTrueThings) {
    for (const char* text :
         {"Plumber since I can remember\n", "Skills\nPython and nothing else at all\n",
          "Anna Muster\nI speak German and can lead a team well.\n\nCook, Blue Inn, 2019 - 2021\nSoups.\n"}) {
        const std::string id = paste(text);
        const auto summary = ask(&anna, Method::get, "/api/resumes/" + id + "/summary");
        const auto& bullets = summary.at("bullets").as_array();
        EXPECT_GE(bullets.size(), 3U) << text << boost::json::serialize(summary);
        EXPECT_LE(bullets.size(), 6U) << text;
        for (const auto& b : bullets) {
            for (const auto& e : b.at("evidence").as_array()) {
                const auto begin = e.at("start").to_number<std::size_t>();
                const auto end = e.at("end").to_number<std::size_t>();
                EXPECT_EQ(std::string(text).substr(begin, end - begin), e.at("text").as_string());
            }
        }
    }
    const auto plain =
        ask(&anna, Method::get, "/api/resumes/" + paste("Plumber since I can remember\n") + "/summary");
    const std::string all = boost::json::serialize(plain);
    EXPECT_NE(all.find("It has 5 words on 1 page."), std::string::npos) << all;
    const auto brief = ask(&anna, Method::get,
                           "/api/resumes/" +
                               paste("Anna Muster\n\nExperience\nCook, Blue Inn, May 2021 - May 2021\n"
                                     "Made soups and bread for sixty guests.\n") +
                               "/summary");
    const std::string once = boost::json::serialize(brief);
    EXPECT_NE(once.find("About 1 month of work in 1 dated role."), std::string::npos) << once;
}

}  // namespace
}  // namespace headway::test
