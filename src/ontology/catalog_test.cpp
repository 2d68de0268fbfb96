// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/catalog.hpp"

#include <gtest/gtest.h>

#include "support/small_catalog.hpp"

namespace headway::ontology {
namespace {

class CatalogTest : public ::testing::Test {
  protected:
    [[nodiscard]] SkillId skill(std::string_view id) const { return catalog_.find_skill(id).value(); }
    test::SmallCatalog made_;
    Catalog catalog_ = made_.open();
};

TEST_F(CatalogTest, CountsOverAllPacks) {
    EXPECT_EQ(catalog_.skill_count(), 10U + 4U + 5U);
    EXPECT_EQ(catalog_.occupation_count(), 4U);
    EXPECT_EQ(catalog_.framework(skill("esco:4")), "esco");
    EXPECT_EQ(catalog_.id(skill("esco:4")), "esco:4");
    EXPECT_EQ(catalog_.occupation_name(3), "welder");
    EXPECT_EQ(catalog_.find_occupation("51-4121.00"), 2U);
}

TEST_F(CatalogTest, AbsentIdsAreAbsent) {
    EXPECT_FALSE(catalog_.find_skill("hw:nothing"));
    EXPECT_FALSE(catalog_.find_skill(""));
    EXPECT_FALSE(catalog_.find_occupation("15-1252"));
}

TEST_F(CatalogTest, TheGroupHasOneKindAndClass) {
    EXPECT_EQ(catalog_.kind(skill("hw:kubernetes")), Kind::tool);
    EXPECT_EQ(catalog_.commodity(skill("hw:kubernetes")), 43232701U) << "from its O*NET row";
    EXPECT_EQ(catalog_.commodity(skill("hw:c")), 0U);
}

TEST_F(CatalogTest, SkillsOfAnOccupationAreCanonical) {
    const auto rows = catalog_.occupation_skills(0);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(catalog_.canonical_of(0, rows[0]), skill("hw:kubernetes"));
    const auto esco = catalog_.occupation_skills(3);
    ASSERT_EQ(esco.size(), 2U);
    EXPECT_EQ(catalog_.canonical_of(3, esco[0]), skill("esco:3"));
}

TEST_F(CatalogTest, SuppressedAndNotRelevantLevelsAreAbsentAndNotZero) {
    const auto nurse = catalog_.ratings(1);
    ASSERT_EQ(nurse.size(), 2U);
    EXPECT_FLOAT_EQ(static_cast<float>(nurse[0].level.value()), 4.12F);
    EXPECT_EQ(nurse[0].release, "29.3");
    EXPECT_FALSE(nurse[1].level) << "not relevant";
    EXPECT_TRUE(nurse[1].importance);
    const auto welder = catalog_.ratings(2);
    ASSERT_EQ(welder.size(), 1U);
    EXPECT_FALSE(welder[0].level) << "suppressed";
    EXPECT_TRUE(catalog_.ratings(0).empty());
}

TEST_F(CatalogTest, AMissingFileIsNamed) {
    auto paths = made_.paths();
    paths.packs[1] = made_.folder().file("nowhere.pack");
    const auto catalog = Catalog::open(paths);
    ASSERT_FALSE(catalog);
    EXPECT_EQ(catalog.error().code, ErrorCode::not_found);
    EXPECT_NE(catalog.error().message().find("nowhere.pack"), std::string::npos);
}

}  // namespace
}  // namespace headway::ontology
