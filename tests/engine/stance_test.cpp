// SPDX-License-Identifier: GPL-3.0-or-later
// What makes a skill hoped for or denied, and what only looks like it.
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "engine/shipped_engine.hpp"

namespace headway::test {
namespace {

struct Line {
    const char* text;
    const char* skill;
};

career::Support support_of(const std::string& line, const std::string& skill) {
    const auto report = gap_between("Skills\nFiling\n\nExperience\nClerk, Mill Ltd, 2019 to now\n• " + line +
                                        "\n• Wrote scripts for Docker and Ansible.\n",
                                    "Clerk\n\nRequirements\n• " + skill + "\n");
    const auto* found = find_requirement(report, skill);
    EXPECT_NE(found, nullptr) << skill;
    return found == nullptr ? career::Support::none : found->support;
}

void expect_named(const std::vector<Line>& lines) {
    for (const Line& line : lines)
        EXPECT_EQ(support_of(line.text, line.skill), career::Support::named) << line.text;
}

void expect_not_named(const std::vector<Line>& lines) {
    for (const Line& line : lines)
        EXPECT_NE(support_of(line.text, line.skill), career::Support::named) << line.text;
}

TEST(Stance, OrderInAListOfSkillsChangesNothing) {
    const char* job = "Engineer\n\nRequirements\n• PyTorch\n• TensorFlow\n";
    const auto behind = gap_between("Skills: transfer learning, PyTorch, TensorFlow\n", job);
    const auto before = gap_between("Skills: PyTorch, TensorFlow, transfer learning\n", job);
    EXPECT_GT(behind.score, 90);
    EXPECT_DOUBLE_EQ(behind.score, before.score);
}

TEST(Stance, LearningThatOneTeachesIsNoHope) {
    expect_named({{"Project-based learning with Kahoot", "Kahoot"},
                  {"Blended learning in Moodle", "Moodle"},
                  {"Distance learning for adults in Moodle", "Moodle"},
                  {"Learning and development with Workday", "Workday"},
                  {"Supported the learning of new staff in Salesforce", "Salesforce"},
                  {"Exploring, cleaning and joining data in Tableau", "Tableau"}});
}

TEST(Stance, LearningThatOneDoesIsHope) {
    expect_not_named({{"Languages: Rust (learning), Bash", "Rust"},
                      {"Bash, Rust (currently learning)", "Rust"},
                      {"Learning Rust in the evenings", "Rust"},
                      {"Learning the basics of Terraform", "Terraform"},
                      {"I am still learning Kubernetes", "Kubernetes"},
                      {"Started learning Python and Tableau", "Tableau"},
                      {"Now: learning Kubernetes and Terraform", "Terraform"},
                      {"Exploring Rust", "Rust"},
                      {"Plan to learn Terraform", "Terraform"}});
}

TEST(Stance, WhatWorkPlansAndExpectsIsNoHope) {
    expect_named({{"Planned production in SAP", "SAP"},
                  {"Planned, scheduled and tracked repairs in SAP", "SAP"},
                  {"Moved servers as planned, with Terraform", "Terraform"},
                  {"Met expected deadlines with Terraform", "Terraform"},
                  {"Traded futures and options on the Bloomberg Terminal", "Bloomberg Terminal"},
                  {"Filled present and future vacancies with Greenhouse", "Greenhouse"},
                  {"Limited work in progress with Jira", "Jira"}});
}

TEST(Stance, WhatOnePlansAndExpectsForOneselfIsHope) {
    expect_not_named({{"Planned: Terraform", "Terraform"},
                      {"Terraform (planned)", "Terraform"},
                      {"Terraform, expected in May 2027", "Terraform"},
                      {"Terraform – in progress", "Terraform"},
                      {"In progress: Terraform", "Terraform"},
                      {"Course in Terraform in progress", "Terraform"},
                      {"Expected graduation 2027: course in Terraform", "Terraform"}});
}

TEST(Stance, SeekingThingsIsWorkAndSeekingAPositionIsHope) {
    expect_named({{"Seeking leads in HubSpot", "HubSpot"}, {"Looking for bugs with Wireshark", "Wireshark"}});
    expect_not_named({{"Seeking a first position with Wireshark", "Wireshark"},
                      {"Looking for a role in which Terraform counts", "Terraform"}});
}

TEST(Stance, ANegationInsideAWordOrOfSomethingElseDeniesNothing) {
    expect_named({{"Built no-code apps with Airtable", "Airtable"},
                  {"Cut no-shows using Salesforce", "Salesforce"},
                  {"Not-for-profit accounting with QuickBooks", "QuickBooks"},
                  {"Wrote locks to avoid deadlocks in Oracle Database", "Oracle Database"},
                  {"Python without problems and SQL", "SQL"}});
    expect_not_named({{"Work without Python and Terraform", "Terraform"},
                      {"No experience with Python and Terraform", "Terraform"},
                      {"No practice in servers and Terraform", "Terraform"}});
}

TEST(Stance, WhatIsOnlyHeardOfOrWasDoneByOthersIsNotHeld) {
    expect_not_named({{"I have yet to use Terraform", "Terraform"},
                      {"Terraform is new to me", "Terraform"},
                      {"Terraform would be new to me", "Terraform"},
                      {"Terraform: none", "Terraform"},
                      {"Terraform - no experience", "Terraform"},
                      {"I left before the team moved to Terraform", "Terraform"},
                      {"A colleague looked after Terraform", "Terraform"},
                      {"Terraform was handled by another team", "Terraform"},
                      {"Terraform is on my wish list", "Terraform"},
                      {"About to start a course in Terraform", "Terraform"},
                      {"I have heard of Terraform", "Terraform"},
                      {"I know nothing about Terraform", "Terraform"},
                      {"Terraform is not one of my skills", "Terraform"},
                      {"Terraform Associate – exam booked for February", "Terraform"},
                      {"Goal for this year: Terraform", "Terraform"}});
    expect_named({{"There is hardly a day without Terraform", "Terraform"},
                  {"No stranger to Terraform", "Terraform"},
                  {"Releases with Terraform: none failed", "Terraform"},
                  {"Helped a colleague who handled invoices with Terraform", "Terraform"},
                  {"Nobody on the team knew Terraform, so I learned it and taught them", "Terraform"}});
}

TEST(Stance, TheSameHoldsForJobs) {
    for (const Line& line : {Line{"Not-for-profit accounting with QuickBooks", "QuickBooks"},
                             Line{"Experience with no-code tools such as Airtable", "Airtable"},
                             Line{"Know how to avoid downtime in Oracle Database", "Oracle Database"}}) {
        const std::string job = std::string("Clerk\n\nRequirements\n• ") + line.text + "\n";
        EXPECT_NE(find_requirement(gap_between("Skills\nFiling\n", job), line.skill), nullptr) << line.text;
    }
}

}  // namespace
}  // namespace headway::test
