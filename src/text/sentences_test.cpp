// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentences.hpp"

#include <gmock/gmock.h>
#include <random>
#include <string>

namespace headway::text {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> lines(std::string_view s) {
    std::vector<std::string> out;
    for (const Line& l : split_lines(s)) out.emplace_back(s.substr(l.begin, l.end - l.begin));
    return out;
}
std::vector<std::string> sentences(std::string_view s) {
    std::vector<std::string> out;
    for (const Sentence& x : split_sentences(s, split_lines(s)))
        out.emplace_back(s.substr(x.begin, x.end - x.begin));
    return out;
}

TEST(Lines, BulletsAndBlanks) {
    const std::string_view s = "Skills\n\n  • Java \n- SQL\n1. Go\n-5 degrees\n* \n";
    EXPECT_THAT(lines(s), ElementsAre("Skills", "Java", "SQL", "Go", "-5 degrees", "*"));
    const auto all = split_lines(s);
    EXPECT_TRUE(all[0].after_blank && !all[0].bullet);
    EXPECT_TRUE(all[1].after_blank && all[1].bullet);
    EXPECT_TRUE(!all[2].after_blank && all[2].bullet && all[3].bullet);
    EXPECT_FALSE(all[4].bullet) << "a minus is no bullet";
}

TEST(Sentences, StopsEndSentencesButAbbreviationsDoNot) {
    EXPECT_THAT(sentences("I like Java. I know SQL! Do you?"),
                ElementsAre("I like Java.", "I know SQL!", "Do you?"));
    EXPECT_THAT(sentences("Used e.g. Docker at Acme Inc. Berlin with Dr. J. Doe"),
                ElementsAre("Used e.g. Docker at Acme Inc. Berlin with Dr. J. Doe"));
    EXPECT_THAT(sentences("Version 3.5 of node.js runs. fine"),
                ElementsAre("Version 3.5 of node.js runs. fine"));
    EXPECT_THAT(sentences("SQL, Java etc. Good at Go"), ElementsAre("SQL, Java etc.", "Good at Go"));
}

TEST(Sentences, WrappedLinesAreOneAndBulletsAreNot) {
    EXPECT_THAT(
        sentences("Built the pipelines that move\nclaims between systems. Led it.\n• Go\n• Rust"),
        ElementsAre("Built the pipelines that move\nclaims between systems.", "Led it.", "Go", "Rust"));
    EXPECT_THAT(sentences("EXPERIENCE\nWelder at Acme"), ElementsAre("EXPERIENCE", "Welder at Acme"));
    EXPECT_THAT(sentences("One line here\n\nand another there"),
                ElementsAre("One line here", "and another there"));
}

TEST(Sentences, TheyCoverEveryLineInOrder) {
    std::mt19937 random(9);
    const std::string_view alphabet = "aB .!?;\n-•,1(\")\t";
    for (int i = 0; i < 5000; ++i) {
        std::string s;
        for (unsigned n = random() % 60; n > 0; --n) s += alphabet[random() % alphabet.size()];
        const auto all = split_lines(s);
        std::vector<bool> covered(s.size(), false);
        std::uint32_t before = 0;
        for (const Sentence& x : split_sentences(s, all)) {
            ASSERT_LT(x.begin, x.end) << s;
            ASSERT_LE(x.end, s.size()) << s;
            ASSERT_LE(before, x.begin) << s;
            ASSERT_LT(x.first_line, all.size());
            before = x.end;
            for (std::uint32_t k = x.begin; k < x.end; ++k) covered[k] = true;
        }
        for (const Line& l : all) {
            for (std::uint32_t k = l.begin; k < l.end; ++k) {
                const char c = s[k];
                if (c == 'a' || c == 'B' || c == '1') ASSERT_TRUE(covered[k]) << s << " at " << k;
            }
        }
    }
}

}  // namespace
}  // namespace headway::text
