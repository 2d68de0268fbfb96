// SPDX-License-Identifier: GPL-3.0-or-later
// How much an ad wants what it names, in the ways people say it.
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "engine/shipped_engine.hpp"

namespace headway::test {
namespace {

/// The need of Docker where one line of a list asks for it; "none" when nothing of it is asked for.
std::string need_of_docker(const std::string& line) {
    const auto report =
        gap_between("Skills\nFiling\n", "Engineer\n\nWhat you bring\n- Python\n- " + line + "\n");
    const career::RequirementResult* found = find_requirement(report, "Docker");
    if (found == nullptr) return "none";
    return found->requirement.need == career::Need::must ? "must" : "nice";
}

TEST(Wishes, WhatWouldBeGoodToHaveIsNoMust) {
    const std::vector<std::string> lines = {
        "Docker would be handy.",
        "Docker comes in handy",
        "Docker is useful.",
        "Experience with Docker would be valuable.",
        "Some Docker would be lovely",
        "Knowing Docker won't hurt.",
        "Docker wouldn't go amiss.",
        "Docker is a nice addition.",
        "Docker experience is considered a strength.",
        "Docker is the icing on the cake",
        "Docker would set you apart.",
        "Docker will make you stand out.",
        "Docker gives you an edge.",
        "Docker would strengthen your application.",
        "Docker will be looked on kindly",
        "If you know Docker, all the better.",
        "Docker (bonus)",
        "Docker useful",
        "Docker, ideally",
        "It would be great if you have used Docker.",
        "We'd be happy to see Docker on your CV.",
        "We like to see Docker.",
        "Extra credit for Docker",
        "Kudos if you know Docker.",
        "Preference will be given to candidates with Docker.",
        "Ideal candidates also know Docker.",
        "You might also have used Docker.",
        "You will stand out with Docker.",
    };
    for (const std::string& line : lines) EXPECT_EQ(need_of_docker(line), "nice") << line;
}

TEST(Wishes, WhatIsNotEssentialIsAWishAllTheSame) {
    const std::vector<std::string> lines = {
        "Docker isn't essential.",
        "Docker is not strictly necessary.",
        "Docker is not a strict requirement.",
        "Docker is not a deal breaker.",
        "Docker is by no means a must.",
        "Docker would be great but is by no means a must.",
        "Though not essential, Docker is something you will meet.",
        "Don't worry if you have never used Docker.",
        "No problem if you don't know Docker yet",
        "Docker, though we can teach you.",
    };
    for (const std::string& line : lines) EXPECT_EQ(need_of_docker(line), "nice") << line;
}

TEST(Wishes, ALanguageIsOneWhereItIsWishedFor) {
    const auto report = gap_between(
        "Skills\nFiling\n",
        "Engineer\n\nWhat you bring\n- Python\n- German would be great but is by no means a must\n");
    const career::RequirementResult* german = find_requirement(report, "German");
    ASSERT_NE(german, nullptr);
    EXPECT_EQ(german->requirement.need, career::Need::nice);
}

TEST(Wishes, WhatNobodyGetsInWithoutIsAMust) {
    const std::vector<std::string> lines = {
        "Docker is essential.",
        "Docker is non-negotiable.",
        "You cannot do this job without Docker.",
        "Applicants without Docker will not be considered.",
        "Without Docker you will not get far here.",
        "We can only consider people with Docker.",
        "Docker required, Kubernetes would be handy",
        "Kubernetes would be handy; Docker is a must",
        "You will be great with Docker.",
        "Useful tools for Docker",
    };
    for (const std::string& line : lines) EXPECT_EQ(need_of_docker(line), "must") << line;
}

}  // namespace
}  // namespace headway::test
