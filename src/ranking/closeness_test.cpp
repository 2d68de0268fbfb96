// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranking/closeness.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "ranking/pathway.hpp"
#include "support/small_catalog.hpp"

namespace headway::ranking {
namespace {

/// Nurses and welders are rated, developers are not; developers are related to both.
class ClosenessTest : public testing::Test {
  protected:
    ClosenessTest() : catalog_(files_.open()), map_(catalog_) {
        developers_ = map_.place(*catalog_.find_occupation("15-1252.00"));
        nurses_ = map_.place(*catalog_.find_occupation("29-1141.00"));
        welders_ = map_.place(*catalog_.find_occupation("51-4121.00"));
    }
    career::HeldWork work(std::uint32_t place, double certainty, double weight) const {
        career::HeldWork out;
        out.weight = weight;
        out.occupations = {{map_.occupations()[place].occupation, certainty}};
        return out;
    }
    Closeness find(const HeldCareer& held, std::uint32_t place) const {
        for (const Closeness& c : closest(held, map_)) {
            if (c.place == place) return c;
        }
        ADD_FAILURE();
        return {};
    }

    test::SmallCatalog files_;
    ontology::Catalog catalog_;
    OccupationMap map_;
    std::uint32_t developers_ = 0, nurses_ = 0, welders_ = 0;
};

TEST_F(ClosenessTest, TheMapKnowsWhatOccupationsUse) {
    ASSERT_EQ(map_.occupations().size(), 3U);
    const auto kubernetes = catalog_.lexicon().canonical(*catalog_.find_skill("onet:tech/kubernetes"));
    ASSERT_EQ(map_.occupations()[developers_].technologies.size(), 1U);
    const UsedTechnology& t = map_.occupations()[developers_].technologies.front();
    EXPECT_EQ(t.skill, kubernetes);
    EXPECT_TRUE(t.hot);
    EXPECT_TRUE(t.in_demand);
    EXPECT_FALSE(map_.occupations()[nurses_].technologies.front().in_demand) << "that belongs to the pair";
    EXPECT_NEAR(t.rarity, std::log(3.0 / 2), 1e-6) << "two of three use it";
    EXPECT_FALSE(map_.rarity(*catalog_.find_skill("esco:4"))) << "nobody uses it";
    ASSERT_EQ(map_.occupations()[developers_].related.size(), 2U);
    EXPECT_EQ(map_.occupations()[developers_].related.front().place, welders_) << "by O*NET's index";
    EXPECT_EQ(map_.place(*catalog_.find_occupation("esco:o1")), ontology::none);
}

TEST_F(ClosenessTest, WhatIsRecommendedToSuppressOrNotRelevantIsNoRating) {
    // Left is one rating of one occupation: nothing is more important there than in the mean.
    EXPECT_EQ(map_.rated_skills().size(), 1U);
    EXPECT_TRUE(map_.occupations()[nurses_].elements.empty());
}

TEST_F(ClosenessTest, WorkCountsForItsOccupationAndLessForRelatives) {
    HeldCareer held;
    held.work = {work(developers_, 0.8, 0.9), work(nurses_, 0.5, 0.6)};
    // Σ weight = 1.5
    const Closeness own = find(held, developers_);
    EXPECT_NEAR(own.work, 0.9 * 0.8 / 1.5, 1e-9);
    EXPECT_EQ(own.via, developers_);
    EXPECT_EQ(own.carried, 1);
    const Closeness relative = find(held, welders_);
    EXPECT_NEAR(relative.work, 0.5 * 0.9 * 0.8 / 1.5, 1e-9);
    EXPECT_EQ(relative.via, developers_);
    const Closeness both = find(held, nurses_);
    EXPECT_NEAR(both.work, 0.5 * 0.9 * 0.8 / 1.5, 1e-9) << "the relative brings more than the work itself";
    EXPECT_EQ(closest(held, map_).front().place, developers_);
}

TEST_F(ClosenessTest, ASummersWorkIsNoCareer) {
    HeldCareer held;
    held.work = {work(nurses_, 1, 0.1)};
    EXPECT_NEAR(find(held, nurses_).work, 0.1, 1e-9);
}

TEST_F(ClosenessTest, UnknownPartsAreUnknownAndTheOthersShareTheirWeight) {
    HeldCareer held;
    held.work = {work(nurses_, 1, 1)};
    const Closeness c = find(held, nurses_);
    EXPECT_FALSE(c.technologies);
    EXPECT_FALSE(c.elements);
    const PartWeights w = weights_of(c);
    EXPECT_EQ(w.work, 1);
    EXPECT_EQ(w.technologies, 0);
    EXPECT_NEAR(c.total, 100, 1e-9);
}

TEST_F(ClosenessTest, TechnologiesAreComparedByRarity) {
    HeldCareer held;
    const UsedTechnology& t = map_.occupations()[developers_].technologies.front();
    held.technologies = {{t.skill, t.rarity}};
    held.technology_length = t.rarity;
    EXPECT_NEAR(*find(held, developers_).technologies, 1, 1e-9);
    EXPECT_NEAR(*find(held, welders_).technologies, 0, 1e-9);
}

TEST_F(ClosenessTest, APathwayAddsUpAndItsGainsAreExact) {
    HeldCareer held;
    held.work = {work(nurses_, 0.5, 0.8), work(nurses_, 1, 0.6)};
    const Closeness before = find(held, nurses_);
    const Pathway p = make_pathway(held, before, map_);
    ASSERT_EQ(p.work.size(), 2U);
    EXPECT_EQ(p.work.front().work, 1U) << "the most points first";
    EXPECT_NEAR(p.work[0].points + p.work[1].points, before.total, 1e-9);
    ASSERT_EQ(p.technologies_lacking.size(), 1U);
    const UsedTechnology& t = p.technologies_lacking.front().used;
    held.technologies = {{t.skill, t.rarity}};
    held.technology_length = t.rarity;
    const double gained = find(held, nurses_).total - before.total;
    EXPECT_NEAR(p.technologies_lacking.front().gain, std::max(gained, 0.0), 1e-9);
}

}  // namespace
}  // namespace headway::ranking
