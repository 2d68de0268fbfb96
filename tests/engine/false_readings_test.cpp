// SPDX-License-Identifier: GPL-3.0-or-later
// Readings that were wrong once, named after what was misread.
#include <algorithm>
#include <gtest/gtest.h>

#include "engine/shipped_engine.hpp"

namespace headway::test {
namespace {

using career::Status;

bool warns(const career::GapReport& report, std::string_view words) {
    return std::ranges::any_of(report.warnings,
                               [&](const std::string& w) { return w.find(words) != std::string::npos; });
}

TEST(FalseReadings, AFinanceDirectorDoesNotDenyFinance) {
    const char* resume =
        "Anna Example\nFinance director\n\nExperience\nFinance Director, Mill Ltd, 2015 to now\n"
        "• No late filing in nine years; deputised for the managing director.\n"
        "• Reported to the board, not to a finance director.\n";
    const auto report = gap_between(resume, "Head of finance\n\nRequirements\n• Finance\n");
    const auto* finance = find_requirement(report, "Corporate finance");
    ASSERT_NE(finance, nullptr);
    EXPECT_EQ(finance->status, Status::matched);
    EXPECT_EQ(finance->support, career::Support::named);
}

TEST(FalseReadings, WordsAfterWantingToLearnMeetNothingOfThem) {
    const auto report = gap_between(
        "Experience\nWelder, Yard Ltd, 2015 to now\n• GTAW and SMAW on pipe.\n\nI would like to learn "
        "orbital "
        "welding.\n",
        "Welder\n\nRequirements\n• Orbital welding\n• GTAW\n");
    const auto* orbital = find_requirement(report, "Orbital welding");
    ASSERT_NE(orbital, nullptr);
    EXPECT_EQ(orbital->status, Status::missing);
    EXPECT_EQ(find_requirement(report, "TIG welding (GTAW)")->status, Status::matched);
}

TEST(FalseReadings, ABookedCourseIsNotYetTaken) {
    const auto report = gap_between(
        "Experience\nCook, Inn, 2019 to now\n• Lunch for ninety.\n\nCourse booked: "
        "sommelier, first level.\n",
        "Cook\n\nRequirements\n• Wine knowledge\n• Cooking\n");
    const auto* wine = find_requirement(report, "Wine knowledge and service");
    ASSERT_NE(wine, nullptr);
    EXPECT_EQ(wine->status, Status::missing);
}

TEST(FalseReadings, ATitleListedUnderManyTeachersStillFindsAnOccupation) {
    const auto report =
        gap_between("Skills\nLesson planning\n", "Teacher\n\nRequirements\n• Lesson planning\n");
    ASSERT_TRUE(report.occupation.has_value());
    EXPECT_EQ(shipped_engine().catalog().occupation_code(report.occupation->occupation).substr(0, 4), "25-2");
    EXPECT_TRUE(warns(report, "fits several related occupations alike"));
}

TEST(FalseReadings, AnOccupationWithoutRatingsIsSaidToHaveNone) {
    const auto developer = gap_between("Skills\nPython\n", "Software Developer\n\nRequirements\n• Python\n");
    ASSERT_TRUE(developer.occupation.has_value());
    EXPECT_TRUE(warns(developer, "O*NET rates no skills and knowledge of"));
    const auto nurse = gap_between("Skills\nTriage\n", "Registered Nurse\n\nRequirements\n• Triage\n");
    ASSERT_TRUE(nurse.occupation.has_value());
    EXPECT_FALSE(warns(nurse, "O*NET rates no skills"));
}

}  // namespace
}  // namespace headway::test
