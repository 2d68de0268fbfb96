// SPDX-License-Identifier: GPL-3.0-or-later
// Person specifications that mark their lines as essential or desirable.
#include <gtest/gtest.h>
#include <string>

#include "engine/shipped_engine.hpp"

namespace headway::test {
namespace {

std::string need_of(const career::GapReport& report, const std::string& name) {
    const career::RequirementResult* found = find_requirement(report, name);
    if (found == nullptr) return "none";
    return found->requirement.need == career::Need::must ? "must" : "nice";
}

TEST(NeedMarks, TheMarkOfALineSaysHowMuchItIsWanted) {
    const auto report = gap_between("Skills\nFiling\n",
                                    "Carer\n\nPerson specification\nEssential (E) / Desirable (D)\n"
                                    "- Dementia care (E)\n- French (D)\n- Driving licence (D)\n"
                                    "- Patience with the slow lift (D)\n- Fluent Spanish [E]\n");
    EXPECT_EQ(need_of(report, "Dementia care"), "must");
    EXPECT_EQ(need_of(report, "French"), "nice");
    EXPECT_EQ(need_of(report, "Driving licence"), "nice");
    EXPECT_EQ(need_of(report, "Spanish"), "must");
    for (const auto& r : report.requirements) {
        EXPECT_EQ(r.requirement.name.find("Desirable"), std::string::npos) << r.requirement.name;
        EXPECT_EQ(r.requirement.name.find("(D)"), std::string::npos) << r.requirement.name;
    }
}

TEST(NeedMarks, OneLetterInBracketsIsNoMark) {
    const auto report =
        gap_between("Skills\nFiling\n", "Driver\n\nRequirements\n- Driving licence (D)\n- French\n");
    EXPECT_EQ(need_of(report, "Driving licence"), "must");
}

}  // namespace
}  // namespace headway::test
