// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/esco_reader.hpp"

#include <filesystem>
#include <gmock/gmock.h>
#include <map>

#include "support/temp_folder.hpp"

namespace headway::ontology {
namespace {

using ::testing::HasSubstr;
using Files = std::map<std::string, std::string>;

const std::string s = "http://data.europa.eu/esco/skill/";
const std::string o = "http://data.europa.eu/esco/occupation/";
const std::string i = "http://data.europa.eu/esco/isco/";

Files small_release() {
    return {
        {"skillGroups_en.csv", "conceptUri,preferredLabel,altLabels,hiddenLabels,code\r\n" + s +
                                   "g1,communicating,,,T4.1\r\n" + s + "g2,languages,tongues,,L1\r\n"},
        {"skillsHierarchy_en.csv",
         "Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term,Level 2 URI,Level 2 "
         "preferred term,"
         "Level 3 URI,Level 3 preferred term,Description\r\n" +
             s + "g3,all of them,,,,,,\r\n" + s + "g3,all of them," + s + "g1,communicating\r\n"},
        {"skills_en.csv",
         "conceptUri,preferredLabel,altLabels,hiddenLabels,skillType,reuseLevel\r\n" + s +
             "a,bake bread,\"baking bread\nbread making \xC2\xA0\n\",,skill/competence,sector-specific\r\n" +
             s + "b,C++,,cpp,knowledge,sector-specific\r\n" + s +
             "c,Finnish,Suomi,,knowledge,transversal\r\n" + s +
             "d,\"listen, then speak\",,,skill/competence,transversal\r\n" + s + "e,odd one,,,,\r\n" + s +
             "f,ML (computer programming),,,knowledge,sector-specific\r\n"},
        {"ISCOGroups_en.csv", "conceptUri,code\r\n" + i + "C7,7\r\n" + i + "C7512,7512\r\n"},
        {"occupations_en.csv", "conceptUri,preferredLabel,altLabels,hiddenLabels,iscoGroup\r\n" + o +
                                   "x,baker,\"bread baker\nbread maker\",bakr,7512\r\n" + o +
                                   "y,master baker,,,7512\r\n"},
        {"broaderRelationsSkillPillar.csv", "conceptUri,broaderUri\r\n" + s + "d," + s + "g1\r\n"},
        {"broaderRelationsOccPillar.csv",
         "conceptType,conceptUri,broaderUri\r\nISCOGroup," + i + "C7512," + i + "C7\r\nOccupation," + o +
             "x," + i + "C7512\r\nOccupation," + o + "y," + o + "x\r\nOccupation," + o + "z," + o + "x\r\n"},
        {"skillSkillRelations.csv",
         "originalSkillUri,relationType,relatedSkillUri\r\n" + s + "a,optional," + s + "b\r\n"},
        {"occupationSkillRelations.csv", "occupationUri,relationType,skillUri\r\n" + o + "x,essential," + s +
                                             "a\r\n" + o + "x,optional," + s + "b\r\n" + o + "z,optional," +
                                             s + "a\r\n"},
        {"digitalSkillsCollection_en.csv", "conceptUri\r\n" + s + "b\r\n" + s + "f\r\n"},
        {"languageSkillsCollection_en.csv", "conceptUri\r\n" + s + "c\r\n"},
        {"transversalSkillsCollection_en.csv", "conceptUri\r\n" + s + "d\r\n" + s + "e\r\n"},
        {"conceptSchemes_en.csv", "anything\r\n1\r\n2\r\n"},
    };
}

class EscoReader : public ::testing::Test {
  protected:
    Result<Framework> read(const Files& files, const std::string& name = "esco-1.1.1-csv") {
        std::filesystem::remove_all(folder_.file(name));
        for (const auto& [file, text] : files) folder_.write(name + "/" + file, text);
        return read_esco(folder_.file(name));
    }
    std::string refusal_with(const std::string& name, const std::string& from, const std::string& to) {
        Files files = small_release();
        auto& text = files.at(name);
        text.replace(text.find(from), from.size(), to);
        auto framework = read(files);
        return framework ? "accepted" : framework.error().message();
    }
    test::TempFolder folder_;
};

const Skill& find(const Framework& f, std::string_view id) {
    for (const auto& skill : f.skills) {
        if (skill.id == id) return skill;
    }
    throw std::runtime_error("no " + std::string(id));
}

TEST_F(EscoReader, RefusesNamesOfFilesThatAreNotUtf8) {
    for (const char* name : {"notes_\xff.csv", "skills_\xff\xff.csv"}) {
        Files files = small_release();
        files[name] = files.at("skills_en.csv");
        const auto framework = read(files);
        ASSERT_FALSE(framework);
        EXPECT_THAT(framework.error().message(), HasSubstr("the name of this file is not UTF-8"));
    }
}

TEST_F(EscoReader, ReadsSkillsWithLabels) {
    const Framework f = read(small_release()).value();
    EXPECT_EQ(f.release, "1.1.1");
    const Skill& bake = find(f, "esco:a");
    EXPECT_EQ(bake.name, "bake bread");
    EXPECT_EQ(bake.external_id, s + "a");
    EXPECT_EQ(bake.kind, Kind::skill);
    EXPECT_EQ(bake.reuse, Reuse::sector_specific);
    ASSERT_EQ(bake.aliases.size(), 2U);
    EXPECT_EQ(bake.aliases[1].text, "bread making");
    EXPECT_EQ(find(f, "esco:b").aliases[0].kind, AliasKind::hidden);
    EXPECT_EQ(find(f, "esco:d").name, "listen, then speak");
    EXPECT_EQ(find(f, "esco:e").reuse, Reuse::unknown);
}

TEST_F(EscoReader, TakesKindsFromTheCollections) {
    const Framework f = read(small_release()).value();
    EXPECT_EQ(find(f, "esco:b").kind, Kind::programming_language);
    EXPECT_EQ(find(f, "esco:f").kind, Kind::programming_language);
    EXPECT_EQ(find(f, "esco:c").kind, Kind::human_language);
    EXPECT_EQ(find(f, "esco:d").kind, Kind::soft);
    EXPECT_EQ(find(f, "esco:e").kind, Kind::skill) << "transversal, but in no group of attitudes";
    EXPECT_EQ(find(f, "esco:g2").kind, Kind::group);
}

TEST_F(EscoReader, NamesGroupsThatOnlyTheHierarchyKnows) {
    const Framework f = read(small_release()).value();
    EXPECT_EQ(find(f, "esco:g3").name, "all of them");
    EXPECT_EQ(f.links.size(), 3U);
    EXPECT_EQ(f.skills[f.links[0].from].id, "esco:g1");
    EXPECT_EQ(f.skills[f.links[0].to].id, "esco:g3");
    EXPECT_EQ(f.links[2].kind, LinkKind::optional);
}

TEST_F(EscoReader, ReadsOccupationsAndKeepsOneThatIsNotDescribed) {
    const Framework f = read(small_release()).value();
    ASSERT_EQ(f.occupations.size(), 3U);
    EXPECT_EQ(f.occupations[0].code, "7512");
    EXPECT_EQ(f.occupations[2].name, "esco:z");
    EXPECT_EQ(f.occupations[2].code, "7512");
    ASSERT_EQ(f.titles.size(), 3U);
    EXPECT_EQ(f.titles[1].text, "bread maker");
    EXPECT_EQ(f.titles[2].sources, "hidden");
    ASSERT_EQ(f.related.size(), 2U);
    EXPECT_EQ(f.related[0].tier, "broader");
    ASSERT_EQ(f.occupation_skills.size(), 3U);
    EXPECT_EQ(f.occupation_skills[0].use, Use::essential);
    EXPECT_EQ(f.occupation_skills[2].occupation, 2U);
    EXPECT_EQ(f.files.size(), 13U);
}

TEST_F(EscoReader, RefusesWrongCellsWithFileLineAndColumn) {
    EXPECT_THAT(refusal_with("skills_en.csv", "knowledge", "wisdom"),
                HasSubstr("/skills_en.csv:5, column \"skillType\": \"wisdom\" is not"));
    EXPECT_THAT(refusal_with("skills_en.csv", "sector-specific", "everywhere"), HasSubstr("a reuse level"));
    EXPECT_THAT(refusal_with("skills_en.csv", s + "b", s + "a"), HasSubstr("there once"));
    EXPECT_THAT(refusal_with("skills_en.csv", s + "b", "urn:b"), HasSubstr("an ESCO URI"));
    EXPECT_THAT(refusal_with("skills_en.csv", "C++", " "), HasSubstr("a label"));
    EXPECT_THAT(refusal_with("skills_en.csv", "reuseLevel", "level"), HasSubstr("\"reuseLevel\" is missing"));
    EXPECT_THAT(refusal_with("occupations_en.csv", "bakr,7512", "bakr,9999"),
                HasSubstr("a known ISCO group"));
    EXPECT_THAT(refusal_with("broaderRelationsSkillPillar.csv", s + "g1", s + "g9"),
                HasSubstr("a known skill"));
    EXPECT_THAT(refusal_with("broaderRelationsOccPillar.csv", o + "y," + o + "x", o + "y," + o + "q"),
                HasSubstr("a known occupation or ISCO group"));
    EXPECT_THAT(refusal_with("skillSkillRelations.csv", "optional", "perhaps"),
                HasSubstr("\"essential\" or"));
    EXPECT_THAT(refusal_with("occupationSkillRelations.csv", o + "z", o + "q"),
                HasSubstr("a known occupation"));
    EXPECT_THAT(refusal_with("occupationSkillRelations.csv", s + "b", s + "a"),
                HasSubstr("there once for this"));
    EXPECT_THAT(refusal_with("languageSkillsCollection_en.csv", s + "c", s + "cc"),
                HasSubstr("a known skill"));
    EXPECT_THAT(refusal_with("ISCOGroups_en.csv", ",7512", ",7"), HasSubstr("a code of its own"));
    EXPECT_THAT(refusal_with("skills_en.csv", "\"listen", "listen\""), HasSubstr("quote"));
}

TEST_F(EscoReader, RefusesMissingFilesAndAnUnknownRelease) {
    for (const char* name : {"skills_en.csv", "occupations_en.csv", "occupationSkillRelations.csv"}) {
        Files files = small_release();
        files.erase(name);
        EXPECT_THAT(read(files).error().message(), HasSubstr("missing")) << name;
    }
    EXPECT_THAT(read(small_release(), "esco").error().message(), HasSubstr("cannot tell which release"));
}

}  // namespace
}  // namespace headway::ontology
