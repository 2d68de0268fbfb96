// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/word_profiles.hpp"

#include <gmock/gmock.h>

#include "support/temp_folder.hpp"

namespace headway::career {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

using Words = std::vector<std::string>;

class WordProfilesTest : public ::testing::Test {
  protected:
    WordProfilesTest() {
        WordProfilesWriter writer;
        writer.begin_skill();
        writer.add(Words{"cash", "handling"}, 1);
        writer.add(Words{"counting", "the", "cash"}, 1);
        writer.add(Words{"till", "penny", "float"}, 2);
        writer.begin_skill();
        writer.add(Words{"stock", "handling"}, 1);
        TableFileWriter file;
        writer.write(file);
        EXPECT_TRUE(file.write(folder_.file("words.bin"), magic_, 1));
    }
    test::TempFolder folder_;
    std::string_view magic_{"HWTEST\n\0", 8};
};

TEST_F(WordProfilesTest, CountsEachStemOnceAText) {
    const auto file = TableFile::open(folder_.file("words.bin"), magic_, 1);
    ASSERT_TRUE(file);
    const auto profiles = WordProfiles::load(*file, 2);
    ASSERT_TRUE(profiles) << profiles.error().message();
    EXPECT_THAT(profiles->of(0), SizeIs(6));  // cash handl count till penni float
    EXPECT_THAT(profiles->of(1), SizeIs(2));
    const auto cash = profiles->terms(Words{"cash"});
    ASSERT_THAT(cash, SizeIs(1));
    const auto till = profiles->terms(Words{"tills"});
    ASSERT_THAT(till, SizeIs(1));
    for (const WordProfiles::Word& w : profiles->of(0)) {
        if (w.term == cash.front() || w.term == till.front()) {
            EXPECT_EQ(w.count, 2);
        }
    }
}

TEST_F(WordProfilesTest, WhatFewSkillsShareTellsMore) {
    const auto file = TableFile::open(folder_.file("words.bin"), magic_, 1);
    const auto profiles = WordProfiles::load(*file, 2);
    ASSERT_TRUE(profiles);
    const auto one = profiles->terms(Words{"cash"});
    const auto both = profiles->terms(Words{"handling"});
    EXPECT_GT(profiles->idf(one.at(0)), profiles->idf(both.at(0)));
}

TEST_F(WordProfilesTest, NumbersLettersAndStopWordsTellNothing) {
    const auto file = TableFile::open(folder_.file("words.bin"), magic_, 1);
    const auto profiles = WordProfiles::load(*file, 2);
    ASSERT_TRUE(profiles);
    EXPECT_THAT(profiles->terms(Words{"the", "7", "x", "unheard"}), IsEmpty());
    EXPECT_THAT(profiles->terms(Words{"till", "cash", "till"}), SizeIs(2));
}

TEST_F(WordProfilesTest, RefusesAFileOfOtherSkills) {
    const auto file = TableFile::open(folder_.file("words.bin"), magic_, 1);
    EXPECT_FALSE(WordProfiles::load(*file, 3));
}

}  // namespace
}  // namespace headway::career
