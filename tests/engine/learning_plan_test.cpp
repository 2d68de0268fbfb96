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
        EXPECT_FALSE(s.alternative);
        sum += s.gain;
    }
    EXPECT_GT(sum, 0);
    EXPECT_LE(report.score + sum, 100 + 1e-9);
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
    EXPECT_FALSE(steps[0].alternative);
    EXPECT_TRUE(steps[4].alternative);
    std::set<std::uint32_t> resources;
    for (const auto& s : steps) resources.insert(s.resource);
    EXPECT_EQ(resources.size(), 5U) << "none twice";
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

TEST(LearningCorpus, WhatShipsIsSoundAndWide) {
    career::LearningCorpus corpus;
    std::set<std::string> urls;
    for (const auto& entry : std::filesystem::directory_iterator(HEADWAY_SOURCE_DIR "/data/learning")) {
        if (entry.path().extension() != ".tsv") continue;
        std::ostringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        const auto added = corpus.add(text.str(), entry.path().filename().string(), catalog());
        ASSERT_TRUE(added) << added.error().message();
    }
    for (const auto& r : corpus.resources()) EXPECT_TRUE(urls.insert(r.url).second) << r.url << " twice";
    EXPECT_GE(corpus.resources().size(), 1500U);
    EXPECT_GE(corpus.skill_count(), 400U);
}

}  // namespace
}  // namespace headway::test
