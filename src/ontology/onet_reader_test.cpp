// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/onet_reader.hpp"

#include <cmath>
#include <filesystem>
#include <gmock/gmock.h>
#include <map>

#include "support/temp_folder.hpp"

namespace headway::ontology {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

using Files = std::map<std::string, std::string>;

constexpr const char* rating_heading =
    "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tN\tStandard Error\tLower CI Bound\t"
    "Upper CI Bound\tRecommend Suppress\tNot Relevant\tDate\tDomain Source\n";

std::string ratings(const std::string& rows) {
    return rating_heading + rows;
}

/// A release of two occupations with one file of every sort, in words of our own.
Files small_release() {
    return {
        {"Read Me.txt", "O*NET 30.1 Database\nDecember 2025 Release\n"},
        {"Scales Reference.txt",
         "Scale ID\tScale Name\tMinimum\tMaximum\nIM\tImportance\t1\t5\nLV\tLevel\t0\t7\n"
         "VH\tHigh point\t1\t6\n"},
        {"Content Model Reference.txt",
         "Element ID\tElement "
         "Name\tDescription\n2\tNeeds\tx\n2.A\tSkills\tx\n2.A.1\tPlain\tx\n2.A.1.a\tReading\tx\n"
         "2.C\tKnowledge\tx\n2.C.1\tBaking\tx\n4\tWork\tx\n4.A\tActivities\tx\n4.A."
         "1\tLooking\tx\n1\tPerson\tx\n"
         "1.D\tStyles\tx\n1.D.1\tKindness\tx\n3\tOther\tx\n3.A\tThing\tx\n"},
        {"Occupation Data.txt",
         "O*NET-SOC Code\tTitle\tDescription\n51-3011.00\tBakers\tBake bread.\n"
         "15-1252.00\tSoftware Developers\tWrite programs that access data.\n"},
        {"UNSPSC Reference.txt",
         "Commodity Code\tCommodity Title\tClass Code\tClass Title\tFamily Code\tFamily Title\tSegment Code\t"
         "Segment Title\n43232405\tObject software\t43232400\tDevelopment "
         "software\t43230000\tSoftware\t43000000\tIT\n"
         "43232306\tQuery software\t43232300\tData software\t43230000\tSoftware\t43000000\tIT\n"
         "48101500\tOvens\t48101500\tCooking\t48100000\tKitchen\t48000000\tService\n"},
        {"Alternate Titles.txt",
         "O*NET-SOC Code\tAlternate Title\tShort Title\tSource(s)\n"
         "51-3011.00\tBread Maker\tn/a\t08\n15-1252.00\tApplication Coder\tAC\t02,08\n"},
        {"Sample of Reported Titles.txt",
         "O*NET-SOC Code\tReported Job Title\tShown in My Next Move\n"
         "51-3011.00\tBread Maker\tY\n51-3011.00\tPastry Baker\tN\n"},
        {"Technology Skills.txt",
         "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand\n"
         "15-1252.00\tC++\t43232405\tObject software\tY\tN\n15-1252.00\tC\t43232405\tObject software\tN\tN\n"
         "15-1252.00\tC#\t43232405\tObject software\tY\tY\n"
         "15-1252.00\tStructured query language SQL\t43232306\tQuery software\tY\tN\n"
         "15-1252.00\tMicrosoft Access\t43232306\tQuery software\tY\tN\n"
         "51-3011.00\tMicrosoft Access\t43232306\tQuery software\tY\tY\n"},
        {"Tools Used.txt",
         "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\n"
         "51-3011.00\tDeck ovens\t48101500\tOvens\n"},
        {"Job Zones.txt", "O*NET-SOC Code\tJob Zone\tDate\tDomain Source\n15-1252.00\t4\t08/2023\tAnalyst\n"},
        {"Related Occupations.txt",
         "O*NET-SOC Code\tRelated O*NET-SOC Code\tRelatedness Tier\tIndex\n"
         "51-3011.00\t15-1252.00\tPrimary-Short\t1\n"},
        {"Work Values.txt",
         "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tDate\tDomain Source\n"
         "51-3011.00\t1.D.1\tKindness\tVH\t0.00\t11/2020\tAnalyst\n"},
        {"Something New.txt", "Whatever\tElse\n1\t2\n"},
    };
}

class OnetReader : public ::testing::Test {
  protected:
    std::string write(const Files& files, const std::string& name = "onet") {
        std::filesystem::remove_all(folder_.file(name));
        for (const auto& [file, text] : files) folder_.write(name + "/" + file, text);
        return folder_.file(name);
    }
    Result<Framework> read(const Files& files) {
        const std::vector<std::string> paths = {write(files)};
        return read_onet(paths);
    }
    std::string refusal(const Files& files) {
        auto framework = read(files);
        return framework ? "accepted" : framework.error().message();
    }
    /// What the import says when one file is replaced.
    std::string refusal(const std::string& name, const std::string& text) {
        Files files = small_release();
        files[name] = text;
        return refusal(files);
    }
    /// What it says when one piece of one file is replaced.
    std::string refusal_with(const std::string& name, const std::string& from, const std::string& to) {
        Files files = small_release();
        auto& text = files.at(name);
        text.replace(text.find(from), from.size(), to);
        return refusal(files);
    }

