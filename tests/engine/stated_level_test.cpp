// SPDX-License-Identifier: GPL-3.0-or-later
// How far a résumé says it goes, in the ways people say it.
#include <algorithm>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "engine/shipped_engine.hpp"

namespace headway::test {
namespace {

/// The held level of Docker where one line of a list of skills says it; −1 when it is not held.
double level_of_docker(const std::string& line) {
    const auto report = gap_between("Skills\n- Python 2/5\n- " + line + "\n- Git 3/5\n",
                                    "Engineer\n\nRequirements\n- Docker\n");
    const career::RequirementResult* found = find_requirement(report, "Docker");
    return found != nullptr && found->held ? found->held->value : -1;
}

void expect_between(double low, double high, const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
        EXPECT_GE(level_of_docker(line), low) << line;
        EXPECT_LE(level_of_docker(line), high) << line;
    }
}

TEST(StatedLevel, EverydayWordsAndMarksOfFiveAreLevels) {
    expect_between(1, 2.4,
                   {"A little Docker", "Docker 1/5", "Docker ●○○○○", "Played around with Docker",
                    "Used Docker for a weekend project", "Docker (beginner)"});
    expect_between(2.3, 3.9, {"Docker ●●●○○", "Docker: 3/5", "I know my way around Docker"});
    expect_between(3.6, 5, {"Docker 4/5", "Docker ★★★★☆", "At home in Docker", "Power user of Docker"});
    expect_between(4.8, 7,
                   {"Docker 5/5", "Docker ●●●●●", "Mastered Docker", "The go-to person for Docker",
                    "Gave talks on Docker", "I know Docker inside out"});
}

TEST(StatedLevel, AWordInBracketsIsOfWhatStandsBeforeThemOnly) {
    EXPECT_GT(level_of_docker("Docker, Terraform (beginner), AWS"), 2);
    EXPECT_LT(level_of_docker("Terraform, Docker (beginner), AWS"), 2);
    EXPECT_LT(level_of_docker("Docker (3.x, beginner), AWS"), 2);
}

TEST(StatedLevel, ADateLeftOpenLastsUntilToday) {
    const auto level = [](const std::string& dates) {
        const auto report = gap_between(
            "Ann Lee\n\nExperience\nDeveloper at Tern " + dates + "\n- Services in Docker for the brokers\n",
            "Engineer\n\nRequirements\n- Docker\n");
        return find_requirement(report, "Docker")->held->value;
    };
    EXPECT_EQ(level("(2019 - )"), level("(2019 - present)"));
    EXPECT_EQ(level("2019 –"), level("2019 – present"));
    EXPECT_GT(level("(2019 - )"), level("(2026 - )"));
}

TEST(StatedLevel, WhoSpeaksALanguageHasTheLanguage) {
    const auto report =
        gap_between("Ann Lee\n\nLanguages\nI speak Spanish\n", "Clerk\n\nRequirements\n- Spanish\n");
    const career::RequirementResult* spanish = find_requirement(report, "Spanish");
    ASSERT_NE(spanish, nullptr);
    EXPECT_GT(spanish->certainty, 0.9);
}

}  // namespace
}  // namespace headway::test
