// SPDX-License-Identifier: GPL-3.0-or-later
// What published ads say beside what they ask for, and how their lists run on.
#include <algorithm>
#include <gtest/gtest.h>
#include <string>

#include "engine/shipped_engine.hpp"

namespace headway::test {
namespace {

career::GapReport held_against(const std::string& job) {
    return gap_between("Skills\nFiling\n", job);
}

bool asks(const std::string& job, const std::string& skill) {
    return find_requirement(held_against(job), skill) != nullptr;
}

TEST(AdsOfEmployers, FieldsOfThoseWhomOneWorksWithAreNotAskedFor) {
    EXPECT_FALSE(asks("Clerk\n\nDuties\n• Work closely with marketing and legal teams on the yearly fair\n",
                      "Marketing"));
    EXPECT_FALSE(
        asks("Clerk\n\nDuties\n• Liaise with the procurement department about late crates\n", "Procurement"));
    EXPECT_TRUE(asks("Clerk\n\nDuties\n• Lead the marketing team through the yearly fair\n", "Marketing"));
    EXPECT_TRUE(asks("Clerk\n\nRequirements\n• Experience with managing procurement teams\n", "Procurement"));
    EXPECT_TRUE(asks("Clerk\n\nRequirements\n• Marketing with a small team\n", "Marketing"));
}

TEST(AdsOfEmployers, WhoMakesUpATeamIsNotAskedFor) {
    const std::string job = "Clerk\n\nDuties\nYou will join a team of cheerful problem solvers by the sea.\n";
    EXPECT_FALSE(asks(job, "Problem solving"));
    EXPECT_TRUE(asks("Clerk\n\nRequirements\n• A cheerful problem solver\n", "Problem solving"));
}

TEST(AdsOfEmployers, AHeadingAtTheEndOfALineHeadsWhatFollows) {
    const auto report = held_against(
        "Developer\n\nRequirements\nSix years or more of work with Java in banks Preferred Qualifications:\n"
        "Terraform\nJenkins\n");
    EXPECT_EQ(find_requirement(report, "Java")->requirement.need, career::Need::must);
    EXPECT_EQ(find_requirement(report, "Terraform")->requirement.need, career::Need::nice);
    EXPECT_FALSE(
        asks("Clerk\n\nRequirements\nYou write German and English without a slip What we offer:\n"
             "Yoga and Spanish lessons\n",
             "Spanish"));
}

TEST(AdsOfEmployers, StrongUnderstandingIsMoreThanUnderstanding) {
    const auto strong = held_against("Developer\n\nRequirements\n• Strong understanding of Kubernetes\n");
    const auto some = held_against("Developer\n\nRequirements\n• Understanding of Kubernetes\n");
    EXPECT_GT(find_requirement(strong, "Kubernetes")->requirement.needed.value,
              find_requirement(some, "Kubernetes")->requirement.needed.value + 0.5);
    const auto basics = held_against("Developer\n\nRequirements\n• Strong fundamentals in Kubernetes\n");
    EXPECT_GT(find_requirement(basics, "Kubernetes")->requirement.needed.value, 3.5);
}

TEST(AdsOfEmployers, ALevelBehindAStarBelongsToTheNextLine) {
    const auto report = held_against(
        "Developer\n\nRequirements\n• Knowledge of pages (e.g. React, Node.js) * Familiarity with "
        "Kubernetes\n");
    EXPECT_GT(find_requirement(report, "Node.js")->requirement.needed.value, 2.5);
    EXPECT_LT(find_requirement(report, "Kubernetes")->requirement.needed.value, 2.5);
}

TEST(AdsOfEmployers, AQuestionToTheReaderIsAHeading) {
    const auto report = held_against(
        "Developer\n\nRequirements\n• What do you need to thrive at Lantern & Sons?\n• Python\n");
    ASSERT_EQ(report.requirements.size(), 1U);
    EXPECT_EQ(report.requirements.front().requirement.name, "Python");
}

TEST(AdsOfEmployers, WhatOneNeedNotHaveIsNotAskedFor) {
    EXPECT_FALSE(
        asks("Developer\n\nRequirements\nYou know Python. You are not required to have a bachelor's "
             "degree here.\n",
             "Bachelor's degree"));
    EXPECT_TRUE(asks("Developer\n\nRequirements\nA bachelor's degree is required.\n", "Bachelor's degree"));
}

TEST(AdsOfEmployers, EqualChancesBehindAListAskForNothing) {
    EXPECT_FALSE(
        asks("Developer\n\nRequirements\n• Python. By law we make reasonable accommodations for any "
             "mental health needs.\n",
             "Mental health care"));
}

TEST(AdsOfEmployers, WhatTheHouseDidIsNotAskedFor) {
    EXPECT_FALSE(
        asks("Developer\n\nIn 2016 the bakery opened its first shop with wholesale and logistics.\n\n"
             "You know Python.\n",
             "Logistics"));
}

TEST(AdsOfEmployers, TheHiringOfThisPostIsNotItsWork) {
    EXPECT_FALSE(
        asks("Baker\n\nYou bake rye bread.\n\nWe take all letters into the recruitment process and look "
             "forward to receiving yours.\n",
             "Recruiting"));
    EXPECT_TRUE(asks("Clerk\n\nDuties\n• Run the recruitment process from ad to contract\n", "Recruiting"));
}

TEST(AdsOfEmployers, WhereOneLearnsMoreIsNotAskedFor) {
    const std::string job =
        "Baker\n\nYou bake rye bread. For more information please call the head of public health. "
        "The post offers you lessons in Spanish.\n";
    EXPECT_FALSE(asks(job, "Public health"));
    EXPECT_FALSE(asks(job, "Spanish"));
    EXPECT_TRUE(asks("Nurse\n\nYou must know public health.\n", "Public health"));
}

TEST(AdsOfEmployers, AListMayBeginBesideItsHeading) {
    const auto report = held_against(
        "Developer\n\nRequirements\nYou know Python well.\nWe offer: * Lunch and fruit\n* A lively and sunny "
        "place of work\n"
        "* Kind and busy colleagues who bake\n");
    ASSERT_EQ(report.requirements.size(), 1U);
    EXPECT_EQ(report.requirements.front().requirement.name, "Python");
}

TEST(AdsOfEmployers, WhoOneReportsToIsNoSkill) {
    EXPECT_FALSE(asks("Clerk\n\nDuties\n• Measure sales and report to leadership\n", "Leadership"));
    EXPECT_FALSE(asks("Clerk\n\nDuties\n• Present the figures to senior leadership\n", "Leadership"));
    EXPECT_TRUE(asks("Clerk\n\nRequirements\n• Experience in leadership\n", "Leadership"));
    EXPECT_TRUE(asks("Clerk\n\nRequirements\n• A fresh approach to leadership\n", "Leadership"));
}

TEST(AdsOfEmployers, InitiativesAreProjects) {
    EXPECT_FALSE(asks("Clerk\n\nDuties\n• Speak for the town in regional initiatives\n", "Self-motivation"));
    EXPECT_TRUE(asks("Clerk\n\nRequirements\n• Shows initiative\n", "Self-motivation"));
}

TEST(AdsOfEmployers, ServersAreNotConductedNorWired) {
    const std::string job =
        "Administrator\n\nRequirements\n• Kubernetes, container orchestration, orchestration tools\n• Cloud "
        "automation with Python\n";
    EXPECT_FALSE(asks(job, "Music theory and composition"));
    EXPECT_FALSE(asks(job, "Control engineering"));
    EXPECT_TRUE(asks("Composer\n\nRequirements\n• Orchestration for a brass choir\n",
                     "Music theory and composition"));
}

}  // namespace
}  // namespace headway::test