    test::TempFolder folder_;
};

const Skill* find(const Framework& f, std::string_view id) {
    for (const auto& s : f.skills) {
        if (s.id == id) return &s;
    }
    return nullptr;
}

TEST_F(OnetReader, ReadsElementsWithTheirKindsAndTree) {
    const Framework f = read(small_release()).value();
    EXPECT_EQ(f.release, "30.1");
    EXPECT_EQ(find(f, "onet:2.A.1")->kind, Kind::group);
    EXPECT_EQ(find(f, "onet:2.A.1.a")->kind, Kind::skill);
    EXPECT_EQ(find(f, "onet:2.A.1.a")->external_id, "2.A.1.a");
    EXPECT_EQ(find(f, "onet:2.C.1")->kind, Kind::knowledge);
    EXPECT_EQ(find(f, "onet:4.A.1")->kind, Kind::skill);
    EXPECT_EQ(find(f, "onet:1.D.1")->kind, Kind::soft);
    EXPECT_EQ(find(f, "onet:3.A")->kind, Kind::group);
    ASSERT_EQ(f.links.size(), 10U);
    EXPECT_EQ(f.skills[f.links[2].from].id, "onet:2.A.1.a");
    EXPECT_EQ(f.skills[f.links[2].to].id, "onet:2.A.1");
}

TEST_F(OnetReader, ReadsTechnologiesOncePerExample) {
    const Framework f = read(small_release()).value();
    EXPECT_EQ(f.occupation_skills.size(), 7U);
    EXPECT_EQ(find(f, "onet:tech/c")->kind, Kind::programming_language);
    EXPECT_FALSE(find(f, "onet:tech/c")->hot);
    EXPECT_TRUE(find(f, "onet:tech/c%2B%2B")->hot);
    EXPECT_EQ(find(f, "onet:tech/c%23")->external_id, "43232405:C#");
    EXPECT_EQ(find(f, "onet:tool/deck-ovens")->kind, Kind::tool);
    EXPECT_EQ(find(f, "onet:tool/deck-ovens")->commodity, 48101500U);
    EXPECT_TRUE(f.occupation_skills[5].in_demand) << "the flag belongs to the pair";
    EXPECT_FALSE(f.occupation_skills[4].in_demand);
    EXPECT_EQ(f.occupation_skills[6].use, Use::tool);
}

TEST_F(OnetReader, DerivesNames) {
    const Framework f = read(small_release()).value();
    const Skill& sql = *find(f, "onet:tech/structured-query-language-sql");
    ASSERT_EQ(sql.aliases.size(), 2U);
    EXPECT_EQ(sql.aliases[0].text, "SQL");
    EXPECT_EQ(sql.aliases[0].kind, AliasKind::derived);
    const Skill& access = *find(f, "onet:tech/microsoft-access");
    ASSERT_EQ(access.aliases.size(), 1U);
    EXPECT_EQ(access.aliases[0].text, "Access");
    EXPECT_TRUE(access.ambiguous);
    EXPECT_THAT(access.context, ElementsAre("microsoft"));
    EXPECT_TRUE(find(f, "onet:tech/c%2B%2B")->aliases.empty());
}

TEST_F(OnetReader, GivesADerivedNameToNobodyWhereSeveralClaimIt) {
    Files files = small_release();
    files["Technology Skills.txt"] +=
        "51-3011.00\tStructure query language SQL\t43232306\tQuery software\tN\tN\n"
        "51-3011.00\tAutodesk QuickDraw\t43232306\tQuery software\tN\tN\n"
        "51-3011.00\tAdobe QuickDraw\t43232306\tQuery software\tN\tN\n"
        "51-3011.00\tCorel PaintBox\t43232306\tQuery software\tN\tN\n"
        "51-3011.00\tpaintbox\t43232306\tQuery software\tN\tN\n";
    const Framework f = read(files).value();
    EXPECT_EQ(find(f, "onet:tech/structured-query-language-sql")->aliases[0].text, "SQL")
        << "the hot one has it";
    EXPECT_EQ(find(f, "onet:tech/structure-query-language-sql")->aliases.size(), 1U);
    EXPECT_TRUE(find(f, "onet:tech/autodesk-quickdraw")->aliases.empty());
    EXPECT_TRUE(find(f, "onet:tech/adobe-quickdraw")->aliases.empty());
    EXPECT_TRUE(find(f, "onet:tech/corel-paintbox")->aliases.empty()) << "the own name of another";
}

TEST_F(OnetReader, NumbersSlugsThatCollide) {
    Files files = small_release();
    files["Tools Used.txt"] += "51-3011.00\tDeck-ovens\t48101500\tOvens\n";
    const Framework f = read(files).value();
    EXPECT_EQ(find(f, "onet:tool/deck-ovens")->name, "Deck ovens");
    EXPECT_EQ(find(f, "onet:tool/deck-ovens~2")->name, "Deck-ovens");
}

TEST_F(OnetReader, MergesReportedTitles) {
    const Framework f = read(small_release()).value();
    ASSERT_EQ(f.titles.size(), 3U);
    EXPECT_EQ(f.titles[0].sources, "08,reported");
    EXPECT_EQ(f.titles[0].short_text, "");
    EXPECT_EQ(f.titles[1].short_text, "AC");
    EXPECT_EQ(f.titles[2].text, "Pastry Baker");
    EXPECT_EQ(f.titles[2].sources, "reported");
}

TEST_F(OnetReader, FillsRatingsFromAnotherRelease) {
    const std::string base = write(small_release());
    const std::string fill =
        write({{"Skills.txt",
                ratings("51-3011.00\t2.A.1.a\tReading\tIM\t4.12\t8\t0.1250\t3.8800\t4.3700\tN\tn/a\t"
                        "08/2023\tAnalyst\n51-3011.00\t2.A.1.a\tReading\tLV\t0.00\tn/a\tn/a\tn/a\tn/a\t"
                        "Y\tY\t07/2012\tAnalyst\n")},
               {"Job Zones.txt", "ignored, and not even read"}},
              "db_29_3_text");
    const std::vector<std::string> paths = {base, fill};
    const Framework f = read_onet(paths).value();
    ASSERT_EQ(f.ratings.size(), 2U);
    EXPECT_FLOAT_EQ(f.ratings[0].value, 4.12F);
    EXPECT_EQ(f.ratings[0].release, "29.3");
    EXPECT_EQ(f.ratings[0].date, 202308U);
    EXPECT_FALSE(f.ratings[0].suppress);
    EXPECT_EQ(f.ratings[1].scale, Scale::level);
    EXPECT_TRUE(f.ratings[1].suppress);
    EXPECT_TRUE(f.ratings[1].not_relevant);
    EXPECT_TRUE(std::isnan(f.ratings[1].n)) << "n/a is absent, not 0";
    EXPECT_TRUE(std::isnan(f.ratings[1].low));
    EXPECT_THAT(f.licence, HasSubstr("Skills from 29.3"));
    const std::vector<std::string> twice = {base, fill, fill};
    EXPECT_THAT(read_onet(twice).error().message(), HasSubstr("adds no rating file"));
}

TEST_F(OnetReader, ReadsTheLayoutFrom30_3) {
    Files files = small_release();
    const auto rename = [&](const std::string& from, const std::string& to) {
        files[to] = files.at(from);
        files.erase(from);
    };
    rename("Technology Skills.txt", "Software Skills.txt");
    rename("Alternate Titles.txt", "Job Titles.txt");
    auto& titles = files["Job Titles.txt"];
    titles.replace(titles.find("Alternate Title"), 15, "Job Title");
    files["Essential Skills.txt"] =
        ratings("51-3011.00\t2.A.1.a\tReading\tIM\t4.12\t8\tn/a\tn/a\tn/a\tN\tn/a\t08/2023\tAnalyst\n");
    files["Transferable Skills.txt"] =
        ratings("51-3011.00\t3.A\tThing\tIM\t3.00\t8\tn/a\tn/a\tn/a\tN\tn/a\t08/2023\tAnalyst\n");
    const Framework f = read(files).value();
    EXPECT_EQ(f.titles.size(), 3U);
    EXPECT_EQ(f.ratings.size(), 2U);
    EXPECT_EQ(find(f, "onet:3.A")->kind, Kind::skill) << "a rated skill is one wherever the model puts it";
    EXPECT_NE(find(f, "onet:tech/c%23"), nullptr);
}

TEST_F(OnetReader, ColumnsAreFoundByHeading) {
    Files files = small_release();
    files["Job Zones.txt"] =
        "Date\tExtra\tDomain Source\tJob Zone\tO*NET-SOC Code\n08/2023\tx\tAnalyst\t4\t15-1252.00\n";
    EXPECT_EQ(read(files).value().occupations[1].job_zone, 4);
}

TEST_F(OnetReader, CountsTheRowsOfEveryFile) {
    const Framework f = read(small_release()).value();
    ASSERT_EQ(f.files.size(), 12U) << "all but the Read Me";
    for (const auto& file : f.files) {
        if (file.name == "Something New.txt") EXPECT_EQ(file.rows, 1U);
        if (file.name == "Technology Skills.txt") EXPECT_EQ(file.rows, 6U);
    }
}

TEST_F(OnetReader, AHighPointOfZeroIsNone) {
    EXPECT_EQ(refusal_with("Work Values.txt", "0.00", "6.00"), "accepted");
    EXPECT_THAT(refusal_with("Work Values.txt", "0.00", "6.50"), HasSubstr("within the scale VH, 1 to 6"));
}

TEST_F(OnetReader, RefusesWrongCellsWithFileLineAndColumn) {
    const std::string wrong = refusal_with("Job Zones.txt", "\t4\t", "\t6\t");
    EXPECT_THAT(wrong,
                HasSubstr("/Job Zones.txt:2, column \"Job Zone\": \"6\" is not a job zone from 1 to 5"));
    EXPECT_THAT(refusal_with("Job Zones.txt", "08/2023", "13/2023"), HasSubstr("a month as mm/yyyy"));
    EXPECT_THAT(refusal_with("Job Zones.txt", "15-1252.00", "15-9999.00"),
                HasSubstr("a known occupation code"));
    EXPECT_THAT(refusal_with("Occupation Data.txt", "51-3011.00", "51-3011"), HasSubstr("an O*NET-SOC code"));
    EXPECT_THAT(refusal_with("Content Model Reference.txt", "2.A.1.a", "2 A"), HasSubstr("an element code"));
    EXPECT_THAT(refusal_with("UNSPSC Reference.txt", "43232405", "4323240"), HasSubstr("eight digits"));
    EXPECT_THAT(refusal_with("UNSPSC Reference.txt", "43232400", "4323240x"), HasSubstr("a whole number"));
    EXPECT_THAT(refusal_with("Technology Skills.txt", "43232405", "43232499"),
                HasSubstr("a known commodity code"));
    EXPECT_THAT(refusal_with("Technology Skills.txt", "\tY\tN", "\tJ\tN"), HasSubstr("Y or N"));
    EXPECT_THAT(refusal_with("Related Occupations.txt", "\t1\n", "\t300\n"), HasSubstr("up to 255"));
    EXPECT_THAT(refusal_with("Work Values.txt", "1.D.1", "1.D.9"), HasSubstr("a known element"));
    EXPECT_THAT(refusal_with("Work Values.txt", "\tVH", "\tQQ"), HasSubstr("a known scale"));
    EXPECT_THAT(refusal_with("Scales Reference.txt", "\t1\t5", "\tone\t5"), HasSubstr("a number"));
    EXPECT_THAT(refusal_with("Alternate Titles.txt", "Bread Maker", ""), HasSubstr("a text"));
}

TEST_F(OnetReader, RefusesWrongRatings) {
    const std::string good =
        "51-3011.00\t2.A.1.a\tReading\tIM\t4.12\t8\t0.12\t3.88\t4.37\tN\tn/a\t08/2023\tAnalyst\n";
    EXPECT_EQ(refusal("Skills.txt", ratings(good)), "accepted");
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string row = good;
        row.replace(row.find(from), from.size(), to);
        return refusal("Skills.txt", ratings(row));
    };
    EXPECT_THAT(with("4.12", "5.01"), HasSubstr("within the scale IM, 1 to 5"));
    EXPECT_THAT(with("4.12", "n/a"), HasSubstr("a number"));
    EXPECT_THAT(with("4.12", "4,12"), HasSubstr("a number"));
    EXPECT_THAT(with("4.12", "4.125"), HasSubstr("two decimals"));
    EXPECT_THAT(with("4.12", "nan"), HasSubstr("a number"));
    EXPECT_THAT(with("\t8\t", "\t8.5\t"), HasSubstr("a whole number"));
    EXPECT_THAT(with("4.37", "5.37"), HasSubstr("within the scale IM"));
    EXPECT_THAT(with("IM", "VH"), HasSubstr("IM or LV"));
    EXPECT_THAT(with("0.12", "-0.12"), HasSubstr("a figure from 0 to 1,000"));
    EXPECT_THAT(with("0.12", "1000.5"), HasSubstr("a figure from 0 to 1,000"));
    EXPECT_THAT(with("\tN\t", "\t\t"), HasSubstr("Y or N"));
    EXPECT_THAT(refusal("Skills.txt", ratings(good + good)), HasSubstr("there once: line 2 says the same"));
}

