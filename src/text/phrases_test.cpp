// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/phrases.hpp"

#include <gmock/gmock.h>
#include <map>
#include <random>
#include <string>

namespace headway::text {
namespace {

using ::testing::ElementsAre;

PhraseIndexBuilder built(const std::vector<std::string>& phrases) {
    PhraseIndexBuilder builder;
    for (const auto& p : phrases) (void)builder.add(p);
    builder.finish();
    return builder;
}

/// Number and first token of each match.
std::vector<std::pair<std::uint32_t, std::uint32_t>> longest(const PhraseIndexBuilder& b,
                                                             std::string_view text) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
    for (const PhraseMatch& m : match_longest(b.index(), tokenize(text))) out.emplace_back(m.phrase, m.first);
    return out;
}

TEST(Phrases, NumbersInOrderOfFirstAdding) {
    PhraseIndexBuilder b;
    EXPECT_EQ(b.add("machine learning"), 0U);
    EXPECT_EQ(b.add("machine"), 1U);
    EXPECT_EQ(b.add("Machine Learnings"), 0U) << "equal in normal form";
    EXPECT_EQ(b.add("..."), PhraseIndexBuilder::npos);
    EXPECT_EQ(b.phrases(), 2U);
}

TEST(Phrases, TheLongestWinsWithoutOverlaps) {
    const auto b = built({"machine learning", "machine", "learning engineer", "engineer"});
    EXPECT_THAT(longest(b, "a machine learning engineer"), ElementsAre(std::pair(0U, 1U), std::pair(3U, 3U)));
    EXPECT_THAT(longest(b, "machine tools"), ElementsAre(std::pair(1U, 0U)));
    EXPECT_THAT(longest(b, "learning alone"), ElementsAre());
    EXPECT_THAT(longest(b, ""), ElementsAre());
}

TEST(Phrases, MatchAtGivesAllShortestFirst) {
    const auto b = built({"a b c", "a", "a b"});
    const auto tokens = tokenize("a b c d");
    std::vector<std::uint32_t> words;
    look_up(b.index(), tokens, words);
    EXPECT_EQ(words[3], 0U);
    std::vector<PhraseMatch> found;
    match_at(b.index(), tokens, words, 0, found);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].length, 1U);
    EXPECT_EQ(found[2].length, 3U);
    EXPECT_EQ(found[2].phrase, 0U);
    match_at(b.index(), tokens, words, 3, found);
    EXPECT_TRUE(found.empty());
}

TEST(Phrases, LinksMatchNothing) {
    const auto b = built({"python"});
    EXPECT_THAT(longest(b, "https://python.org/python"), ElementsAre());
}

TEST(Phrases, EveryPhraseOfManyIsFoundAndNoOther) {
    std::mt19937 random(3);
    std::map<std::string, std::uint32_t> known;
    PhraseIndexBuilder b;
    const auto phrase = [&] {
        std::string out;
        for (unsigned n = 1 + random() % 4; n > 0; --n) out += "w" + std::to_string(random() % 300) + " ";
        out.pop_back();
        return out;
    };
    for (int i = 0; i < 20000; ++i) {
        const std::string p = phrase();
        const auto number = b.add(p);
        const auto [at, added] = known.emplace(p, number);
        ASSERT_EQ(at->second, number);
    }
    b.finish();
    ASSERT_EQ(b.phrases(), known.size());
    ASSERT_TRUE(b.index().valid(b.phrases()));
    for (int i = 0; i < 20000; ++i) {
        const std::string p = phrase();
        const auto tokens = tokenize(p);
        std::vector<std::uint32_t> words;
        look_up(b.index(), tokens, words);
        std::vector<PhraseMatch> found;
        match_at(b.index(), tokens, words, 0, found);
        const bool whole = !found.empty() && found.back().length == tokens.size();
        ASSERT_EQ(whole, known.contains(p)) << p;
        if (whole) ASSERT_EQ(found.back().phrase, known[p]);
    }
}

TEST(Phrases, ValidRefusesArraysThatCouldLeadAstray) {
    const auto b = built({"a b", "c"});
    const PhraseIndex good = b.index();
    ASSERT_TRUE(good.valid(2));
    EXPECT_FALSE(good.valid(1)) << "an end names a phrase that is not there";
    EXPECT_FALSE(PhraseIndex{}.valid(0));
    PhraseIndex odd = good;
    odd.vocabulary = good.vocabulary.first(good.vocabulary.size() - 1);
    EXPECT_FALSE(odd.valid(2)) << "no power of two";
    std::vector<PhraseIndex::Word> full(good.vocabulary.begin(), good.vocabulary.end());
    for (auto& w : full) w.number = 1;
    PhraseIndex crowded = good;
    crowded.vocabulary = full;
    EXPECT_FALSE(crowded.valid(2)) << "a search in a full table would not end";
    std::vector<PhraseIndex::Edge> edges(good.edges.begin(), good.edges.end());
    for (auto& e : edges) {
        if (e.node != 0) e.target = e.node;
    }
    PhraseIndex circle = good;
    circle.edges = edges;
    EXPECT_FALSE(circle.valid(2)) << "a walk would not end";
    std::vector<std::uint32_t> roots(good.roots.begin(), good.roots.end());
    roots.back() = 1U << 20U;
    PhraseIndex far = good;
    far.roots = roots;
    EXPECT_FALSE(far.valid(2));
}

}  // namespace
}  // namespace headway::text
