// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/merge.hpp"

#include <gtest/gtest.h>

#include "support/small_catalog.hpp"

namespace headway::ontology {
namespace {

/// Ids of the representatives of a catalog made of these frameworks.
std::string representative(const std::vector<Framework>& frameworks, std::string_view id) {
    std::vector<Pack> packs;
    for (const Framework& f : frameworks) packs.push_back(Pack::read(make_pack(f).value(), "x").value());
    const auto skills = all_skills(packs);
    const auto canonical = merge_skills(skills);
    for (SkillId s = 0; s < skills.size(); ++s) {
        if (skills[s].pack->text(skills[s].row->id) != id) continue;
        const SkillSource& best = skills[canonical[s]];
        return std::string(best.pack->text(best.row->id));
    }
    return "absent";
}
std::string of_small(std::string_view id) {
    return representative({test::small_curated(), test::small_onet(), test::small_esco()}, id);
}

TEST(Merge, EqualNamesAreOneSkillAndTheCuratedRowStandsForIt) {
    EXPECT_EQ(of_small("onet:tech/kubernetes"), "hw:kubernetes");
    EXPECT_EQ(of_small("hw:kubernetes"), "hw:kubernetes");
}

TEST(Merge, TheThreeCsStayThree) {
    EXPECT_EQ(of_small("hw:c"), "hw:c");
    EXPECT_EQ(of_small("hw:c-plus-plus"), "hw:c-plus-plus");
    EXPECT_EQ(of_small("hw:c-sharp"), "hw:c-sharp");
}

TEST(Merge, TheCuratedListJoinsBySameAsAndByAlias) {
    EXPECT_EQ(of_small("esco:1"), "hw:excel");
    auto curated = test::small_curated();
    curated.skills[5].aliases.push_back({"wound care", AliasKind::alternative});
    EXPECT_EQ(representative({curated, test::small_esco()}, "esco:4"), "hw:containers");
    curated.skills[5].ambiguous = true;
    EXPECT_EQ(representative({curated, test::small_esco()}, "esco:4"), "esco:4")
        << "an ambiguous skill's alias proves nothing";
}

TEST(Merge, OtherFrameworksAliasesJoinNothing) {
    EXPECT_EQ(of_small("esco:3"), "esco:3") << "its alias is welding, but ESCO's aliases are loose";
}

TEST(Merge, KindsThatCannotBeOneThingStayApart) {
    auto curated = test::small_curated();
    curated.skills.push_back(test::skill("hw:wound-degree", "wound care", Kind::degree));
    EXPECT_EQ(representative({curated, test::small_esco()}, "esco:4"), "esco:4");
    curated.skills.back().kind = Kind::skill;
    EXPECT_EQ(representative({curated, test::small_esco()}, "esco:4"), "hw:wound-degree");
}

TEST(Merge, HeadingsStayAlone) {
    auto esco = test::small_esco();
    esco.skills.push_back(test::skill("esco:5", "handling metal", Kind::skill));
    EXPECT_EQ(representative({esco}, "esco:g"), "esco:g");
    EXPECT_EQ(representative({esco}, "esco:5"), "esco:5");
}

TEST(Merge, BareNames) {
    EXPECT_EQ(bare_name("Java (computer programming)"), "Java");
    EXPECT_EQ(bare_name("SAP R3 (software)"), "SAP R3");
    EXPECT_EQ(bare_name("sharpen (a knife)"), "sharpen (a knife)");
    EXPECT_EQ(bare_name("(software)"), "(software)");
    EXPECT_EQ(bare_name(""), "");
}

}  // namespace
}  // namespace headway::ontology
