// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/lexicon.hpp"

#include <gmock/gmock.h>

#include "base/bytes.hpp"
#include "support/small_catalog.hpp"
#include "text/tokens.hpp"

namespace headway::ontology {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class LexiconTest : public ::testing::Test {
  protected:
    static std::vector<PhraseEntry> entries(const Catalog& catalog, std::string_view phrase) {
        const auto tokens = text::tokenize(phrase);
        const auto found = text::match_longest(catalog.lexicon().phrases(), tokens);
        if (found.size() != 1 || found[0].length != tokens.size()) return {};
        const auto all = catalog.lexicon().entries(found[0].phrase);
        return {all.begin(), all.end()};
    }
    static std::string_view skill_of(const Catalog& catalog, std::string_view phrase) {
        const auto all = entries(catalog, phrase);
        return all.empty() ? "" : catalog.id(all.front().skill);
    }
    test::SmallCatalog made_;
    Catalog catalog_ = made_.open();
};

TEST_F(LexiconTest, FindsEveryNameAndAlias) {
    EXPECT_EQ(skill_of(catalog_, "Kubernetes"), "hw:kubernetes");
    EXPECT_EQ(skill_of(catalog_, "k8s"), "hw:kubernetes");
    EXPECT_EQ(skill_of(catalog_, "C++"), "hw:c-plus-plus");
    EXPECT_EQ(skill_of(catalog_, "Java"), "esco:2");
    EXPECT_EQ(skill_of(catalog_, "Java (computer programming)"), "esco:2");
    EXPECT_EQ(skill_of(catalog_, "handling metal"), "") << "headings are no mentions";
}

TEST_F(LexiconTest, TheBestSourceWinsAName) {
    EXPECT_EQ(skill_of(catalog_, "welding"), "hw:welding");
}

TEST_F(LexiconTest, MarksRolesAndAmbiguity) {
    EXPECT_EQ(entries(catalog_, "kubectl").at(0).role, PhraseRole::signal);
    EXPECT_EQ(entries(catalog_, "cluster").at(0).role, PhraseRole::context);
    EXPECT_EQ(entries(catalog_, "k8s").at(0).role, PhraseRole::alternative);
    EXPECT_EQ(entries(catalog_, "C").at(0).ambiguous, 1) << "one letter";
    EXPECT_EQ(entries(catalog_, "C").at(0).capital, 1);
    EXPECT_EQ(entries(catalog_, "excel").at(0).ambiguous, 1) << "an everyday word";
    EXPECT_EQ(entries(catalog_, "Kubernetes").at(0).ambiguous, 0);
    EXPECT_EQ(entries(catalog_, "Kubernetes").at(0).strict, 1) << "a proper name has no plural";
}

TEST_F(LexiconTest, GroupsBeginWithTheirRepresentative) {
    const SkillId k = catalog_.find_skill("hw:kubernetes").value();
    EXPECT_THAT(catalog_.lexicon().members(k),
                ElementsAre(k, catalog_.find_skill("onet:tech/kubernetes").value()));
    EXPECT_THAT(catalog_.lexicon().members(catalog_.find_skill("onet:tech/kubernetes").value()), IsEmpty());
}

TEST_F(LexiconTest, NeighboursGoBothWaysAndLeaveHeadingsOut) {
    const auto of = [&](const char* id) {
        return catalog_.lexicon().neighbours(catalog_.find_skill(id).value());
    };
    ASSERT_EQ(of("hw:kubernetes").size(), 1U);
    EXPECT_EQ(of("hw:kubernetes")[0].relation, Relation::broader);
    EXPECT_EQ(of("hw:kubernetes")[0].curated, 1);
    EXPECT_EQ(of("hw:containers")[0].relation, Relation::narrower);
    EXPECT_EQ(of("hw:c-plus-plus")[0].relation, Relation::near);
    EXPECT_EQ(of("hw:c-sharp")[0].relation, Relation::near);
    EXPECT_TRUE(of("esco:3").empty());
}

TEST_F(LexiconTest, TitlesLeadToOccupations) {
    const auto tokens = text::tokenize("app dev");
    const auto found = text::match_longest(catalog_.lexicon().titles(), tokens);
    ASSERT_EQ(found.size(), 1U);
    const auto occupations = catalog_.lexicon().title_occupations(found[0].phrase);
    ASSERT_EQ(occupations.size(), 1U);
    EXPECT_EQ(catalog_.occupation_code(occupations[0]), "15-1252.00");
}

TEST_F(LexiconTest, OneSpellingOfTwoIsKeptWhateverTheirOrder) {
    for (const auto& spellings : {std::pair{"forklift", "forklifts"}, {"forklifts", "forklift"}}) {
        Framework curated = test::small_curated();
        Skill& skill = curated.skills.at(0);
        skill.kind = Kind::skill;
        skill.aliases = {{spellings.first, AliasKind::alternative},
                         {spellings.second, AliasKind::alternative}};
        const test::SmallCatalog made(curated);
        const Catalog catalog = made.open();
        EXPECT_EQ(entries(catalog, "forklift").at(0).strict, 0) << "the plural alone would ask for its s";
        EXPECT_EQ(entries(catalog, "forklifts").at(0).strict, 0);
    }
}

TEST_F(LexiconTest, EqualPacksGiveEqualFiles) {
    const std::string again = made_.folder().file("again.bin");
    ASSERT_TRUE(compile_lexicon(made_.packs(), "# everyday\nexcel\nwelding\n", again));
    EXPECT_EQ(read_file(again, 1U << 24U).value(), read_file(made_.paths().lexicon, 1U << 24U).value());
}

TEST_F(LexiconTest, RefusesOtherPacks) {
    auto other = test::small_esco();
    other.skills[0].name = "something else";
    ASSERT_TRUE(write_pack(other, made_.folder().file("esco.pack")));
    const auto catalog = Catalog::open(made_.paths());
    ASSERT_FALSE(catalog);
    EXPECT_THAT(catalog.error().message(), HasSubstr("other packs"));
}

TEST_F(LexiconTest, ADamagedFileIsRefusedOrHarmless) {
    const std::string bytes = read_file(made_.paths().lexicon, 1U << 24U).value();
    const auto packs = made_.packs();
    std::size_t refused = 0;
    for (std::size_t i = 0; i < bytes.size(); i += 397) {
        std::string changed = bytes;
        changed[i] = static_cast<char>(changed[i] ^ 0x81);
        const auto lexicon = Lexicon::open(made_.folder().write("damaged.bin", changed), packs);
        if (!lexicon) {
            ++refused;
            continue;
        }
        const auto tokens = text::tokenize("Kubernetes C++ welding kubectl registered nurse licence excel");
        for (const auto& match : text::match_longest(lexicon->phrases(), tokens)) {
            for (const PhraseEntry& e : lexicon->entries(match.phrase)) {
                EXPECT_LT(e.skill, catalog_.skill_count());
                (void)lexicon->members(e.skill);
                (void)lexicon->neighbours(e.skill);
            }
        }
    }
    EXPECT_GT(refused, 0U);
}

}  // namespace
}  // namespace headway::ontology
