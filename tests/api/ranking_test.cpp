// SPDX-License-Identifier: GPL-3.0-or-later
// Which jobs fit: ranking, lists in that order, and the matrix of résumés and saved jobs.
#include <chrono>
#include <functional>
#include <thread>

#include "api/server_fixture.hpp"
#include "base/id.hpp"
#include "flows/stored_profile.hpp"
#include "store/job_profiles.hpp"

namespace headway::test {
namespace {

std::string json_of(boost::json::object value) {
    return boost::json::serialize(value);
}

class RankingTest : public ApiTest {
  protected:
    std::string paste(const TestUser& user, const std::string& text) {
        return text_at(
            ask(&user, Method::post, "/api/resumes", json_of({{"name", "pasted"}, {"text", text}}), {}, 201),
            "id");
    }
    std::string add_job(const TestUser& user, const std::string& title, const std::string& description,
                        const std::string& company = "") {
        return text_at(
            ask(&user, Method::post, "/api/jobs",
                json_of({{"title", title}, {"description", description}, {"company", company}}), {}, 201),
            "id");
    }
    boost::json::value ranking(const TestUser& user, const std::string& query = "") {
        return ask(&user, Method::get, "/api/jobs/ranking" + query);
    }
    std::vector<std::string> ids(const boost::json::value& list, const char* path) {
        std::vector<std::string> out;
        for (const auto& item : list.at("items").as_array()) out.push_back(text_at(item, path));
        return out;
    }
    static constexpr const char* resume_text =
        "Skills\nPython, Docker\n\nExperience\nDeveloper at Foo, 2016 – 2024\nBuilt services in Python.\n";
    static constexpr const char* near = "Requirements\n• Python\n• Docker\n";
    static constexpr const char* middle = "Requirements\n• Python\n• Kubernetes\n• Ruby\n";
    static constexpr const char* far = "Requirements\n• Welding\n• Forklift licence\n";
};

TEST_F(RankingTest, TheBestFittingJobComesFirst) {
    const std::string resume = paste(anna, resume_text);
    const std::string c = add_job(anna, "Welder", far);
    const std::string b = add_job(anna, "Engineer", middle);
    const std::string a = add_job(anna, "Developer", near);
    const auto found = ranking(anna);
    EXPECT_EQ(ids(found, "job.id"), (std::vector<std::string>{a, b, c}));
    EXPECT_EQ(text_at(found, "resume_id"), resume);
    EXPECT_EQ(text_at(found, "considered"), "3");
    EXPECT_GE(found.at("leaves_out").as_array().size(), 1U);
    EXPECT_GT(at(found, "items.0.fit").to_number<double>(), 80);
    EXPECT_EQ(at(found, "items.0.job.fit"), at(found, "items.0.fit"));
    EXPECT_EQ(text_at(found, "items.0.score"), "null") << "no report was made";
    EXPECT_EQ(ids(ranking(anna, "?limit=1"), "job.id"), std::vector<std::string>{a});
    EXPECT_EQ(text_at(ask(&anna, Method::get, "/api/jobs/" + a), "fit"), text_at(found, "items.0.fit"));

    const auto report = ask(&anna, Method::post, "/api/gap/run", json_of({{"job_id", a}}));
    const auto with = ranking(anna);
    EXPECT_EQ(at(with, "items.0.score"), at(report, "stats.score"));
    EXPECT_EQ(at(with, "items.0.gap_report_id"), at(report, "gap_report_id"));
    EXPECT_NEAR(at(with, "items.0.fit").to_number<double>(), at(with, "items.0.score").to_number<double>(), 1)
        << "both come from one arithmetic";
}

TEST_F(RankingTest, JobsOfOthersAreNeverRankedUntilTheyArePublished) {
    paste(ben, resume_text);
    const std::string own = add_job(ben, "Engineer", middle);
    const std::string other = add_job(anna, "Developer", near);
    EXPECT_EQ(ids(ranking(ben), "job.id"), std::vector<std::string>{own});
    EXPECT_EQ(text_at(ranking(ben), "considered"), "1");
    EXPECT_EQ(ids(ask(&ben, Method::get, "/api/jobs?sort=fit"), "id"), std::vector<std::string>{own});

    const std::string shared = add_job(admin, "Developer", near);
    ask(&admin, Method::put, "/api/jobs/" + shared + "/publication", "", {{"If-Match", "*"}});
    EXPECT_EQ(ids(ranking(ben), "job.id"), (std::vector<std::string>{shared, own}));
    ask(&admin, Method::delete_, "/api/jobs/" + shared + "/publication", "", {{"If-Match", "*"}});
    EXPECT_EQ(ids(ranking(ben), "job.id"), std::vector<std::string>{own});
    const auto stranger = make_user("carl@example.org");
    paste(stranger, resume_text);
    EXPECT_EQ(ids(ranking(stranger), "job.id"), std::vector<std::string>{});
}

TEST_F(RankingTest, ChangesOfJobsAreSeenAtOnce) {
    paste(anna, resume_text);
    const std::string a = add_job(anna, "Developer", near);
    const std::string b = add_job(anna, "Engineer", middle);
    const std::string path = "/api/jobs/" + a;
    const auto worse = ask(&anna, Method::put, path, json_of({{"title", "Welder"}, {"description", far}}),
                           matching(anna, path));
    EXPECT_LT(at(worse, "fit").to_number<double>(), 20);
    EXPECT_EQ(ids(ranking(anna), "job.id"), (std::vector<std::string>{b, a}));
    EXPECT_EQ(send(&anna, Method::delete_, path, "", matching(anna, path)).status, 204);
    EXPECT_EQ(ids(ranking(anna), "job.id"), std::vector<std::string>{b});
    EXPECT_EQ(text_at(ranking(anna), "considered"), "1");
}

TEST_F(RankingTest, CorrectionsOfThePersonCount) {
    const std::string resume = paste(anna, "Skills\nPython, Qube9\n");
    const std::string a = add_job(anna, "Developer", "Requirements\n• Python\n• Ruby\n");
    const std::string b = add_job(anna, "Engineer", "Requirements\n• Kubernetes\n");
    const std::string c = add_job(anna, "Operator", "Requirements\n• Qube9\n• Welding\n");
    EXPECT_EQ(ids(ranking(anna), "job.id").front(), a);
    ask(&anna, Method::post, "/api/aliases",
        json_of({{"text", "qube9"}, {"action", "confirm"}, {"skill_id", "hw:kubernetes"}}), {}, 201);
    auto found = ranking(anna);
    EXPECT_EQ(ids(found, "job.id").front(), b) << "in the résumé";
    double fit = 0;
    for (const auto& item : found.at("items").as_array()) {
        if (text_at(item, "job.id") == c) fit = item.at("fit").to_number<double>();
    }
    EXPECT_GT(fit, 30) << "and in a job that writes it so";
    // What is not asked for after all.
    ask(&anna, Method::post, "/api/corrections",
        json_of({{"job_id", a}, {"action", "remove"}, {"skill_id", "hw:ruby"}}), {}, 201);
    const auto of_job = ask(&anna, Method::get, "/api/jobs/" + a);
    EXPECT_EQ(ids(ranking(anna), "job.id").size(), 3U) << "each job once";
    ask(&anna, Method::post, "/api/corrections",
        json_of({{"resume_id", resume}, {"action", "level"}, {"skill_id", "hw:python"}, {"level", 6.5}}), {},
        201);
    found = ranking(anna);
    EXPECT_EQ(ids(found, "job.id").front(), a);
    EXPECT_GE(at(found, "items.0.fit").to_number<double>(), at(of_job, "fit").to_number<double>());
}

TEST_F(RankingTest, ACorrectionOfAPublishedJobIsThePersonsOwn) {
    const std::string job = add_job(admin, "Developer", "Requirements\n• Python\n• Ruby\n");
    ask(&admin, Method::put, "/api/jobs/" + job + "/publication", "", {{"If-Match", "*"}});
    paste(anna, resume_text);
    paste(ben, resume_text);
    const auto before = ranking(ben);
    ask(&anna, Method::post, "/api/corrections",
        json_of({{"job_id", job}, {"action", "remove"}, {"skill_id", "hw:ruby"}}), {}, 201);
    EXPECT_GT(at(ranking(anna), "items.0.fit").to_number<double>(),
              at(before, "items.0.fit").to_number<double>());
    EXPECT_EQ(ranking(ben), before);
}

TEST_F(RankingTest, NothingToRankIsSaid) {
    EXPECT_EQ(send(&anna, Method::get, "/api/jobs/ranking").status, 404) << "no résumé";
    add_job(anna, "Developer", near);
    const auto list = ask(&anna, Method::get, "/api/jobs?sort=fit");
    EXPECT_EQ(text_at(list, "items.0.fit"), "null");
    const std::string others = paste(ben, resume_text);
    EXPECT_EQ(send(&anna, Method::get, "/api/jobs/ranking?resume_id=" + others).status, 404);
    EXPECT_EQ(ranking(ben).at("items").as_array().size(), 0U) << "no jobs";
    for (const char* query : {"?limit=0", "?limit=101", "?saved=perhaps", "?top=3"})
        EXPECT_EQ(send(&ben, Method::get, std::string("/api/jobs/ranking") + query).status, 400) << query;
    EXPECT_EQ(send(nullptr, Method::get, "/api/jobs/ranking").status, 401);
}

TEST_F(RankingTest, AJobThatAsksForNothingHasNoFit) {
    paste(anna, resume_text);
    const std::string empty = add_job(anna, "A", "We are a nice place.");
    add_job(anna, "Welder", far);
    if (text_at(ask(&anna, Method::get, "/api/jobs/" + empty), "requirements") == "0") {
        EXPECT_EQ(text_at(ask(&anna, Method::get, "/api/jobs/" + empty), "fit"), "null");
        EXPECT_EQ(ids(ask(&anna, Method::get, "/api/jobs?sort=fit"), "id").back(), empty);
    }
}

TEST_F(RankingTest, SavedJobsAndOthersCanBeRankedAlone) {
    paste(anna, resume_text);
    const std::string a = add_job(anna, "Developer", near);
    const std::string b = add_job(anna, "Engineer", middle);
    const std::string c = add_job(anna, "Welder", far);
    ask(&anna, Method::post, "/api/job-collections/" + c, "", {}, 201);
    ask(&anna, Method::post, "/api/job-collections/" + b, "", {}, 201);
    EXPECT_EQ(ids(ranking(anna, "?saved=true"), "job.id"), (std::vector<std::string>{b, c}));
    const auto others = ranking(anna, "?saved=false");
    EXPECT_EQ(ids(others, "job.id"), std::vector<std::string>{a});
    EXPECT_EQ(text_at(others, "considered"), "1");
}

TEST_F(RankingTest, ListsAreSortedByFitPageByPage) {
    paste(anna, resume_text);
    std::vector<std::string> expected;
    for (int i = 0; i < 3; ++i) add_job(anna, "Welder", far, "Zeta");
    for (int i = 0; i < 3; ++i) add_job(anna, "Developer", near, "alpha");
    for (int i = 0; i < 3; ++i) add_job(anna, "Engineer", middle, "Beta");
    for (const auto& id : ids(ranking(anna), "job.id")) expected.push_back(id);
    std::vector<std::string> joined;
    std::string cursor;
    do {
        const auto page = ask(&anna, Method::get, "/api/jobs?sort=fit&limit=2" + cursor);
        for (const auto& id : ids(page, "id")) joined.push_back(id);
        const std::string next = text_at(page, "next_cursor");
        cursor = next == "null" ? "" : "&cursor=" + next;
    } while (!cursor.empty());
    EXPECT_EQ(joined, expected);
    EXPECT_EQ(ask(&anna, Method::get, "/api/jobs?min_fit=80").at("items").as_array().size(), 3U);
    EXPECT_EQ(ask(&anna, Method::get, "/api/jobs?min_fit=80&company=zeta").at("items").as_array().size(), 0U);
    const auto by_company = ask(&anna, Method::get, "/api/jobs?sort=company");
    EXPECT_EQ(text_at(by_company, "items.0.company"), "alpha");
    EXPECT_EQ(text_at(by_company, "items.8.company"), "Zeta");
    const auto relevant = ask(&anna, Method::get, "/api/jobs/search?q=welder");
    EXPECT_EQ(relevant.at("items").as_array().size(), 3U);
    for (const char* query : {"?sort=best", "?min_fit=101", "?min_fit=x", "?sort=relevance"})
        EXPECT_EQ(send(&anna, Method::get, std::string("/api/jobs") + query).status, 400) << query;
}

/// More jobs than are sorted at once: the pages follow the ranking, with a filter and without.
TEST_F(RankingTest, ManyJobsAreListedByFitPieceByPiece) {
    paste(anna, resume_text);
    const auto& knowledge = parts().knowledge;
    const std::vector<const char*> texts = {near, middle, far, "We are a nice place."};
    store::Job job;
    job.owner_id = anna.id;
    job.title = "Job";
    job.source = "manual";
    job.created_at = job.updated_at = now_;
    std::vector<std::pair<std::string, std::int64_t>> read;  // profile, number of requirements
    for (const char* text : texts) {
        job.description = text;
        const auto found = flows::read_job(knowledge, job, {});
        read.emplace_back(flows::profile_to_store(knowledge, flows::make_profile(knowledge, found)),
                          static_cast<std::int64_t>(found.job.requirements.size()));
    }
    ASSERT_EQ(read.back().second, 0);
    std::vector<std::pair<std::string, std::string>> jobs;  // id, company
    ASSERT_TRUE(parts().database.write([&](sql::Connection& c) -> Result<void> {
        jobs.clear();
        for (std::size_t i = 0; i < 1100; ++i) {
            job.id = make_uuid();
            job.company = i / 4 % 2 == 0 ? "Acme" : "Other";
            job.description = texts[i % 4];
            job.requirements = read[i % 4].second;
            jobs.emplace_back(job.id, job.company);
            if (auto added = store::add_job(c, job, read[i % 4].first, flows::words_of(job)); !added)
                return added;
        }
        return {};
    }));
    for (const auto& [id, unused] : jobs) parts().ranking.jobs().changed(id);
    const auto candidate = parts().ranking.find_candidate(anna.id, std::nullopt).value();
    const auto expected = [&](const std::string& company, double least) {
        std::vector<std::pair<double, std::string>> places;
        for (const auto& [id, of] : jobs) {
            const double fit = parts().ranking.fits(*candidate, std::span(&id, 1)).front().value_or(-1);
            if ((company.empty() || company == of) && fit >= least) places.emplace_back(fit, id);
        }
        std::sort(places.begin(), places.end(), std::greater<>());
        std::vector<std::string> out;
        for (const auto& [fit, id] : places) out.push_back(id);
        return out;
    };
    const auto listed = [&](const std::string& query) {
        std::vector<std::string> out;
        std::string cursor;
        do {
            const auto page = ask(&anna, Method::get, "/api/jobs?sort=fit&limit=90" + query + cursor);
            for (const auto& id : ids(page, "id")) out.push_back(id);
            const std::string next = text_at(page, "next_cursor");
            cursor = next == "null" ? "" : "&cursor=" + next;
        } while (!cursor.empty());
        return out;
    };
    EXPECT_EQ(listed(""), expected("", -1));
    EXPECT_EQ(listed("&company=acme"), expected("Acme", -1));
    EXPECT_EQ(listed("&min_fit=50"), expected("", 50));
    EXPECT_GT(expected("", 50).size(), 200U);
    EXPECT_LT(expected("", 50).size(), 900U);
}

TEST_F(RankingTest, WordsOfTheTitleAreMoreRelevantThanThoseOfTheText) {
    const std::string in_title = add_job(anna, "Python developer", "Requirements\n• Docker\n");
    add_job(anna, "Baker", "Requirements\n• Python on the side\n");
    EXPECT_EQ(ids(ask(&anna, Method::get, "/api/jobs/search?q=python"), "id").front(), in_title);
    EXPECT_EQ(ids(ask(&anna, Method::get, "/api/jobs/search?q=python&sort=newest"), "id").back(), in_title);
}

/// The index of all jobs is of no use to a process that only works.
TEST_F(RankingTest, OnlyWhoAnswersRequestsReadsAllJobs) {
    auto worker = app::Backend::open(configuration_, knowledge(), [this]() -> Timestamp { return now_; });
    ASSERT_TRUE(worker);
    EXPECT_FALSE((*worker)->parts().ranking.jobs().started());
    (void)(*worker)->make_router();
    EXPECT_TRUE((*worker)->parts().ranking.jobs().started());
}

/// Another process on the same database: what it writes is heard of, and what it deletes.
TEST_F(RankingTest, WhatAnotherProcessChangesIsNoticed) {
    if (parts().database.dialect() == sql::Dialect::sqlite)
        GTEST_SKIP() << "one process has a SQLite file to itself";
    paste(anna, resume_text);
    const std::string first = add_job(anna, "Engineer", middle);
    EXPECT_EQ(ids(ranking(anna), "job.id").size(), 1U);
    auto other = app::Backend::open(configuration_, knowledge(), [this]() -> Timestamp { return now_; });
    ASSERT_TRUE(other);
    store::Job job;
    job.id = make_uuid();
    job.owner_id = anna.id;
    job.title = "Developer";
    job.description = near;
    const auto read = flows::read_job((*other)->parts().knowledge, job, {});
    job.requirements = static_cast<std::int64_t>(read.job.requirements.size());
    const auto profile = flows::profile_to_store((*other)->parts().knowledge,
                                                 flows::make_profile((*other)->parts().knowledge, read));
    ASSERT_TRUE((*other)->parts().database.write(
        [&](sql::Connection& c) { return store::add_job(c, job, profile, flows::words_of(job)); }));
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(120);
    const auto wait_for = [&](const std::vector<std::string>& wanted) {
        std::vector<std::string> found;
        do {
            found = ids(ranking(anna), "job.id");
        } while (found != wanted && std::chrono::steady_clock::now() < until);
        EXPECT_EQ(found, wanted);
    };
    wait_for({job.id, first});
    ASSERT_TRUE((*other)->parts().database.write(
        [&](sql::Connection& c) { return store::delete_job(c, anna.id, job.id, 1); }));
    wait_for({first});
}

TEST_F(RankingTest, ProfilesOfAnEarlierReaderAreMadeAnew) {
    paste(anna, resume_text);
    const std::string id = add_job(anna, "Developer", near);
    const auto before = ranking(anna);
    const auto row = [&] {
        return parts()
            .database.read([&](sql::Connection& c) { return store::find_job_profile(c, id); })
            .value()
            .value();
    };
    const std::string good = row().profile.value;
    ASSERT_TRUE(parts().database.write([&](sql::Connection& c) {
        return c.run("update jobs set profile = $2, requirements = 0 where id = $1", id,
                     sql::Bytes{"of an earlier one"});
    }));
    parts().ranking.jobs().changed(id);
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(120);
    while ((row().profile.value != good || ranking(anna) != before) &&
           std::chrono::steady_clock::now() < until) {
    }
    EXPECT_EQ(row().profile.value, good);
    EXPECT_EQ(ranking(anna), before) << "the version is the same too";
    EXPECT_EQ(text_at(ask(&anna, Method::get, "/api/jobs/" + id), "requirements"), "2");
}

TEST_F(RankingTest, TheNextSkillIsTheOneThatAddsMostPointsOverAllSavedJobs) {
    paste(anna, resume_text);
    const std::string narrow = add_job(anna, "Operator", "Requirements\n• Kubernetes\n");
    const std::string wide = add_job(anna, "Engineer", middle);
    const std::string wider = add_job(anna, "Engineer", std::string(middle) + "• Docker\n");
    for (const auto& id : {narrow, wide, wider})
        ask(&anna, Method::post, "/api/job-collections/" + id, "", {}, 201);
    const std::string welder = add_job(anna, "Welder", "Requirements\n• Welding\n");
    ask(&anna, Method::post, "/api/job-collections/" + welder, "", {}, 201);
    const auto matrix = ask(&anna, Method::get, "/api/matrix");
    const auto& skills = matrix.at("next_skills").as_array();
    ASSERT_EQ(skills.size(), 3U);
    EXPECT_EQ(text_at(skills[0], "skill.id"), "hw:kubernetes") << "the whole of one job and a part of two";
    EXPECT_EQ(text_at(skills[1], "skill.name"), "Welding") << "the whole of one job";
    EXPECT_EQ(text_at(skills[2], "skill.name"), "Ruby") << "lifts more jobs than welding, but by less";
    EXPECT_EQ(text_at(skills[2], "jobs"), "2");
    for (const auto& skill : skills) {
        const auto& terms = skill.at("per_job").as_array();
        EXPECT_EQ(std::to_string(terms.size()), text_at(skill, "jobs"));
        double sum = 0;
        for (const auto& term : terms) sum += term.at("gain").to_number<double>();
        EXPECT_NEAR(sum, skill.at("gain").to_number<double>(), 0.02) << "the terms make the sum";
    }
    EXPECT_EQ(text_at(skills[0], "per_job.0.job_id"), narrow) << "the largest term first";
    EXPECT_EQ(text_at(skills[1], "per_job.0.job_id"), welder);
    EXPECT_EQ(text_at(skills[1], "per_job.0.title"), "Welder");
    const auto small = ask(&anna, Method::get, "/api/matrix?limit=1");
    EXPECT_EQ(small.at("jobs").as_array().size(), 1U);
    EXPECT_EQ(small.at("next_skills"), matrix.at("next_skills")) << "over all saved jobs, not those shown";
    EXPECT_EQ(ask(&ben, Method::get, "/api/matrix").at("next_skills").as_array().size(), 0U);
}

TEST_F(RankingTest, TheMatrixHoldsEveryResumeAgainstEverySavedJob) {
    EXPECT_EQ(ask(&anna, Method::get, "/api/matrix").at("cells").as_array().size(), 0U)
        << "nothing there yet";
    const std::string first = paste(anna, resume_text);
    const std::string second = paste(anna, "Skills\nWelding, Kubernetes\n");
    const std::string a = add_job(anna, "Developer", near);
    const std::string b = add_job(anna, "Engineer", middle);
    const std::string c = add_job(anna, "Operator", "Requirements\n• Kubernetes\n• Python\n");
    for (const auto& id : {a, b, c}) ask(&anna, Method::post, "/api/job-collections/" + id, "", {}, 201);
    add_job(anna, "Not saved", far);
    const auto matrix = ask(&anna, Method::get, "/api/matrix");
    EXPECT_EQ(matrix.at("resumes").as_array().size(), 2U);
    ASSERT_EQ(matrix.at("jobs").as_array().size(), 3U);
    ASSERT_EQ(matrix.at("cells").as_array().size(), 6U);
    EXPECT_EQ(text_at(matrix, "next_skills.0.skill.id"), "hw:kubernetes");
    EXPECT_EQ(text_at(matrix, "next_skills.0.jobs"), "2");
    EXPECT_GT(at(matrix, "next_skills.0.hours").to_number<double>(), 0);
    for (const auto& cell : matrix.at("cells").as_array()) {
        const auto fit = ask(&anna, Method::get, "/api/jobs?resume_id=" + text_at(cell, "resume_id"));
        for (const auto& job : fit.at("items").as_array()) {
            if (text_at(job, "id") == text_at(cell, "job_id")) EXPECT_EQ(job.at("fit"), cell.at("score"));
        }
        EXPECT_EQ(text_at(cell, "gap_report_id") == "null", text_at(cell, "resume_id") != first)
            << "saving made a report with the default résumé";
    }
    ask(&anna, Method::post, "/api/job-collections/" + b + "/stages", R"({"stage":"applied"})", {}, 201);
    const auto applied = ask(&anna, Method::get, "/api/matrix?stage=applied&resume_id=" + second);
    EXPECT_EQ(applied.at("cells").as_array().size(), 1U);
    EXPECT_EQ(text_at(applied, "jobs.0.job_id"), b);
    EXPECT_EQ(ask(&anna, Method::get, "/api/matrix?limit=2").at("jobs").as_array().size(), 2U);
    EXPECT_EQ(ask(&ben, Method::get, "/api/matrix").at("jobs").as_array().size(), 0U);
    for (const std::string query : {"?stage=hired", "?limit=101", "?resume_id=x", "?rows=2"})
        EXPECT_EQ(send(&anna, Method::get, "/api/matrix" + query).status, 400) << query;
    EXPECT_EQ(send(&ben, Method::get, "/api/matrix?resume_id=" + first).status, 400) << "somebody else's";
    EXPECT_EQ(send(nullptr, Method::get, "/api/matrix").status, 401);
}

}  // namespace
}  // namespace headway::test
