// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/lexical_index.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <memory>

#include "support/temp_folder.hpp"
#include "vectors/features.hpp"

namespace headway::career {
namespace {

using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class LexicalIndexTest : public ::testing::Test {
  protected:
    LexicalIndexTest() {
        std::vector<IndexedLabel> labels;
        for (const auto& [label, text] :
             {std::pair(0U, "manage a team"), {1U, "team sports"}, {3U, "write code"}}) {
            labels.push_back({label, vectors::plain_words(text)});
        }
        TableFileWriter writer;
        add_lexical_index(writer, "x", labels);
        EXPECT_TRUE(writer.write(folder_.file("index"), "HWTEST1\n", 1));
        file_ = std::make_unique<TableFile>(TableFile::open(folder_.file("index"), "HWTEST1\n", 1).value());
    }
    std::vector<std::uint32_t> score(const char* text) {
        scores_.assign(4, 0);
        return LexicalIndex::load(*file_, "x").value().score(vectors::plain_words(text), scores_);
    }
    test::TempFolder folder_;
    std::unique_ptr<TableFile> file_;
    std::vector<float> scores_;
};

TEST_F(LexicalIndexTest, ScoresLabelsThatShareAStem) {
    EXPECT_THAT(score("managing teams"), UnorderedElementsAre(0, 1));
    EXPECT_NEAR(scores_[0], 1, 1e-5) << "all its words";
    EXPECT_GT(scores_[1], 0);
    EXPECT_LT(scores_[1], scores_[0]);
    EXPECT_EQ(scores_[3], 0);
}

TEST_F(LexicalIndexTest, IsTheCosineOfRootCountsWithIdf) {
    static_cast<void>(score("team code code"));
    const double team = std::log(4.0 / 3);
    const double code = std::log(4.0 / 2);
    const double asked = std::sqrt(team * team + 2 * code * code);
    EXPECT_NEAR(scores_[3], std::sqrt(2) * code * code / (asked * code * std::sqrt(2)), 1e-5);
}

TEST_F(LexicalIndexTest, PassesOverStopWordsAndUnknownOnes) {
    EXPECT_THAT(score("a zebra"), IsEmpty());
    EXPECT_THAT(score(""), IsEmpty());
}

TEST_F(LexicalIndexTest, RefusesAnIndexThatIsNotThere) {
    EXPECT_FALSE(LexicalIndex::load(*file_, "y"));
}

}  // namespace
}  // namespace headway::career
