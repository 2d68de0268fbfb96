// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/title_model.hpp"

#include <fstream>
#include <gtest/gtest.h>

#include "ontology/title_trainer.hpp"
#include "support/small_catalog.hpp"

namespace headway::ontology {
namespace {

class TitleModelTest : public ::testing::Test {
  protected:
    const std::string bytes_ = make_pack(test::small_onet()).value();
    const Pack pack_ = Pack::read(bytes_, "small").value();
    const TrainedTitles trained_ = train_titles(pack_, title_examples(pack_), {30, 0.3F, 0.01F});
    test::TempFolder folder_;

    static std::size_t best(const TitleModelView& model, std::string_view title) {
        std::vector<float> scores;
        model.score(title_features(read_title(title)), scores);
        return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    }
};

TEST_F(TitleModelTest, NamesComeFirstAmongTheExamples) {
    const auto examples = title_examples(pack_);
    ASSERT_GE(examples.size(), 6U);
    EXPECT_TRUE(examples[0].name && examples[1].name && examples[2].name);
    EXPECT_FALSE(examples[3].name);
}

TEST_F(TitleModelTest, LearnsWhatItIsShown) {
    EXPECT_EQ(best(trained_.view(), "application developer"), 0U);
    EXPECT_EQ(best(trained_.view(), "registered nurse"), 1U);
    EXPECT_EQ(best(trained_.view(), "welders of pipe"), 2U);
    EXPECT_EQ(best(trained_.view(), "welding"), 2U);  // by the stem
}

TEST_F(TitleModelTest, TheSameInputGivesTheSameModel) {
    const auto again = train_titles(pack_, title_examples(pack_), {30, 0.3F, 0.01F});
    EXPECT_EQ(again.weights, trained_.weights);
    EXPECT_EQ(again.features, trained_.features);
}

TEST_F(TitleModelTest, ComesBackFromItsFile) {
    ASSERT_TRUE(write_title_model(trained_.view(), folder_.file("titles.model")));
    const auto model = TitleModel::open(folder_.file("titles.model"));
    ASSERT_TRUE(model) << model.error().message();
    EXPECT_EQ(best(model->view(), "registered nurse"), 1U);
    EXPECT_TRUE(model->view().knows(word_feature("nurse")));
    EXPECT_FALSE(model->view().knows(word_feature("florist")));
}

TEST_F(TitleModelTest, MendsSlipsOfTheKeyboard) {
    EXPECT_EQ(trained_.view().nearest_word("developr"), "developer");
    EXPECT_EQ(trained_.view().nearest_word("regsitered"), "registered");
    EXPECT_FALSE(trained_.view().nearest_word("registered"));
    EXPECT_FALSE(trained_.view().nearest_word("nurs"));
    EXPECT_FALSE(trained_.view().nearest_word("xeveloper"));
}

TEST_F(TitleModelTest, RefusesDamage) {
    TrainedTitles broken = trained_;
    broken.occupations.back() = 3;
    EXPECT_FALSE(broken.view().check("x"));
    broken = trained_;
    broken.starts.back() += 1;
    EXPECT_FALSE(broken.view().check("x"));
    broken = trained_;
    broken.word_starts[1] = 60'000;
    EXPECT_FALSE(broken.view().check("x"));
    std::ofstream(folder_.file("no.model")) << "HWTTL1\n";
    EXPECT_FALSE(TitleModel::open(folder_.file("no.model")));
    EXPECT_TRUE(trained_.view().check("x"));
}

}  // namespace
}  // namespace headway::ontology
