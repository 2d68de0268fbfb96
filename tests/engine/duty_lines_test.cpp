// SPDX-License-Identifier: GPL-3.0-or-later
// Which short duties in an ad's own words are asked for: what one can be able to do, and nothing else.
#include <algorithm>
#include <gtest/gtest.h>
#include <string>

#include "engine/shipped_engine.hpp"

namespace headway::test {
namespace {

bool lists(const std::string& line) {
    const auto report = gap_between("Skills\nFiling\n", "Worker\n\nResponsibilities\n• " + line + "\n");
    return std::ranges::any_of(report.requirements, [&](const career::RequirementResult& r) {
        return std::ranges::any_of(r.requirement.evidence, [&](const career::Evidence& e) {
            return line.find(e.text) != std::string::npos;
        });
    });
}

TEST(DutyLines, WhatIsDoneIsListed) {
    for (const char* line : {"Rod blocked gullies", "Turn the compost heaps", "Plan the weekend rota",
                             "Follow the chef's recipes", "Treat minor grazes", "Cover pots with fleece",
                             "Work the letterpress", "Take plaster casts", "Help toddlers into their boots",
                             "Bring the boats ashore", "Keep the tally of crates", "Monthly stock takes",
                             "Support posts with props", "Wrap gift baskets", "Act out the scenes"})
        EXPECT_TRUE(lists(line)) << line;
}

TEST(DutyLines, WhenWhereAndWithWhomIsNot) {
    for (const char* line :
         {"Every second weekend", "Rotating early and late shifts", "Be on the standby rota",
          "Based in Goole", "Report to the bosun", "Join a crew of nine", "Work alongside the bosun",
          "Work as part of a small team", "Attend the Monday briefing", "Travel to the islands",
          "Cover for absent colleagues", "Take your turn at the gate"})
        EXPECT_FALSE(lists(line)) << line;
}

TEST(DutyLines, WhateverComesUpAndWhatIsGivenIsNot) {
    for (const char* line :
         {"Other duties as assigned", "Any ad hoc tasks", "Jobs as directed by the skipper",
          "Oilskins are provided", "Free rowing lessons", "Help out where needed"})
        EXPECT_FALSE(lists(line)) << line;
}

TEST(DutyLines, HowOneIsMeantToBeIsNot) {
    for (const char* line : {"Go the extra mile", "Have fun on the way", "Lead by example",
                             "Treat everyone well", "Bring your best self", "Make a real difference",
                             "Take pride in the yard", "Follow the code of the house", "Stay positive"})
        EXPECT_FALSE(lists(line)) << line;
}

}  // namespace
}  // namespace headway::test
