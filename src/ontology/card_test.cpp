// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/card.hpp"

#include <gmock/gmock.h>

#include "support/small_catalog.hpp"

namespace headway::ontology {
namespace {

using ::testing::ElementsAre;

const Catalog& small() {
    static const test::SmallCatalog made;
    static const Catalog catalog = made.open();
    return catalog;
}
SkillCard skill(std::string_view id) {
    return skill_card(small(), small().find_skill(id).value());
}
OccupationCard occupation(std::string_view code) {
    return occupation_card(small(), small().find_occupation(code).value());
}

TEST(SkillCard, GathersTheWholeGroupFromAnyOfItsIds) {
    for (const char* id : {"hw:kubernetes", "onet:tech/kubernetes"}) {
        const auto card = skill(id);
        EXPECT_EQ(card.id, "hw:kubernetes");
        EXPECT_TRUE(card.hot) << "O*NET says so";
        ASSERT_EQ(card.rows.size(), 2U);
        EXPECT_EQ(card.rows[1].framework, "onet");
        EXPECT_EQ(card.rows[1].release, "30.1");
        ASSERT_TRUE(card.commodity);
        EXPECT_EQ(card.commodity->title, "Application server software");
        EXPECT_THAT(card.signals, ElementsAre("kubectl"));
        EXPECT_THAT(card.words, ElementsAre("pods", "nodes"));
        EXPECT_THAT(card.context, ElementsAre("cluster"));
    }
}

TEST(SkillCard, OccupationsInDemandComeFirst) {
    const auto card = skill("hw:kubernetes");
    ASSERT_EQ(card.occupations.size(), 2U);
    EXPECT_EQ(card.occupations[0].code, "15-1252.00");
    EXPECT_TRUE(card.occupations[0].in_demand);
    EXPECT_FALSE(card.occupations[1].in_demand) << "the flag belongs to the pair";
}

TEST(SkillCard, RatedElementsComeByImportance) {
    const auto card = skill("onet:2.A.1.a");
    ASSERT_EQ(card.occupations.size(), 2U);
    EXPECT_EQ(card.occupations[0].code, "29-1141.00");
    EXPECT_EQ(card.occupations[0].use, "rated");
    EXPECT_DOUBLE_EQ(card.occupations[0].level->value, 4.12);
    EXPECT_DOUBLE_EQ(*card.occupations[0].level->standard_error, 0.25);
    EXPECT_EQ(card.occupations[0].level->release, "29.3");
    EXPECT_EQ(card.occupations[0].level->date, "2023-08");
    EXPECT_FALSE(card.occupations[0].level->low) << "not published";
    EXPECT_TRUE(card.occupations[1].level->suppress);
    EXPECT_EQ(card.rows[0].link, "https://www.onetonline.org/find/descriptor/result/2.A.1.a");
}

TEST(SkillCard, LinksGoBothWays) {
    const auto relation = [](const SkillCard& card) {
        return card.links.empty() ? ""
                                  : std::string(card.links[0].relation) + " " + std::string(card.links[0].id);
    };
    EXPECT_EQ(relation(skill("hw:kubernetes")), "broader hw:containers");
    EXPECT_EQ(relation(skill("hw:containers")), "narrower hw:kubernetes");
    EXPECT_EQ(relation(skill("hw:c-sharp")), "near hw:c-plus-plus");
    EXPECT_TRUE(skill("esco:3").links[0].heading);
    EXPECT_EQ(relation(skill("esco:g")), "narrower " + std::string(skill("esco:3").id));
}

TEST(OccupationCard, HoldsTitlesRatingsTechnologiesAndRelated) {
    const auto nurse = occupation("29-1141.00");
    EXPECT_EQ(nurse.job_zone, 3U);
    EXPECT_EQ(nurse.link, "https://www.onetonline.org/link/summary/29-1141.00");
    ASSERT_EQ(nurse.titles.size(), 1U);
    EXPECT_EQ(nurse.titles[0].short_text, "RN");
    ASSERT_EQ(nurse.elements.size(), 2U);
    EXPECT_EQ(nurse.elements[0].name, "Reading Comprehension") << "the most important first";
    EXPECT_TRUE(nurse.elements[1].level->not_relevant);
    const auto developer = occupation("15-1252.00");
    ASSERT_EQ(developer.skills.size(), 1U);
    EXPECT_EQ(developer.skills[0].id, "hw:kubernetes") << "the canonical skill";
    EXPECT_EQ(developer.skills[0].commodity, "Application server software");
    ASSERT_EQ(developer.related.size(), 2U);
    EXPECT_EQ(developer.related[0].code, "51-4121.00") << "by O*NET's index";
}

TEST(OccupationCard, EscoHasNoJobZoneAndItsOwnAddress) {
    const auto welder = occupation("esco:o1");
    EXPECT_FALSE(welder.job_zone);
    EXPECT_EQ(welder.link, "http://data.europa.eu/esco/occupation/o1");
    ASSERT_EQ(welder.skills.size(), 2U);
    EXPECT_EQ(welder.skills[0].use, "essential");
    EXPECT_EQ(welder.skills[1].id, "hw:excel");
}

}  // namespace
}  // namespace headway::ontology
