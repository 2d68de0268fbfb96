// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <gmock/gmock.h>
#include <unordered_set>

#include "ontology/esco_reader.hpp"
#include "ontology/onet_reader.hpp"
#include "ontology/quality.hpp"
#include "support/data_folder.hpp"

/// The official releases, whole: the counts are those that were taken from the files by other means.
namespace headway::ontology {
namespace {

using ::testing::IsEmpty;

const Framework& onet() {
    static const Framework framework = [] {
        const std::vector<std::string> paths = {test::data_folder() + "/onet-30.1-text",
                                                test::data_folder() + "/onet-29.3-fill"};
        return read_onet(paths).value();
    }();
    return framework;
}

const Framework& esco() {
    static const Framework framework = read_esco(test::data_folder() + "/esco-1.1.1-csv").value();
    return framework;
}

const Skill* by_name(const Framework& f, std::string_view name) {
    const auto at = std::ranges::find(f.skills, name, &Skill::name);
    return at == f.skills.end() ? nullptr : &*at;
}

bool has_alias(const Skill& skill, std::string_view alias) {
    return std::ranges::find(skill.aliases, alias, &Alias::text) != skill.aliases.end();
}

TEST(OfficialData, OnetCounts) {
    HEADWAY_NEEDS_DATA("onet-30.1-text");
    const auto report = check(Pack::read(make_pack(onet()).value(), "onet").value());
    EXPECT_THAT(report.problems, IsEmpty());
    EXPECT_EQ(report.count("occupations"), 1016U);
    EXPECT_EQ(report.count("technologies"), 8785U);
    EXPECT_EQ(report.count("hot_technologies"), 171U);
    EXPECT_EQ(report.count("tools"), 18105U);
    EXPECT_EQ(report.count("titles"), 56505U);
    EXPECT_EQ(report.count("ratings"), 61530U + 58014U);
    EXPECT_EQ(report.rows("Technology Skills.txt"), 32773U);
    EXPECT_EQ(report.rows("Tools Used.txt"), 41662U);
    EXPECT_EQ(report.rows("Task Statements.txt"), 18796U);
    EXPECT_EQ(report.rows("Tasks to DWAs.txt"), 23850U);
    EXPECT_EQ(report.rows("Alternate Titles.txt"), 56505U);
    EXPECT_EQ(report.rows("Related Occupations.txt"), 18460U);
    EXPECT_EQ(report.files.size(), 36U) << "34 files of 30.1 and two of 29.3";
}

TEST(OfficialData, OnetIdsAreUnique) {
    HEADWAY_NEEDS_DATA("onet-30.1-text");
    std::unordered_set<std::string_view> ids;
    std::size_t technologies = 0;
    std::size_t numbered = 0;
    for (const auto& skill : onet().skills) {
        EXPECT_TRUE(ids.insert(skill.id).second) << skill.id;
        if (!skill.id.starts_with("onet:tech/")) continue;
        ++technologies;
        if (skill.id.find('~') != std::string::npos) ++numbered;
    }
    EXPECT_EQ(technologies, 8785U);
    EXPECT_EQ(numbered, 0U) << "only tools have names that differ in a hyphen";
}

TEST(OfficialData, OnetRatingsKeepTheirReleaseAndFlags) {
    HEADWAY_NEEDS_DATA("onet-30.1-text");
    for (const auto& rating : onet().ratings) ASSERT_EQ(rating.release, "29.3");
    const auto suppressed = std::ranges::count_if(onet().ratings, &Rating::suppress);
    const auto not_relevant = std::ranges::count_if(onet().ratings, &Rating::not_relevant);
    EXPECT_EQ(suppressed, 124 + 4797);
    EXPECT_EQ(not_relevant, 3302 + 5939);
}

TEST(OfficialData, OnetShortNames) {
    HEADWAY_NEEDS_DATA("onet-30.1-text");
    EXPECT_TRUE(has_alias(*by_name(onet(), "Structured query language SQL"), "SQL"));
    EXPECT_TRUE(has_alias(*by_name(onet(), "Amazon Web Services AWS software"), "AWS"));
    EXPECT_TRUE(has_alias(*by_name(onet(), "Hypertext markup language HTML"), "HTML"));
    EXPECT_TRUE(has_alias(*by_name(onet(), "Oracle Java"), "Java"));
    for (const char* name : {"Microsoft Access", "Microsoft Project", "Microsoft Word", "Microsoft Teams",
                             "Google Drive", "Apache Spark", "Microsoft Outlook"}) {
        EXPECT_TRUE(by_name(onet(), name)->ambiguous) << name;
    }
    for (const char* name : {"C", "C++", "C#"}) {
        EXPECT_EQ(by_name(onet(), name)->kind, Kind::programming_language);
        EXPECT_TRUE(by_name(onet(), name)->aliases.empty());
    }
    std::unordered_set<std::string_view> names;
    for (const auto& skill : onet().skills) names.insert(skill.name);
    for (const auto& skill : onet().skills) {
        for (const auto& alias : skill.aliases) EXPECT_FALSE(names.contains(alias.text)) << alias.text;
    }
}

TEST(OfficialData, EscoCounts) {
    HEADWAY_NEEDS_DATA("esco-1.1.1-csv");
    const auto report = check(Pack::read(make_pack(esco()).value(), "esco").value());
    EXPECT_THAT(report.problems, IsEmpty());
    EXPECT_EQ(report.count("skills"), 13896U);
    EXPECT_EQ(report.count("alternative_names"), 97483U);
    EXPECT_EQ(report.count("occupations"), 3007U);
    EXPECT_EQ(report.count("occupations_without_description"), 1U);
    EXPECT_EQ(report.count("occupation_essential_skills") + report.count("occupation_optional_skills"),
              123855U);
    EXPECT_EQ(report.count("kind_human_language"), 346U);
    EXPECT_EQ(report.count("kind_group"), 647U);
    EXPECT_EQ(report.files.size(), 17U);
}

TEST(OfficialData, EscoKinds) {
    HEADWAY_NEEDS_DATA("esco-1.1.1-csv");
    EXPECT_EQ(by_name(esco(), "Java (computer programming)")->kind, Kind::programming_language);
    EXPECT_EQ(by_name(esco(), "C++")->kind, Kind::programming_language);
    EXPECT_EQ(by_name(esco(), "show empathy")->kind, Kind::soft);
    EXPECT_EQ(by_name(esco(), "carry out calculations")->kind, Kind::skill);
    EXPECT_EQ(by_name(esco(), "Finnish")->kind, Kind::human_language);
}

}  // namespace
}  // namespace headway::ontology
