// SPDX-License-Identifier: GPL-3.0-or-later
// Papers that go by letters in one text and by their full name in the other.
#include <gtest/gtest.h>
#include <string>

#include "engine/shipped_engine.hpp"

namespace headway::test {
namespace {

/// Coverage of the requirement that quotes these words of a one-line ad, −1 when nothing is asked for.
double coverage(const std::string& resume, const std::string& asked, const std::string& quoted) {
    const auto report = gap_between("Experience\nBeekeeper, 2015 - 2022\n- " + resume + "\n- Sold honey\n",
                                    "Beekeeper\n\nRequirements\n- " + asked + "\n- Selling honey\n");
    for (const career::RequirementResult& r : report.requirements) {
        for (const career::Evidence& e : r.requirement.evidence) {
            if (e.text.find(quoted) != std::string::npos) return r.coverage;
        }
    }
    return -1;
}

TEST(LetteredPaper, LettersAndTheFullNameAreOneAndTheSame) {
    EXPECT_EQ(coverage("Registered with the General Apiary Council", "GAC registration", "GAC"), 1);
    EXPECT_EQ(coverage("GAC registered", "Registration with the General Apiary Council", "General Apiary"),
              1);
    EXPECT_EQ(coverage("Member of the Institute of Bee Keeping", "IBK membership", "IBK"), 1);
    EXPECT_EQ(coverage("Member of the Institute of Bee Farming", "IBK membership", "IBK"), 0);
    EXPECT_EQ(coverage("I have heard of the General Apiary Council", "GAC registration", "GAC"), 0);
    EXPECT_EQ(coverage("Working towards GAC registration", "GAC registration", "GAC"), 0);
}

TEST(LetteredPaper, EqualInitialsOfOtherNamesAreNone) {
    EXPECT_EQ(coverage("Sold honey to the Great Apple Company", "GAC registration", "GAC"), 0);
    // What is alike in meaning may cover a part; only the paper itself covers all of it.
    EXPECT_LT(coverage("Member of the Great Apple Club", "Registration with the General Apiary Council",
                       "General Apiary"),
              1);
    EXPECT_LT(coverage("Member of the Gentle Comb Party", "Good Comb Practice", "Good Comb"), 1);
}

TEST(LetteredPaper, OneOfSeveralIsAPartOrEnoughAsTheyAreJoined) {
    EXPECT_NEAR(coverage("FBKO, 2018", "FBKO qualification and GAC registration", "FBKO"), 0.5, 0.01);
    EXPECT_EQ(coverage("FBKO, 2018", "FBKO or GAC registration", "FBKO"), 1);
}

}  // namespace
}  // namespace headway::test
