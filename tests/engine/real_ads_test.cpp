// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong on ads as people publish them. Named after what broke.
#include <gtest/gtest.h>

#include "engine/shipped_engine.hpp"

namespace headway::test {
namespace {

bool asks(const std::string& job, const std::string& skill) {
    return find_requirement(gap_between("Skills\nFiling\n", job), skill) != nullptr;
}

TEST(RealAds, AreasWrittenSmallAreFound) {
    const char* job =
        "Clerk\n\nRequirements\n• experience in payroll\n• welding and carpentry\n• knowledge of accounting, "
        "marketing\n"
        "• hands-on experience in devops\n";
    for (const char* skill : {"Payroll", "Welding", "Carpentry", "Accounting", "Marketing", "DevOps"}) {
        EXPECT_TRUE(asks(job, skill)) << skill;
    }
}

TEST(RealAds, HeadingsInsideALineThatLostItsBreaksAreHeadings) {
    const std::string job =
        "Backend Developer\n\nWe ship a scheduling product that thousands of clinics open each morning and "
        "we care for "
        "it. What you bring Several years of Python and PostgreSQL in production What we offer you A yoga "
        "class and "
        "French lessons on Fridays\n";
    EXPECT_TRUE(asks(job, "Python"));
    EXPECT_TRUE(asks(job, "PostgreSQL"));
    EXPECT_FALSE(asks(job, "French"));
    EXPECT_FALSE(asks(job, "Yoga"));
}

TEST(RealAds, AWordInsideASentenceIsNoHeading) {
    const std::string job =
        "Analyst\n\nRequirements\nYou turn the Requirements of our customers, who write them down in long "
        "documents, into "
        "SQL queries and Tableau dashboards, and you talk about the Benefits of each with people from "
        "finance who then "
        "decide; you know Python.\n";
    EXPECT_TRUE(asks(job, "Python"));
    EXPECT_TRUE(asks(job, "SQL"));
}

TEST(RealAds, EmployersOwnSentencesAskForNothing) {
    const std::string job =
        "Developer\n\nRequirements\nPython\nWe strive to build lasting partnerships with each of our "
        "clients.\n"
        "We embrace a culture of experimentation.\n";
    const auto report = gap_between("Skills\nFiling\n", job);
    ASSERT_EQ(report.requirements.size(), 1U);
    EXPECT_EQ(report.requirements[0].requirement.name, "Python");
}

TEST(RealAds, MonthsAreNoNamesOfProducts) {
    EXPECT_FALSE(asks("Developer\n\nRequirements\n• Python\n• Please start in September\n", "September"));
}

TEST(RealAds, TagsBetweenSpacesAreAList) {
    const std::string job =
        "Developer\n\nTechnologies\nreactjs css spring java\n\nJob description\nYou write pages.\n";
    for (const char* skill : {"React", "CSS", "Java"}) EXPECT_TRUE(asks(job, skill)) << skill;
}

TEST(RealAds, LanguagesNextToSkillsAreAsked) {
    EXPECT_TRUE(
        asks("Clerk\n\nRequirements\nYou must have good English skills and like people.\n", "English"));
    EXPECT_TRUE(asks("Clerk\n\nRequirements\nCommunicate effortlessly in German with our customers there.\n",
                     "German"));
}

TEST(RealAds, MisspeltProductsBesideOthersAreMended) {
    const auto report = gap_between("Skills\nPostgreSQL, Kuberntes, Docker\n",
                                    "Developer\n\nRequirements\n• Kubernetes\n• Javascrpt, HTML, CSS\n");
    const auto* kubernetes = find_requirement(report, "Kubernetes");
    ASSERT_NE(kubernetes, nullptr);
    ASSERT_FALSE(kubernetes->evidence.empty());
    EXPECT_EQ(kubernetes->evidence.front().text, "Kuberntes");
    EXPECT_NE(find_requirement(report, "JavaScript"), nullptr);
}

TEST(RealAds, AWordNearAProductsNameIsNotTheProductWhereNobodyAsksForIt) {
    const auto report = gap_between("Jasmin Keller\nBern\n\nExperience\nClerk at Dockerty and Sons\n",
                                    "Developer\n\nRequirements\n• Docker\n• Jasmine\n");
    EXPECT_EQ(find_requirement(report, "Docker")->status, career::Status::missing);
}

TEST(RealAds, WantingToLearnOneKindTakesNothingFromTheField) {
    const auto report =
        gap_between("Skills\nTIG welding, Stick welding\n\nNot yet\nOrbital welding: I want to learn it.\n",
                    "Welder\n\nRequirements\n• welding\n");
    const auto* welding = find_requirement(report, "Welding");
    ASSERT_NE(welding, nullptr);
    EXPECT_NE(welding->status, career::Status::missing);
}

}  // namespace
}  // namespace headway::test
