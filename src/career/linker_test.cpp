// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/linker.hpp"

#include <gmock/gmock.h>

#include "base/bytes.hpp"
#include "support/small_catalog.hpp"

namespace headway::career {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::string model_path = HEADWAY_SOURCE_DIR "/data/link.model";

class LinkerTest : public ::testing::Test {
  protected:
    LinkerTest() {
        const auto model = vectors::Embedding::open(model_path);
        EXPECT_TRUE(compile_link_table(catalog_.packs(), model.value(), folder_.file("link.bin")));
    }
    [[nodiscard]] Linker open() const {
        return Linker::open(model_path, folder_.file("link.bin"), catalog_).value();
    }
    [[nodiscard]] double similarity(const Linker& linker, const char* text, const char* id) const {
        const ontology::SkillId skill = catalog_.find_skill(id).value();
        return linker.similarity(linker.prepare(text), catalog_.lexicon().canonical(skill));
    }

    test::TempFolder folder_;
    test::SmallCatalog made_;
    ontology::Catalog catalog_ = made_.open();
};

TEST_F(LinkerTest, RanksTheDescribedSkillFirst) {
    const Linker linker = open();
    const auto found = linker.link("Experience in caring for wounds and dressings", LinkFramework::esco, 3);
    ASSERT_THAT(found, SizeIs(3));
    EXPECT_EQ(catalog_.id(found[0].skill), "esco:4");
    EXPECT_GT(found[0].score, found[1].score);
    EXPECT_LE(found[0].score, 1);
}

TEST_F(LinkerTest, KeepsToTheFramework) {
    const Linker linker = open();
    for (const auto& linked : linker.link("Kubernetes and welding", LinkFramework::onet, 10)) {
        EXPECT_EQ(catalog_.framework(linked.skill), "onet");
    }
    EXPECT_EQ(catalog_.id(linker.link("Kubernetes", LinkFramework::onet, 1).at(0).skill),
              "onet:tech/kubernetes");
}

TEST_F(LinkerTest, NeverNamesAHeading) {
    EXPECT_THAT(open().link("handling metal", LinkFramework::esco, 10), SizeIs(4));
}

TEST_F(LinkerTest, FindsNothingInNothing) {
    EXPECT_THAT(open().link("", LinkFramework::esco, 5), IsEmpty());
    EXPECT_THAT(open().link("中文 ...", LinkFramework::esco, 5), IsEmpty());
    EXPECT_THAT(open().link("welding", LinkFramework::esco, 0), IsEmpty());
}

TEST_F(LinkerTest, ALongTextIsBounded) {
    std::string text;
    for (int i = 0; i < 100000; ++i) text += "welding ";
    EXPECT_THAT(open().link(text, LinkFramework::esco, 5), SizeIs(4));
}

TEST_F(LinkerTest, SimilarityIsHighForTheSkillAndLowForOthers) {
    const Linker linker = open();
    const char* sentence = "In the second year I welded steel frames for two local yards";
    EXPECT_GT(similarity(linker, sentence, "esco:3"), 2 * similarity(linker, sentence, "esco:4"));
    EXPECT_GT(similarity(linker, "welding", "esco:3"), 0.8);
    EXPECT_EQ(similarity(linker, "", "esco:3"), 0);
}

TEST_F(LinkerTest, ASkillIsKnownByAllItsRowsAndBySignals) {
    const Linker linker = open();
    // The curated list says that Excel and ESCO's "use spreadsheets software" are one skill.
    EXPECT_EQ(similarity(linker, "spreadsheet use", "hw:excel"),
              similarity(linker, "spreadsheet use", "esco:1"));
    EXPECT_GT(similarity(linker, "spreadsheet use", "hw:excel"), 0.7);
    EXPECT_GT(similarity(linker, "kubectl", "hw:kubernetes"), 0.4);
}

TEST_F(LinkerTest, APhraseIsComparedLikeASkill) {
    const Linker linker = open();
    const auto sentence = linker.prepare("I looked after the stock of the pharmacy for three years");
    EXPECT_GT(Linker::similarity(sentence, linker.prepare("stock control")),
              Linker::similarity(sentence, linker.prepare("neural networks")));
    EXPECT_EQ(Linker::similarity(sentence, linker.prepare("")), 0);
}

TEST_F(LinkerTest, WordsThatGoWithASkillAddUp) {
    const Linker linker = open();
    const ontology::SkillId skill =
        catalog_.lexicon().canonical(catalog_.find_skill("hw:kubernetes").value());
    const auto profile = linker.profile(skill);
    const double one = Linker::shared_words(linker.prepare("kubectl every day"), profile);
    const double two = Linker::shared_words(linker.prepare("kubectl and kubernetes every day"), profile);
    EXPECT_GT(one, 0);
    EXPECT_GT(two, one);
    EXPECT_EQ(Linker::shared_words(linker.prepare("a walk by the river"), profile), 0);
}

TEST_F(LinkerTest, MatchesALineToTheSkillItDescribes) {
    const Linker linker = open();
    const auto found = linker.match("caring for wounds and dressings");
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->skill, catalog_.lexicon().canonical(catalog_.find_skill("esco:4").value()));
    EXPECT_FALSE(linker.match("").has_value());
    EXPECT_FALSE(linker.match("xyzzy quux").has_value());
}

TEST_F(LinkerTest, EqualInputGivesEqualFiles) {
    const auto model = vectors::Embedding::open(model_path);
    ASSERT_TRUE(compile_link_table(catalog_.packs(), model.value(), folder_.file("again.bin")));
    EXPECT_EQ(read_file(folder_.file("link.bin"), 1U << 30U).value(),
              read_file(folder_.file("again.bin"), 1U << 30U).value());
}

TEST_F(LinkerTest, RefusesATableOfOtherPacksOrAnotherModel) {
    const auto model = vectors::Embedding::open(model_path);
    const auto packs = catalog_.packs();
    ASSERT_TRUE(compile_link_table(packs.first(2), model.value(), folder_.file("two.bin")));
    const auto other = LinkTable::open(folder_.file("two.bin"), packs, model->checksum());
    ASSERT_FALSE(other);
    EXPECT_THAT(other.error().what, HasSubstr("other packs"));
    EXPECT_FALSE(LinkTable::open(folder_.file("link.bin"), packs, model->checksum() + 1));
    EXPECT_EQ(LinkTable::open(folder_.file("none.bin"), packs, 0).error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace headway::career
