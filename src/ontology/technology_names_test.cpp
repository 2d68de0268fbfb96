// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/technology_names.hpp"

#include <gmock/gmock.h>

namespace headway::ontology {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<std::string> names(std::string_view name) {
    EverydayWords words;
    words.learn("Operate database access systems, drive teams and keep accounting invoices clear.");
    return derived_names({name, false}, words);
}
std::vector<std::string> hot_names(std::string_view name) {
    return derived_names({name, true}, EverydayWords());
}

TEST(TechnologyNames, SlugsKeepWhatTellsLanguagesApart) {
    EXPECT_EQ(slug("C"), "c");
    EXPECT_EQ(slug("C++"), "c%2B%2B");
    EXPECT_EQ(slug("C#"), "c%23");
    EXPECT_EQ(slug("Microsoft Visual C# .NET"), "microsoft-visual-c%23-.net");
    EXPECT_EQ(slug("A/B é"), "a%2Fb-%C3%A9");
}

TEST(TechnologyNames, AcronymAtTheEnd) {
    EXPECT_THAT(names("Structured query language SQL"),
                UnorderedElementsAre("SQL", "Structured query language"));
    EXPECT_THAT(names("Hypertext markup language HTML"),
                UnorderedElementsAre("HTML", "Hypertext markup language"));
    EXPECT_THAT(names("Extensible markup language XML"),
                UnorderedElementsAre("XML", "Extensible markup language"));
    EXPECT_THAT(names("Amazon Web Services AWS software"),
                UnorderedElementsAre("AWS", "Amazon Web Services"));
    EXPECT_THAT(hot_names("Amazon Elastic Compute Cloud EC2"),
                UnorderedElementsAre("EC2", "Elastic Compute Cloud"));
    EXPECT_THAT(names("Microsoft SQL Server Reporting Services SSRS"),
                UnorderedElementsAre("SSRS", "SQL Server Reporting Services"));
}

TEST(TechnologyNames, AClassOfSoftwareGivesItsAcronymOnly) {
    EXPECT_THAT(names("Computer aided design CAD software"), ElementsAre("CAD"));
}

TEST(TechnologyNames, NoAcronymThatTheWordsDoNotSpell) {
    EXPECT_THAT(names("Acme Bookkeeping XYZ"), IsEmpty());
    EXPECT_THAT(names("Credit ledger early access review CLEAR"),
                ElementsAre("Credit ledger early access review"));
    EXPECT_THAT(names("Vision Builder for Automated Inspection AI"), ElementsAre("Automated Inspection"));
}

TEST(TechnologyNames, WithoutTheMaker) {
    EXPECT_THAT(names("Autodesk AutoCAD"), ElementsAre("AutoCAD"));
    EXPECT_THAT(names("ESRI ArcGIS software"), UnorderedElementsAre("ArcGIS", "ESRI ArcGIS"));
    EXPECT_THAT(names("Dassault Systemes SolidWorks"), ElementsAre("SolidWorks"));
    EXPECT_THAT(names("Microsoft Access"), ElementsAre("Access"));
    EXPECT_THAT(names("Google Drive"), ElementsAre("Drive"));
    EXPECT_THAT(hot_names("Microsoft Power BI"), ElementsAre("Power BI"));
}

TEST(TechnologyNames, NotWhatSaysNothing) {
    EXPECT_THAT(names("Oracle Database"), IsEmpty());
    EXPECT_THAT(names("Accounting software"), IsEmpty());
    EXPECT_THAT(names("Invoice software"), IsEmpty()) << "the plural is an ordinary word";
    EXPECT_THAT(names("Word processing software"), IsEmpty());
    EXPECT_THAT(names("Oracle 9i"), IsEmpty());
    EXPECT_THAT(names("C++"), IsEmpty());
    EXPECT_THAT(names("SAP Concur"), IsEmpty()) << "SAP is a name itself";
}

TEST(TechnologyNames, WithoutGenericEndings) {
    EXPECT_THAT(hot_names("Salesforce software"), ElementsAre("Salesforce"));
    EXPECT_THAT(names("QuickThing system"), ElementsAre("QuickThing"));
}

TEST(TechnologyNames, ProgrammingLanguages) {
    EXPECT_TRUE(is_programming_language("Python", 43232405));
    EXPECT_TRUE(is_programming_language("Oracle Java", 43232405));
    EXPECT_TRUE(is_programming_language("Rust programming language", 43232402));
    EXPECT_TRUE(is_programming_language("Structured query language SQL", 43232306));
    EXPECT_FALSE(is_programming_language("Python", 43211507)) << "a desktop computer";
    EXPECT_FALSE(is_programming_language("JavaScript framework software", 43232408));
    EXPECT_FALSE(is_programming_language("Hypertext markup language HTML", 43232507));
    EXPECT_FALSE(is_language_name(""));
}

}  // namespace
}  // namespace headway::ontology
