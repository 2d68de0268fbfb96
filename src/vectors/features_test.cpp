// SPDX-License-Identifier: GPL-3.0-or-later
#include "vectors/features.hpp"

#include <gmock/gmock.h>

#include "base/hash.hpp"

namespace headway::vectors {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(PlainWords, LoseCaseMarksAndOuterDots) {
    EXPECT_THAT(plain_words("Résumé: C++, C# and Node.js."),
                ElementsAre("resume", "c++", "c#", "and", "node.js"));
    EXPECT_THAT(plain_words(".NET Straße ÆON"), ElementsAre("net", "strasse", "aeon"));
}

TEST(PlainWords, LeaveOutWhatHasNoLetterOrDigit) {
    EXPECT_THAT(plain_words("... +++ ### – 中文 \xff\xfe"), IsEmpty());
    EXPECT_THAT(plain_words(""), IsEmpty());
}

TEST(PlainWords, AreBounded) {
    EXPECT_THAT(plain_words(std::string(5000, 'x')), ElementsAre(SizeIs(longest_word)));
    std::string many;
    for (int i = 0; i < 3000; ++i) many += "w ";
    EXPECT_THAT(plain_words(many), SizeIs(most_words));
}

TEST(LightStem, JoinsFormsOfAWord) {
    EXPECT_EQ(light_stem("managing"), light_stem("manages"));
    EXPECT_EQ(light_stem("planned"), "plan");
    EXPECT_EQ(light_stem("policies"), light_stem("policy"));
    EXPECT_EQ(light_stem("classes"), light_stem("class"));
}

TEST(LightStem, LeavesShortWordsAndSignsAlone) {
    for (const char* word : {"sql", "c++", "bus", "es6s", "status", "basis"})
        EXPECT_EQ(light_stem(word), word);
    EXPECT_EQ(light_stem("string"), "string") << "what is left has no vowel";
}

TEST(StopWords, AreFound) {
    EXPECT_TRUE(is_stop_word("the"));
    EXPECT_TRUE(is_stop_word("your"));
    EXPECT_FALSE(is_stop_word("java"));
}

TEST(Features, AreTheWordItsStemAndFourGrams) {
    std::vector<std::uint64_t> found;
    add_features("tests", found);
    EXPECT_THAT(found, ElementsAre(hash64("wtests"), hash64("wtest"), hash64("c<tes"), hash64("ctest"),
                                   hash64("cests"), hash64("csts>")));
    found.clear();
    add_features("go", found);
    EXPECT_THAT(found, ElementsAre(hash64("wgo")));
}

}  // namespace
}  // namespace headway::vectors
