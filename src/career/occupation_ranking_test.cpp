// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/occupation_ranking.hpp"

#include <gtest/gtest.h>
#include <map>
#include <string>

#include "career/occupation.hpp"
#include "ontology/title_trainer.hpp"
#include "support/small_catalog.hpp"
#include "text/tokens.hpp"

namespace headway::career {
namespace {

constexpr std::uint32_t developers = 0;
constexpr std::uint32_t nurses = 1;
constexpr std::uint32_t welders = 2;

class OccupationRanking : public ::testing::Test {
  protected:
    const std::string bytes_ = ontology::make_pack(test::small_onet()).value();
    const ontology::Pack pack_ = ontology::Pack::read(bytes_, "small").value();
    const ontology::TrainedTitles trained_ =
        ontology::train_titles(pack_, ontology::title_examples(pack_), {30, 0.3F, 0.01F});
    std::map<std::string, std::vector<KnownTitle>> lists_;

    std::vector<RankedOccupation> rank(std::string_view title, std::string_view duties = {}) const {
        return rank_occupations(title, Duties(duties), 3, trained_.view(), [&](std::string_view t) {
            const auto found = lists_.find(text::normal_name(t));
            return found == lists_.end() ? std::vector<KnownTitle>{} : found->second;
        });
    }
};

TEST_F(OccupationRanking, MessyTitlesFindTheirOccupation) {
    EXPECT_EQ(rank("Sr. RN - Night Shift").at(0).occupation, nurses);
    EXPECT_EQ(rank("Pipe Weldr (m/f/d)").at(0).occupation, welders);
    EXPECT_EQ(rank("DEVELOPER, APPLICATION II").at(0).occupation, developers);
}

TEST_F(OccupationRanking, AnOccupationsOwnNameWinsOverAListing) {
    lists_["charge nurse"] = {{nurses, false, true, false, 0}, {welders, true, false, false, 0}};
    EXPECT_EQ(rank("Charge Nurse").at(0).occupation, welders);
    EXPECT_TRUE(rank("Charge Nurse").at(0).listed);
}

TEST_F(OccupationRanking, ListedTitlesAreFoundBehindSeniorityAndNoise) {
    lists_["zookeeper"] = {{welders, false, false, false, 0}};
    EXPECT_EQ(rank("Senior Zookeeper (m/f/d) - Leeds").at(0).occupation, welders);
    EXPECT_GT(rank("Zookeeper").at(0).confidence, 0.5);
}

TEST_F(OccupationRanking, ReportedTitlesBreakTies) {
    lists_["zookeeper"] = {{developers, false, false, false, 0}, {nurses, false, true, false, 0}};
    EXPECT_EQ(rank("Zookeeper").at(0).occupation, nurses);
}

TEST_F(OccupationRanking, LikenessToTheNameBreaksTies) {
    const auto likeness = [](std::string_view title, std::string_view name) {
        return name_likeness(telling_words(title), name);
    };
    lists_["zookeeper"] = {{developers, false, false, false, 0}, {nurses, false, false, false, 1}};
    EXPECT_EQ(rank("Zookeeper").at(0).occupation, nurses);
    EXPECT_FLOAT_EQ(likeness("Web Developer", "Web Developers"), 1);
    EXPECT_FLOAT_EQ(likeness("Full Stack Developer", "Software Developers"), 1.0F / 3);
    EXPECT_FLOAT_EQ(likeness("QA Engineer", "Software Quality Assurance Analysts and Testers"), 1);
    EXPECT_FLOAT_EQ(likeness("QA Engineer", "Automotive Engineers"), 0);
    EXPECT_FLOAT_EQ(likeness("Developer", "Photographic Process Workers"), 0);
    EXPECT_FLOAT_EQ(likeness("", "Nurses"), 0);
}

TEST_F(OccupationRanking, ATitleListedTwiceByOneOccupationCountsOnce) {
    lists_["zookeeper"] = {{developers, false, false, false, 0},
                           {developers, false, false, false, 0},
                           {nurses, false, true, false, 0}};
    EXPECT_EQ(rank("Zookeeper").at(0).occupation, nurses);
}

TEST_F(OccupationRanking, DutiesDecideWhatTheTitleLeavesOpen) {
    lists_["zookeeper"] = {{developers, false, false, false, 0}, {welders, false, false, false, 0}};
    EXPECT_EQ(rank("Zookeeper", "You are a welder of pipe.").at(0).occupation, welders);
    EXPECT_EQ(rank("Zookeeper", "You are a developer of software.").at(0).occupation, developers);
}

TEST_F(OccupationRanking, ConfidencesFallAndStayInRange) {
    for (std::string_view title : {"nurse", "pipe", "software nurse", "registered"}) {
        double before = 1;
        double sum = 0;
        for (const RankedOccupation& r : rank(title)) {
            EXPECT_LE(r.confidence, before) << title;
            EXPECT_GE(r.confidence, 0) << title;
            before = r.confidence;
            sum += r.confidence;
        }
        EXPECT_LE(sum, 1.0001) << title;
    }
}

TEST_F(OccupationRanking, NothingKnownGivesNothing) {
    EXPECT_TRUE(rank("").empty());
    EXPECT_TRUE(rank("!!! ---").empty());
    EXPECT_TRUE(rank("zzz 99").empty());
    EXPECT_TRUE(rank(std::string(1'000'000, '(')).empty());
}

TEST(Occupation, WithoutAModelListedTitlesAreFoundAlone) {
    const test::SmallCatalog small;
    const ontology::Catalog catalog = small.open();
    const auto code = [&](std::string_view title) {
        const auto found = find_occupations(title, {}, 1, catalog);
        return found.empty() ? "" : std::string(catalog.occupation_code(found[0].occupation));
    };
    EXPECT_EQ(code("Registered Nurses"), "29-1141.00");
    EXPECT_EQ(code("Senior Application Developer (m/f/d)"), "15-1252.00");
    EXPECT_EQ(code("Gardener"), "");
}

}  // namespace
}  // namespace headway::career
