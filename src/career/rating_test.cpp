// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/rating.hpp"

#include <gtest/gtest.h>
#include <string>

#include "career/level.hpp"

namespace headway::career {
namespace {

/// The level behind the first word of a line, −1 for none.
double level_behind(const std::string& line) {
    const auto rating = rating_behind(line, static_cast<std::uint32_t>(std::string("Docker").size()));
    return rating ? rating->value : -1;
}

TEST(Rating, BarsOfMarksAreLevels) {
    EXPECT_EQ(level_behind("Docker ●○○○○"), basic_level);
    EXPECT_EQ(level_behind("Docker: ★★★☆☆"), working_level);
    EXPECT_EQ(level_behind("Docker – ● ● ● ● ○  Git ●○○○○"), proficient_level);
    EXPECT_EQ(level_behind("Docker ★★★★★"), advanced_level);
    EXPECT_EQ(level_behind("Docker ★★★"), working_level) << "of five, as most are";
    EXPECT_EQ(level_behind("Docker ▮▮▮▮▮▮▮▮▯▯"), proficient_level);
}

TEST(Rating, FiguresAreLevelsWhereTheTextRatesMoreThanOnce) {
    EXPECT_EQ(level_behind("Docker 4/5\nGit 2/5"), proficient_level);
    EXPECT_EQ(level_behind("Docker (9/10), Git (3/10)"), advanced_level);
    EXPECT_EQ(level_behind("Docker 2 out of 7"), (basic_level + working_level) / 2);
    EXPECT_EQ(level_behind("Docker 4/5"), -1) << "versions look like this";
}

TEST(Rating, OtherMarksAndFiguresAreNone) {
    EXPECT_EQ(level_behind("Docker 24/7, 4/5, 3/5"), -1);
    EXPECT_EQ(level_behind("Docker 0/5 and Git 0/5"), -1);
    EXPECT_EQ(level_behind("Docker 4/5 teams, 3/5 teams"), -1);
    EXPECT_EQ(level_behind("Docker ● Git ● Linux"), -1) << "bullets";
    EXPECT_EQ(level_behind("Docker ○○○○○"), -1);
    EXPECT_EQ(level_behind("Docker ★★★★★★★★★★★★"), -1);
    EXPECT_EQ(level_behind("Docker"), -1);
    EXPECT_EQ(level_behind("Docker, ●●●○○"), -1) << "of something else";
}

TEST(Rating, ItIsQuotedAsItStands) {
    const std::string line = "Docker:  ●●●○○ | Git";
    const auto rating = rating_behind(line, 6);
    ASSERT_TRUE(rating.has_value());
    EXPECT_EQ(line.substr(rating->begin, rating->end - rating->begin), "●●●○○");
}

}  // namespace
}  // namespace headway::career
