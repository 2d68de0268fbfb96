// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/learning_plan.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <set>
#include <sstream>

#include "engine/shipped_engine.hpp"

namespace headway::test {
namespace {

const std::string header = "title\turl\tpublisher\tkind\thours\tfrom\tto\tskills\n";

const ontology::Catalog& catalog() {
    return shipped_engine().catalog();
}

career::LearningCorpus corpus_of(const std::string& rows) {
    career::LearningCorpus corpus;
    const auto added = corpus.add(header + rows, "test.tsv", catalog());
    EXPECT_TRUE(added) << added.error().message();
    return corpus;
}

std::string row(const std::string& title, const std::string& hours, const std::string& from,
                const std::string& to, const std::string& skills) {
    return title + "\thttps://example.org/" + title + "\tExample\tcourse\t" + hours + "\t" + from + "\t" +
           to + "\t" + skills + "\n";
}

const char* const job = "Developer\n\nRequirements\n• Kubernetes\n• Terraform\n• Python\n";

TEST(LearningPlan, TheBestGainPerHourComesFirst) {
    const auto report = gap_between("Skills\nPython\n", job);
    const auto corpus =
        corpus_of(row("slow", "80", "0", "3.5", "hw:kubernetes") +
                  row("quick", "10", "0", "3.5", "hw:terraform") + row("known", "10", "0", "1", "hw:python"));
    const auto steps = career::plan_learning(report, corpus, catalog(), 0);
    ASSERT_EQ(steps.size(), 2U) << "what is known already is not proposed";
    EXPECT_EQ(corpus.resources()[steps[0].resource].title, "quick");
    EXPECT_EQ(corpus.resources()[steps[1].resource].title, "slow");
    EXPECT_GT(steps[0].gain / steps[0].hours, steps[1].gain / steps[1].hours);
    EXPECT_NE(steps[0].reason.find("Terraform"), std::string::npos);
}

TEST(LearningPlan, GainsAddUpToNoMoreThanTheGap) {
    const auto report = gap_between("Skills\nPython\n", job);
    const auto corpus =
        corpus_of(row("a", "10", "0", "2", "hw:kubernetes") + row("b", "30", "1.5", "3.5", "hw:kubernetes") +
                  row("c", "60", "3", "6", "hw:kubernetes") + row("d", "9", "0", "5", "hw:terraform"));
    double sum = 0;
    for (const auto& s : career::plan_learning(report, corpus, catalog(), 0)) {
        EXPECT_EQ(s.purpose, career::LearningPurpose::closes);
        sum += s.gain;
    }
    EXPECT_GT(sum, 0);
    EXPECT_LE(report.score + sum, 100 + 1e-9);
}

TEST(LearningPlan, WhatIsSomewhatAboveTheLearnerIsForLater) {
    const auto report = gap_between("Skills\nFiling\n", job);
    const auto corpus = corpus_of(row("advanced", "10", "2", "4", "hw:kubernetes"));
    EXPECT_TRUE(career::plan_learning(report, corpus, catalog(), 0).empty());
    const auto steps = career::plan_learning(report, corpus, catalog());
    ASSERT_EQ(steps.size(), 1U);
    EXPECT_EQ(steps[0].purpose, career::LearningPurpose::later);
    EXPECT_NE(steps[0].reason.find("It expects level 2.0"), std::string::npos) << steps[0].reason;
}

TEST(LearningPlan, WhatIsOnlyImpliedCanBeProved) {
    const auto report = gap_between(
        "Experience\nAccountant, Harbour Ltd, 2014 - 2024\n• Separated who orders from who pays.\n",
        "Accountant\n\nRequirements\n• Internal controls\n");
    ASSERT_EQ(report.requirements.size(), 1U);
    ASSERT_LT(report.requirements[0].certainty, 0.75);
    const auto corpus = corpus_of(row("course", "10", "0", "4", "hw:internal-controls") +
                                  row("other", "20", "0", "4", "hw:internal-controls"));
    EXPECT_TRUE(career::plan_learning(report, corpus, catalog(), 0).empty());
    const auto steps = career::plan_learning(report, corpus, catalog());
    ASSERT_EQ(steps.size(), 1U) << "one proof is enough";
    EXPECT_EQ(steps[0].purpose, career::LearningPurpose::proves);
    EXPECT_GE(steps[0].to_level, steps[0].from_level);
    EXPECT_NEAR(career::points_of(report, catalog(),
                                  std::vector<career::ReachedLevel>{{steps[0].skill, steps[0].to_level}}),
                steps[0].gain, 1e-9);
}

TEST(LearningPlan, NothingFarAboveTheLearnerIsProposed) {
    const auto report = gap_between("Skills\nFiling\n", job);
    const auto corpus = corpus_of(row("expert", "10", "4", "6", "hw:kubernetes"));
    EXPECT_TRUE(career::plan_learning(report, corpus, catalog()).empty());
}

TEST(LearningPlan, AlternativesFillUpAndSaySo) {
    const auto report = gap_between("Skills\nPython\n", job);
    std::string rows;
    for (int i = 0; i < 8; ++i)
        rows += row("k" + std::to_string(i), std::to_string(10 + i), "0", "5", "hw:kubernetes");
    const auto corpus = corpus_of(rows);
    const auto steps = career::plan_learning(report, corpus, catalog(), 5);
    ASSERT_EQ(steps.size(), 5U);
    EXPECT_EQ(steps[0].purpose, career::LearningPurpose::closes);
    EXPECT_EQ(steps[4].purpose, career::LearningPurpose::alternative);
    std::set<std::uint32_t> resources;
    for (const auto& s : steps) resources.insert(s.resource);
    EXPECT_EQ(resources.size(), 5U) << "none twice";
}

TEST(LearningPlan, AlternativesTogetherAreWorthTheBestOfThem) {
    const auto report = gap_between("Skills\nPython\n", job);
    const auto kubernetes = *catalog().find_skill("hw:kubernetes");
    const auto terraform = *catalog().find_skill("hw:terraform");
    const auto worth = [&](std::vector<career::ReachedLevel> reached) {
        return career::points_of(report, catalog(), reached);
    };
    EXPECT_EQ(worth({}), 0);
    const double one = worth({{kubernetes, 3}});
    EXPECT_GT(one, 0);
    EXPECT_DOUBLE_EQ(worth({{kubernetes, 3}, {kubernetes, 3}, {kubernetes, 2}}), one);
    EXPECT_DOUBLE_EQ(worth({{kubernetes, 3}, {terraform, 3}}), one + worth({{terraform, 3}}));
    EXPECT_LE(report.score + worth({{kubernetes, 7}, {terraform, 7}}), 100 + 1e-9);
}

TEST(LearningPlan, StepsAreWorthTogetherWhatTheyAreWorthOneAfterTheOther) {
    const auto report = gap_between("Skills\nPython\n", job);
    const auto corpus =
        corpus_of(row("a", "10", "0", "2", "hw:kubernetes") + row("b", "30", "1.5", "3.5", "hw:kubernetes") +
                  row("d", "9", "0", "5", "hw:terraform"));
    double sum = 0;
    std::vector<career::ReachedLevel> reached;
    for (const auto& s : career::plan_learning(report, corpus, catalog(), 0)) {
        sum += s.gain;
        reached.push_back({s.skill, s.to_level});
    }
    EXPECT_EQ(reached.size(), 3U);
    EXPECT_NEAR(career::points_of(report, catalog(), reached), sum, 1e-9);
}

TEST(LearningCorpus, RefusesABadRowWithItsPlace) {
    career::LearningCorpus corpus;
    const std::string good = row("a", "10", "0", "2", "hw:python");
    for (const auto& [bad, column] :
         {std::pair{row("b", "0", "0", "2", "hw:python"), "hours"},
          {row("b", "9", "3", "2", "hw:python"), "to"},
          {row("b", "9", "0", "2", "hw:no-such-skill"), "skills"},
          {std::string("b\tc\n"), "title"},
          {std::string("b\thttp://x.org\tp\tcourse\t9\t0\t2\thw:python\n"), "url"},
          {std::string("b\thttps://x.org\tp\tsermon\t9\t0\t2\thw:python\n"), "kind"}}) {
        const auto added = corpus.add(header + good + bad, "test.tsv", catalog());
        ASSERT_FALSE(added) << bad;
        EXPECT_NE(added.error().where.find("test.tsv, line 3"), std::string::npos) << added.error().message();
        EXPECT_NE(added.error().where.find(column), std::string::npos) << added.error().message();
        EXPECT_TRUE(corpus.resources().empty()) << "all or nothing";
    }
}

career::LearningCorpus shipped_corpus() {
    career::LearningCorpus corpus;
    for (const auto& entry : std::filesystem::directory_iterator(HEADWAY_SOURCE_DIR "/data/learning")) {
        if (entry.path().extension() != ".tsv") continue;
        std::ostringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        const auto added = corpus.add(text.str(), entry.path().filename().string(), catalog());
        EXPECT_TRUE(added) << added.error().message();
    }
    return corpus;
}

TEST(LearningCorpus, WhatShipsIsSoundAndWide) {
    const career::LearningCorpus corpus = shipped_corpus();
    std::set<std::string> urls;
    for (const auto& r : corpus.resources()) EXPECT_TRUE(urls.insert(r.url).second) << r.url << " twice";
    EXPECT_GE(corpus.resources().size(), 1500U);
    EXPECT_GE(corpus.skill_count(), 400U);
}

}  // namespace
}  // namespace headway::test