TEST_F(OnetReader, RefusesARatingThatOnlyTheReleasesOwnScaleAllows) {
    Files files = small_release();
    std::string& scales = files["Scales Reference.txt"];
    scales.replace(scales.find("\t1\t5"), 4, "\t-9\t90");
    scales.replace(scales.find("\t0\t7"), 4, "\t-9\t90");
    const auto with = [&](const std::string& figures) {
        files["Skills.txt"] =
            ratings("51-3011.00\t2.A.1.a\tReading\t" + figures + "\tN\tn/a\t08/2023\tAnalyst\n");
        return refusal(files);
    };
    EXPECT_EQ(with("IM\t4.12\t8\t0.12\t3.88\t4.37"), "accepted");
    EXPECT_THAT(with("IM\t0.50\t8\t0.12\t3.88\t4.37"), HasSubstr("an importance from 1 to 5"));
    EXPECT_THAT(with("LV\t7.50\t8\t0.12\t3.88\t4.37"), HasSubstr("a level from 0 to 7"));
    EXPECT_THAT(with("LV\t6.50\t8\t0.12\t-3.88\t4.37"), HasSubstr("a figure from 0 to 1,000"));
}

TEST_F(OnetReader, RefusesAFileWhoseNameIsNotUtf8) {
    Files files = small_release();
    files["More \xff.txt"] = "1\t2\n";
    EXPECT_THAT(refusal(files), HasSubstr("the name of this file is not UTF-8"));
}

