// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of an ad that name nothing known: linked when sure, kept in any case, counted once.
#include <algorithm>
#include <deque>
#include <gtest/gtest.h>

#include "career/linked.hpp"
#include "engine/shipped_engine.hpp"

namespace headway::test {
namespace {

using career::Requirement;
using career::Shows;

career::Job read(const char* requirements) {
    static std::deque<std::string> kept;  // a job keeps a view of its text
    kept.push_back(std::string("Opening\n\nRequirements\n") + requirements);
    return shipped_engine().read_job(kept.back(), {0});
}

/// How many pieces of evidence of all requirements are exactly this line.
std::ptrdiff_t times_quoted(const career::Job& job, const std::string& line) {
    std::ptrdiff_t out = 0;
    for (const Requirement& r : job.requirements) {
        out += std::count_if(r.evidence.begin(), r.evidence.end(),
                             [&](const career::Evidence& e) { return e.text == line; });
    }
    return out;
}

TEST(LinkedLines, ALineInOtherWordsIsTiedToItsSkillAndSaysHowSurely) {
    const auto job = read("• Comfort with uncertainty and change\n• Welding\n");
    const auto found =
        std::ranges::find(job.requirements, "Comfort with uncertainty and change", &Requirement::name);
    ASSERT_NE(found, job.requirements.end());
    ASSERT_EQ(found->any_of.size(), 1U);
    EXPECT_EQ(found->evidence.front().shows, Shows::linked);
    EXPECT_GE(found->evidence.front().certainty, 0.6);
    EXPECT_LT(found->evidence.front().certainty, 1);
    EXPECT_DOUBLE_EQ(career::link_certainty(*found), found->evidence.front().certainty);
    EXPECT_NE(found->evidence.front().because.find("In meaning this is"), std::string::npos);
}

TEST(LinkedLines, ALineThatDescribesNothingKnownStaysInItsOwnWords) {
    const auto job = read("• Must enjoy the smell of the old quarry at dawn\n• Welding\n");
    const auto found = std::ranges::find_if(job.requirements, [](const Requirement& r) {
        return r.name.find("old quarry") != std::string::npos;
    });
    ASSERT_NE(found, job.requirements.end());
    EXPECT_TRUE(found->any_of.empty());
    EXPECT_DOUBLE_EQ(career::link_certainty(*found), 1);
}

TEST(LinkedLines, NoLineVanishesAndNoneCountsTwice) {
    const std::vector<std::string> lines = {"Comfort with uncertainty and change", "Dealing with ambiguity",
                                            "Must enjoy the smell of the old quarry at dawn",
                                            "Experience in testing applications on every level",
                                            "Keeps the yard tidy without being told"};
    std::string text;
    for (const std::string& line : lines) text += "• " + line + "\n";
    const auto job = read(text.c_str());
    for (const std::string& line : lines) {
        std::ptrdiff_t holders = 0;
        for (const Requirement& r : job.requirements) {
            holders += std::any_of(r.evidence.begin(), r.evidence.end(), [&](const career::Evidence& e) {
                return line.find(e.text) != std::string::npos;
            });
        }
        EXPECT_GE(holders, 1) << line;
    }
    // Two lines with one meaning are one requirement, with both as its evidence.
    EXPECT_EQ(times_quoted(job, "Comfort with uncertainty and change"), 1);
    for (const Requirement& r : job.requirements) {
        const auto same = std::ranges::count_if(job.requirements, [&](const Requirement& other) {
            return !r.any_of.empty() && other.any_of == r.any_of && other.partial == r.partial;
        });
        EXPECT_LE(same, 1) << r.name;
    }
}

TEST(LinkedLines, AnUnknownProductIsNotLinked) {
    const auto job = read("• Experience with Zorbex Flow Studio is required\n• Python\n");
    const auto found = std::ranges::find(job.requirements, "Zorbex Flow Studio", &Requirement::name);
    ASSERT_NE(found, job.requirements.end());
    EXPECT_TRUE(found->any_of.empty());
}

TEST(LinkedLines, WhatMeetsALinkedLineIsNoSurerThanTheLink) {
    const char* job = "Opening\n\nRequirements\n• Comfort with uncertainty and change\n";
    const auto report = gap_between("Skills\nDealing with ambiguity (expert)\n", job);
    ASSERT_EQ(report.requirements.size(), 1U);
    const auto& r = report.requirements.front();
    EXPECT_LE(r.certainty, career::link_certainty(r.requirement));
    EXPECT_GT(r.coverage, 0);
}

}  // namespace
}  // namespace headway::test
