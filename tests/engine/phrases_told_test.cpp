// SPDX-License-Identifier: GPL-3.0-or-later
// What an ad asks in words that no skill has, and a résumé tells in others: the phrase borrows the words of
// the skills nearest to it.
#include <gtest/gtest.h>

#include "engine/shipped_engine.hpp"

namespace headway::test {
namespace {

const career::RequirementResult* asked(const career::GapReport& report, std::string_view name) {
    const auto* found = find_requirement(report, name);
    EXPECT_NE(found, nullptr) << name;
    return found;
}

TEST(PhrasesTold, BorrowTheWordsOfSkillsNearToThem) {
    const auto report = gap_between(
        "Robin Example\n\nExperience\n2015 to now\n"
        "• Let angry people finish, apologised once and found them a refund.\n"
        "• Swept the yard on Fridays.\n",
        "Opening\n\nRequirements\n• Dealing with difficult customers\n");
    const auto* customers = asked(report, "Dealing with difficult customers");
    ASSERT_NE(customers, nullptr);
    EXPECT_EQ(customers->support, career::Support::implied);
    ASSERT_FALSE(customers->evidence.empty());
    EXPECT_TRUE(customers->evidence.front().text.starts_with("Let angry people"));
}

TEST(PhrasesTold, AreNotShownByWhatTellsNothing) {
    const auto report = gap_between(
        "Robin Example\n\nExperience\n2015 to now\n• Swept the yard on Fridays.\n• Painted the gate green.\n",
        "Opening\n\nRequirements\n• Dealing with difficult customers\n");
    const auto* customers = asked(report, "Dealing with difficult customers");
    ASSERT_NE(customers, nullptr);
    EXPECT_EQ(customers->status, career::Status::missing);
}

}  // namespace
}  // namespace headway::test
