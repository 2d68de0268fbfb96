// SPDX-License-Identifier: GPL-3.0-or-later
// Which occupations are nearest to a résumé, and what lies between.
#include <cmath>
#include <set>

#include "api/server_fixture.hpp"

namespace headway::test {
namespace {

std::string json_of(boost::json::object value) {
    return boost::json::serialize(value);
}

class PathwaysTest : public ApiTest {
  protected:
    std::string paste(const TestUser& user, const std::string& text) {
        return text_at(
            ask(&user, Method::post, "/api/resumes", json_of({{"name", "pasted"}, {"text", text}}), {}, 201),
            "id");
    }
    std::vector<std::string> codes(const boost::json::value& page) {
        std::vector<std::string> out;
        for (const auto& item : page.at("items").as_array()) out.push_back(text_at(item, "occupation.code"));
        return out;
    }
    static double number(const boost::json::value& value, const char* path) {
        return at(value, path).to_number<double>();
    }
    static constexpr const char* nurse =
        "Henrietta Marsh, RN\n\nExperience\n\nStaff nurse, Marrow Creek Hospital, 2017 – present\n"
        "• Drew and read arterial gases.\n• Every dose scanned, every hour charted in Epic.\n";
    static constexpr const char* developer =
        "Odalys Ferren\n\nExperience\n\nSenior Software Engineer, Quillback Payments\nMarch 2018 – present\n"
        "• Own the ledger service in Java and Spring Boot, with Kafka and PostgreSQL.\n"
        "• Docker, Kubernetes, Git.\n";
};

TEST_F(PathwaysTest, WhatAPersonWorksInIsTheClosest) {
    const std::string resume = paste(anna, nurse);
    const auto page = ask(&anna, Method::get, "/api/pathways?limit=10");
    EXPECT_EQ(codes(page).front(), "29-1141.00");
    EXPECT_EQ(text_at(page, "resume_id"), resume);
    EXPECT_EQ(text_at(page, "considered"), "1016");
    const auto first = at(page, "items.0");
    boost::json::value dated;
    for (const auto& work : first.at("work").as_array()) {
        if (text_at(work, "title") == "Staff nurse") dated = work;
    }
    ASSERT_TRUE(dated.is_object());
    EXPECT_EQ(text_at(dated, "from"), "2017-07") << "a bare year stands for its middle";
    EXPECT_EQ(text_at(dated, "until"), "null");
    EXPECT_EQ(text_at(dated, "present"), "true");
    EXPECT_EQ(text_at(dated, "occupation.code"), "29-1141.00");
    EXPECT_EQ(std::string(nurse).substr(static_cast<std::size_t>(number(dated, "start")), 11), "Staff nurse");
    EXPECT_EQ(text_at(first, "ratings"), "own");
    paste(ben, developer);
    EXPECT_EQ(codes(ask(&ben, Method::get, "/api/pathways")).front(), "15-1252.00");
}

TEST_F(PathwaysTest, TheArithmeticOfTheClosenessIsInTheAnswer) {
    paste(anna, nurse);
    const auto page = ask(&anna, Method::get, "/api/pathways?limit=100");
    ASSERT_EQ(page.at("items").as_array().size(), 100U);
    for (const auto& item : page.at("items").as_array()) {
        double points = 0;
        double weights = 0;
        double work = 0;
        for (const auto& part : item.at("parts").as_array()) {
            points += number(part, "points");
            weights += number(part, "weight");
            if (part.at("share").is_null()) {
                EXPECT_EQ(number(part, "points"), 0);
                EXPECT_TRUE(text_at(part, "because").starts_with("Unknown")) << text_at(part, "because");
            }
        }
        for (const auto& w : item.at("work").as_array()) work += number(w, "points");
        EXPECT_NEAR(points, number(item, "closeness"), 0.02);
        EXPECT_NEAR(weights, 1, 0.011);
        EXPECT_NEAR(work, number(item, "parts.0.points"), 0.03);
        for (const auto& lack : item.at("lacking").as_array()) EXPECT_LE(number(lack, "gain"), 25.01);
    }
    // What one skill or technology would add is what it adds.
    const auto whole = ask(&anna, Method::get, "/api/pathways/29-1141.00");
    double gains = 0;
    for (const char* list : {"held", "lacking"}) {
        for (const auto& skill : whole.at(list).as_array()) gains += number(skill, "gain");
    }
    const double weight = number(whole, "parts.2.weight");
    EXPECT_NEAR(gains, 100 * weight - number(whole, "parts.2.points"), 0.5);
    const auto missing = at(whole, "technologies_lacking.0");
    const std::string more = std::string(nurse) + "\nSkills\n" + text_at(missing, "skill.name") + "\n";
    paste(ben, more);
    const auto then = ask(&ben, Method::get, "/api/pathways/29-1141.00");
    bool named = false;
    for (const auto& t : then.at("technologies_held").as_array())
        named |= t.at("skill").at("id") == missing.at("skill").at("id");
    EXPECT_TRUE(named) << text_at(missing, "skill.name");
}

TEST_F(PathwaysTest, OneOccupationIsShownInWhole) {
    paste(anna, developer);
    const auto brief = at(ask(&anna, Method::get, "/api/pathways?q=software+developers"), "items.0");
    const auto whole = ask(&anna, Method::get, "/api/pathways/15-1252.00");
    EXPECT_EQ(text_at(brief, "occupation.code"), "15-1252.00");
    EXPECT_EQ(brief.at("closeness"), whole.at("closeness"));
    EXPECT_EQ(brief.at("parts"), whole.at("parts"));
    EXPECT_LE(brief.at("technologies_lacking").as_array().size(), 5U);
    EXPECT_GT(whole.at("technologies_lacking").as_array().size(), 10U);
    EXPECT_GT(whole.at("related").as_array().size(), 5U);
    EXPECT_GE(whole.at("technologies_held").as_array().size(), 5U);
    EXPECT_EQ(text_at(whole, "occupation.job_zone"), "4");
    // O*NET rates no developers: what stands in for it is named.
    EXPECT_EQ(text_at(whole, "ratings"), "relatives");
    EXPECT_GE(whole.at("rated_by").as_array().size(), 1U);
    EXPECT_NE(text_at(whole, "parts.2.because").find("no ratings"), std::string::npos);
    // Any other one can be looked at as well.
    EXPECT_GT(number(ask(&anna, Method::get, "/api/pathways/15-1254.00"), "closeness"),
              number(ask(&anna, Method::get, "/api/pathways/51-4121.00"), "closeness"));
}

TEST_F(PathwaysTest, PagesHoldEveryOccupationOnce) {
    paste(anna, nurse);
    std::set<std::string> seen;
    double before = 100;
    std::string cursor;
    do {
        const auto page = ask(&anna, Method::get, "/api/pathways?limit=100" + cursor);
        for (const auto& item : page.at("items").as_array()) {
            EXPECT_TRUE(seen.insert(text_at(item, "occupation.code")).second);
            EXPECT_LE(number(item, "closeness"), before + 0.005);
            before = number(item, "closeness");
        }
        const std::string next = text_at(page, "next_cursor");
        cursor = next == "null" ? "" : "&cursor=" + next;
    } while (!cursor.empty());
    EXPECT_EQ(seen.size(), 1016U);
    const auto nurses = ask(&anna, Method::get, "/api/pathways?q=nurs&limit=100");
    EXPECT_GE(nurses.at("items").as_array().size(), 10U);
    EXPECT_EQ(text_at(nurses, "considered"), std::to_string(nurses.at("items").as_array().size()));
    for (const auto& item : nurses.at("items").as_array())
        EXPECT_NE(text_at(item, "occupation.name").find("Nurs"), std::string::npos);
}

TEST_F(PathwaysTest, AnUnchangedResumeIsAnsweredByItsTag) {
    const std::string resume = paste(anna, nurse);
    for (const auto& [path, skill] :
         {std::pair("/api/pathways", "hw:python"), std::pair("/api/pathways/29-1141.00", "hw:docker")}) {
        const auto first = send(&anna, Method::get, path);
        const std::string tag(first.header("ETag").value_or(""));
        ASSERT_FALSE(tag.empty());
        EXPECT_EQ(send(&anna, Method::get, path, "", {{"If-None-Match", tag}}).status, 304);
        EXPECT_EQ(send(&anna, Method::get, path).text(), first.text()) << "equal, whoever computes it";
        ask(&anna, Method::post, "/api/corrections",
            json_of({{"resume_id", resume}, {"action", "add"}, {"skill_id", skill}, {"level", 4}}), {}, 201);
        const auto then = send(&anna, Method::get, path, "", {{"If-None-Match", tag}});
        EXPECT_EQ(then.status, 200) << "it was corrected";
        EXPECT_NE(then.header("ETag"), first.header("ETag"));
    }
    EXPECT_NE(send(&anna, Method::get, "/api/pathways?limit=2").header("ETag"),
              send(&anna, Method::get, "/api/pathways?limit=3").header("ETag"));
}

TEST_F(PathwaysTest, ResumesOfOthersAndUnreadOnes) {
    EXPECT_EQ(send(&anna, Method::get, "/api/pathways").status, 404) << "no résumé";
    EXPECT_EQ(send(&anna, Method::get, "/api/pathways/29-1141.00").status, 404);
    const std::string own = paste(anna, nurse);
    const std::string others = paste(ben, developer);
    EXPECT_EQ(send(&anna, Method::get, "/api/pathways?resume_id=" + others).status, 404);
    EXPECT_EQ(send(&anna, Method::get, "/api/pathways/29-1141.00?resume_id=" + others).status, 404);
    EXPECT_EQ(send(&anna, Method::get, "/api/pathways?resume_id=" + own).status, 200);
    const auto set_state = [&](const char* state) {
        ASSERT_TRUE(parts().database.write([&](sql::Connection& c) {
            return c.run("update resumes set state = $2, reason = 'x' where id = $1", own,
                         std::string_view(state));
        }));
    };
    for (const char* state : {"importing", "failed"}) {
        set_state(state);
        EXPECT_EQ(send(&anna, Method::get, "/api/pathways").status, 409) << state;
        EXPECT_EQ(send(&anna, Method::get, "/api/pathways/29-1141.00").status, 409) << state;
    }
    set_state("ready");
    for (const char* path : {"/api/pathways/99-9999.00", "/api/pathways/nothing"})
        EXPECT_EQ(send(&anna, Method::get, path).status, 404) << path;
    for (const char* query : {"?limit=0", "?limit=101", "?q=", "?cursor=x", "?sort=name"})
        EXPECT_EQ(send(&anna, Method::get, std::string("/api/pathways") + query).status, 400) << query;
    EXPECT_EQ(send(&anna, Method::get, "/api/pathways/29-1141.00?limit=3").status, 400);
    EXPECT_EQ(send(nullptr, Method::get, "/api/pathways").status, 401);
}

TEST_F(PathwaysTest, AResumeWithoutWorkSaysWhatIsUnknown) {
    paste(anna, "Skills\nPython, PostgreSQL, Docker\n");
    const auto page = ask(&anna, Method::get, "/api/pathways?limit=100");
    EXPECT_EQ(page.at("items").as_array().size(), 100U);
    EXPECT_EQ(text_at(page, "items.0.work"), "[]");
    EXPECT_EQ(number(page, "items.0.parts.0.points"), 0);
    EXPECT_GT(number(page, "items.0.parts.1.points"), 0);
}

}  // namespace
}  // namespace headway::test