TEST_F(OnetReader, RefusesDamagedAndMissingFiles) {
    EXPECT_THAT(refusal_with("Job Zones.txt", "Analyst\n", "Analyst"), HasSubstr("cut off"));
    EXPECT_THAT(refusal_with("Job Zones.txt", "\tAnalyst", ""), HasSubstr("3 columns, expected 4"));
    EXPECT_THAT(refusal_with("Job Zones.txt", "Analyst", "\xff"), HasSubstr("not UTF-8"));
    EXPECT_THAT(refusal_with("Job Zones.txt", "Job Zone\t", "Zone\t"),
                HasSubstr("the heading \"Job Zone\" is missing"));
    EXPECT_THAT(refusal_with("Something New.txt", "1\t2", "1"), HasSubstr("Something New.txt:2"));
    for (const char* name :
         {"Occupation Data.txt", "Scales Reference.txt", "Job Zones.txt", "Technology Skills.txt"}) {
        Files files = small_release();
        files.erase(name);
        EXPECT_THAT(refusal(files), HasSubstr(std::string(name) + ": the file is missing")) << name;
    }
    EXPECT_THAT(refusal("Tasks to DWAs.txt", "O*NET-SOC Code\tTask ID\tDWA ID\tDate\tDomain Source\n"),
                HasSubstr("the file Task Statements.txt is missing"));
}

TEST_F(OnetReader, RefusesAReleaseThatCannotBeTold) {
    Files files = small_release();
    files.erase("Read Me.txt");
    EXPECT_THAT(refusal(files), HasSubstr("cannot tell which release"));
    const std::vector<std::string> named = {write(files, "db_28_2_text")};
    EXPECT_EQ(read_onet(named).value().release, "28.2");
    EXPECT_FALSE(read_onet({}));
}

}  // namespace
}  // namespace headway::ontology
