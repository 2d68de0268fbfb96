// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/title_words.hpp"

#include <gmock/gmock.h>

namespace headway::ontology {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

std::string words_of(std::string_view title, TitlePart part) {
    std::string out;
    for (const TitleWord& w : read_title(title)) {
        if (w.part == part) out += (out.empty() ? "" : " ") + w.text;
    }
    return out;
}

TEST(TitleWords, NoiseIsTakenOff) {
    EXPECT_EQ(words_of("Backend Engineer (m/f/d)", TitlePart::work), "back end engineer");
    EXPECT_EQ(words_of("Welder m/w/d", TitlePart::work), "welder");
    EXPECT_EQ(words_of("Cook - Part Time", TitlePart::work), "cook");
    EXPECT_EQ(words_of("CNC Machinist 2nd shift", TitlePart::work), "cnc machinist");
    EXPECT_EQ(words_of("Clerk #48213 $22/hr", TitlePart::work), "clerk");
}

TEST(TitleWords, SeniorityIsKeptApart) {
    EXPECT_EQ(words_of("Sr. Data Engr II", TitlePart::work), "data engineer");
    EXPECT_EQ(words_of("Sr. Data Engr II", TitlePart::seniority), "senior ii");
    EXPECT_EQ(words_of("Principal Software Engineer", TitlePart::seniority), "principal");
    EXPECT_EQ(words_of("School Principal", TitlePart::work), "school principal");
    EXPECT_EQ(words_of("Principal", TitlePart::work), "principal");
}

TEST(TitleWords, AdminIsShortForWhatStandsAroundIt) {
    EXPECT_EQ(words_of("Admin", TitlePart::work), "administrative assistant");
    EXPECT_EQ(words_of("Senior Admin (part time)", TitlePart::work), "administrative assistant");
    EXPECT_EQ(words_of("Admin Officer", TitlePart::work), "administrative officer");
    EXPECT_EQ(words_of("Sales Admin Assistant", TitlePart::work), "sale administrative assistant");
    EXPECT_EQ(words_of("Network Admin", TitlePart::work), "network administrator");
    EXPECT_EQ(words_of("Linux Admin Engineer", TitlePart::work), "linux administrator engineer");
}

TEST(TitleWords, TwoWordsMayStandForOthers) {
    EXPECT_EQ(words_of("Nursery Practitioner", TitlePart::work), "nursery school attendant");
    EXPECT_EQ(words_of("Early Years Practitioner (Level 3)", TitlePart::work), "early childcare worker");
    EXPECT_EQ(words_of("Nurse Practitioner", TitlePart::work), "nurse practitioner");
    EXPECT_EQ(words_of("Nursery - Practitioner", TitlePart::work), "nursery");
}

TEST(TitleWords, TailsHoldPlacesAndFirms) {
    EXPECT_EQ(words_of("Nurse at Quibblewick", TitlePart::work), "nurse");
    EXPECT_EQ(words_of("Nurse – Leeds", TitlePart::tail), "leed");
    EXPECT_EQ(words_of("Remote - Software Engineer", TitlePart::work), "software engineer");
    EXPECT_EQ(words_of("Nurse (Ward) Manager", TitlePart::work), "nurse manager");
}

TEST(TitleWords, VariantsGoFromFaithfulToBare) {
    EXPECT_THAT(title_variants(read_title("Nurse, Registered")), Contains("registered nurse"));
    EXPECT_THAT(title_variants(read_title("Senior Accountant - Leeds")),
                ElementsAre("senior accountant leed", "senior accountant", "accountant"));
    EXPECT_THAT(title_variants(read_title("")), IsEmpty());
}

TEST(TitleWords, ListedEntriesMayHoldTwoTitles) {
    EXPECT_THAT(title_spellings("HS Math Teacher (High School Mathematics Teacher)"),
                ElementsAre("HS Math Teacher", "High School Mathematics Teacher"));
    EXPECT_THAT(title_spellings("CEO (Chief Executive Officer)"),
                ElementsAre("CEO", "Chief Executive Officer"));
    EXPECT_THAT(title_spellings("Cook (Ship)"), ElementsAre("Cook (Ship)"));
    EXPECT_THAT(title_spellings("(Cook)"), ElementsAre("(Cook)"));
}

TEST(TitleWords, FeaturesDoNotDependOnOrderInPairs) {
    const auto ids = [](std::string_view title) {
        std::vector<std::uint32_t> out;
        for (const TitleFeature& f : title_features(read_title(title))) out.push_back(f.id);
        return out;
    };
    EXPECT_THAT(ids("nurse"), Contains(word_feature("nurse")));
    EXPECT_THAT(ids("Nurse (Ward)"), Contains(word_feature("ward")));
    EXPECT_THAT(ids("nurse remote"), Not(Contains(word_feature("remote"))));
    std::size_t shared = 0;
    const auto there = ids("truck driver");
    for (std::uint32_t id : ids("driver truck")) {
        if (std::find(there.begin(), there.end(), id) != there.end()) ++shared;
    }
    EXPECT_EQ(shared, there.size() - 2);  // All but the first and the last word.
}

TEST(TitleWords, AnyBytesAreRead) {
    EXPECT_LE(read_title(std::string(100'000, 'a') + std::string(5000, '-')).size(), 32U);
    EXPECT_LE(read_title("\xff\xfe (m/f/d) \x80 – |@ at at at").size(), 32U);
    std::string many;
    for (int i = 0; i < 500; ++i) many += "vp ";
    EXPECT_LE(title_features(read_title(many)).size(), 400U);
}

}  // namespace
}  // namespace headway::ontology
