// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/tokens.hpp"

#include <gmock/gmock.h>
#include <random>
#include <string>

#include "base/hash.hpp"

namespace headway::text {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> words(std::string_view s) {
    std::vector<std::string> out;
    for (const Token& t : tokenize(s)) out.emplace_back(s.substr(t.begin, t.end - t.begin));
    return out;
}

TEST(Tokens, TechnicalNamesStayWhole) {
    EXPECT_THAT(words("C++, C#, F# and .NET"), ElementsAre("C++", "C#", "F#", "and", ".NET"));
    EXPECT_THAT(words("C/C++/C#"), ElementsAre("C", "C++", "C#"));
    EXPECT_THAT(words("A+ certified"), ElementsAre("A+", "certified"));
    EXPECT_THAT(words("node.js ci/cd front-end"), ElementsAre("node", "js", "ci", "cd", "front", "end"));
    EXPECT_THAT(words("R&D"), ElementsAre("R", "&", "D"));
}

TEST(Tokens, SignsThatBelongToNoName) {
    EXPECT_THAT(words("5+ years, 1+1, C+++"), ElementsAre("5", "years", "1", "1", "C"));
    EXPECT_THAT(words("issue#12 #1"), ElementsAre("issue", "12", "1"));
    EXPECT_THAT(words("end.Next"), ElementsAre("end", "Next"));
    EXPECT_THAT(words("3.5 years. 2. Item"), ElementsAre("3.5", "years", "2", "Item"));
}

TEST(Tokens, ApostrophesAndOtherScripts) {
    EXPECT_THAT(words("Bachelor's and nurse’s"), ElementsAre("Bachelor's", "and", "nurse’s"));
    EXPECT_THAT(words("Пайтон 程序 — résumé"), ElementsAre("Пайтон", "程序", "résumé"));
    EXPECT_THAT(words("“Go”•Rust"), ElementsAre("Go", "Rust"));
}

TEST(Tokens, KeysForgetCaseMarksPluralsAndPossession) {
    const auto key = [](std::string_view w) { return tokenize(w).at(0).key; };
    EXPECT_EQ(key("Résumés"), key("resume"));
    EXPECT_EQ(key("databases"), key("Database"));
    EXPECT_EQ(key("nurse's"), key("nurse’s"));
    EXPECT_EQ(key("nurse's"), key("Nurse"));
    EXPECT_EQ(key("&"), key("and"));
    EXPECT_NE(key("C"), key("C++"));
    EXPECT_NE(key("C++"), key("C#"));
    EXPECT_NE(key("NET"), key(".NET"));
    EXPECT_NE(tokenize("skills").at(0).exact, tokenize("skill").at(0).exact) << "exact keeps the plural";
}

TEST(Tokens, KeyIsTheHashOfTheNormalForm) {
    const std::string long_word(300, 'q');
    for (std::string_view w : std::initializer_list<std::string_view>{
             "Policies", "C++",   ".NET", "Bachelor's", "Résumé",    "&",          "analysis", "ﬁles",
             "3.5",      "Aspen", "a",    "I",          "welding",   "KUBERNETES", "DevOps",   "iPhone",
             "x86",      "don't", "F#",   "naïve",      "O’Brien's", "gas",        long_word}) {
        EXPECT_EQ(tokenize(w).at(0).key, hash64(normal_form(w))) << w;
        EXPECT_EQ(tokenize(w).at(0).end, w.size()) << w;
    }
}

TEST(Tokens, Plurals) {
    std::string buffer;
    const auto single = [&](std::string_view w) { return std::string(without_plural(w, buffer)); };
    EXPECT_EQ(single("skills"), "skill");
    EXPECT_EQ(single("policies"), "policy");
    EXPECT_EQ(single("processes"), "process");
    EXPECT_EQ(single("boxes"), "box");
    EXPECT_EQ(single("batches"), "batch");
    for (const char* w : {"process", "status", "analysis", "aws", "s", "", "ios", "less"})
        EXPECT_EQ(single(w), w);
}

TEST(Tokens, Flags) {
    const auto t = tokenize("Knows SQL. Uses\nReact 18");
    ASSERT_EQ(t.size(), 5U);
    EXPECT_TRUE(t[0].upper_first && t[0].line_start && t[0].after_stop && !t[0].upper_all);
    EXPECT_TRUE(t[1].upper_all && !t[1].after_stop);
    EXPECT_TRUE(t[2].after_stop && !t[2].line_start);
    EXPECT_TRUE(t[3].line_start && t[3].after_stop);
    EXPECT_TRUE(t[4].digit_first && !t[4].upper_all);
}

TEST(Tokens, LinksNameNoSkill) {
    for (const auto& t : tokenize("see https://example.com/java/python")) {
        EXPECT_EQ(t.in_link, t.begin >= 4);
    }
    for (const auto& t : tokenize("ann@python.example")) EXPECT_TRUE(t.in_link);
    for (const auto& t : tokenize("Java/Python and node.js")) EXPECT_FALSE(t.in_link);
}

TEST(Tokens, NormalNames) {
    EXPECT_EQ(normal_name("  Microsoft  EXCEL (spreadsheets)"), "microsoft excel spreadsheet");
    EXPECT_EQ(normal_name("Research & Development"), "research and development");
    EXPECT_EQ(normal_name("---"), "");
    EXPECT_NE(normal_name("C"), normal_name("C++"));
}

TEST(Tokens, RandomBytesGiveOrderedTokensInsideTheText) {
    std::mt19937 random(5);
    const std::string_view alphabet = "aB3 .+#&'/\n\t\xC3\xA9\xE2\x80\x99\xFF\x80@:-";
    for (int i = 0; i < 5000; ++i) {
        std::string s;
        for (unsigned n = random() % 40; n > 0; --n) s += alphabet[random() % alphabet.size()];
        std::uint32_t before = 0;
        for (const Token& t : tokenize(s)) {
            ASSERT_LE(before, t.begin);
            ASSERT_LT(t.begin, t.end);
            ASSERT_LE(t.end, s.size());
            before = t.end;
        }
        (void)normal_name(s);
    }
}

TEST(Tokens, AVeryLongWordHasTheKeyOfItsBeginning) {
    const std::string a = std::string(256, 'a');
    const auto t = tokenize(a + "bbb");
    ASSERT_EQ(t.size(), 1U);
    EXPECT_EQ(t[0].end, 259U);
    EXPECT_EQ(t[0].key, tokenize(a + "ccc")[0].key);
}

}  // namespace
}  // namespace headway::text
