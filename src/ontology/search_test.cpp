// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/search.hpp"

#include <filesystem>
#include <gmock/gmock.h>

#include "base/bytes.hpp"
#include "support/small_catalog.hpp"

namespace headway::ontology {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

const Catalog& small() {
    static const test::SmallCatalog made;
    static const Catalog catalog = made.open();
    return catalog;
}

std::string id_of(const Catalog& catalog, const SearchHit& hit) {
    return std::string(hit.skill == none ? catalog.occupation_code(hit.occupation) : catalog.id(hit.shown));
}

std::vector<std::string> ids(const Catalog& catalog, const SearchQuery& query) {
    std::vector<std::string> out;
    for (const SearchHit& hit : Search::open(catalog).value().find(query)) out.push_back(id_of(catalog, hit));
    return out;
}
std::vector<std::string> ids(std::string text) {
    SearchQuery query;
    query.text = std::move(text);
    return ids(small(), query);
}
SearchHit first(std::string text) {
    SearchQuery query;
    query.text = std::move(text);
    const auto hits = Search::open(small()).value().find(query);
    return hits.empty() ? SearchHit{} : hits.front();
}

TEST(Search, TheThreeCsStayApartAndEachComesFirst) {
    EXPECT_EQ(ids("c").front(), "hw:c");
    EXPECT_EQ(ids("C++").front(), "hw:c-plus-plus");
    EXPECT_EQ(ids("c#").front(), "hw:c-sharp");
    EXPECT_THAT(ids("c++"), Not(Contains("hw:c")));
    EXPECT_THAT(ids("c++"), Not(Contains("hw:c-sharp")));
    EXPECT_EQ(ids(".net").front(), "hw:dotnet");
}

TEST(Search, GradesAgreementsInTheirOrder) {
    const auto agreement = [](const char* text) { return first(text).agreement; };
    EXPECT_EQ(agreement("kubernetes"), Agreement::name);
    EXPECT_EQ(agreement("k8s"), Agreement::alias);
    EXPECT_EQ(agreement("micro soft excel"), Agreement::spacing);
    EXPECT_EQ(agreement("registered nur"), Agreement::contained);
    EXPECT_EQ(agreement("licence nurse"), Agreement::all_words);
    EXPECT_EQ(agreement("kubermetes"), Agreement::misspelt);
    EXPECT_EQ(agreement("wound dressing"), Agreement::some_words);
    double before = 1.01;
    for (const char* text : {"kubernetes", "k8s", "micro soft excel", "registered nur", "licence nurse",
                             "kubermetes", "wound dressing"}) {
        EXPECT_LT(first(text).score, before) << text;
        EXPECT_GT(first(text).score, 0) << text;
        before = first(text).score;
    }
}

TEST(Search, ForgivesTypos) {
    EXPECT_EQ(ids("kubernets").front(), "hw:kubernetes");
    EXPECT_EQ(ids("kuberentes").front(), "hw:kubernetes") << "neighbours swapped";
    EXPECT_EQ(ids("micrsoft excel").front(), "hw:excel");
    EXPECT_EQ(ids("wlding").front(), "hw:welding");
    EXPECT_EQ(ids("Ẅelding").front(), "hw:welding") << "marks count for nothing";
}

TEST(Search, DigitsAreNeverMisspelt) {
    EXPECT_EQ(first("iso 9001").agreement, Agreement::name);
    EXPECT_NE(first("iso 9002").agreement, Agreement::misspelt);
    EXPECT_THAT(ids("k9s"), Not(Contains("hw:kubernetes")));
}

TEST(Search, WhatIsSpeltAsAKnownNameIsNoMisspelling) {
    EXPECT_THAT(ids("welting"), Contains("hw:welding"));
    EXPECT_THAT(ids("wolding"), ElementsAre("esco:4"));
    EXPECT_THAT(ids("welding"), Not(Contains("esco:4")));
}

TEST(Search, OneRowForASkillOfSeveralFrameworks) {
    EXPECT_THAT(ids("kubernetes"), ElementsAre("hw:kubernetes"));
    EXPECT_THAT(ids("spreadsheet use"), ElementsAre("hw:excel")) << "merged by the curated list";
    EXPECT_EQ(first("spreadsheet use").matched, "spreadsheet use");
    EXPECT_EQ(ids("java").front(), "esco:2") << "the remark in brackets is no part of the name";
}

TEST(Search, AFrameworkShowsItsOwnRows) {
    EXPECT_THAT(ids(small(), {.text = "k8s", .framework = "onet"}), ElementsAre("onet:tech/kubernetes"));
    EXPECT_THAT(ids(small(), {.text = "k8s", .framework = "esco"}), ElementsAre());
    EXPECT_THAT(ids(small(), {.text = "excel", .framework = "esco"}), ElementsAre("esco:1"));
    EXPECT_THAT(ids(small(), {.text = "welder", .framework = "esco"}), Contains("esco:o1"));
}

TEST(Search, FindsOccupationsByNameAndTitle) {
    EXPECT_THAT(ids("software developer"), Contains("15-1252.00"));
    EXPECT_EQ(first("app dev").matched, "App Dev");
    EXPECT_THAT(ids("rn"), ElementsAre("hw:rn", "29-1141.00")) << "curated before O*NET on a tie";
    EXPECT_THAT(ids(small(), {.text = "rn", .skills = false}), ElementsAre("29-1141.00"));
    EXPECT_THAT(ids(small(), {.text = "rn", .kind = Kind::certificate}), ElementsAre("hw:rn"));
}

TEST(Search, HeadingsComeOnlyWhenAskedFor) {
    EXPECT_THAT(ids("handling metal"), Not(Contains("esco:g")));
    EXPECT_THAT(ids(small(), {.text = "handling metal", .kind = Kind::group}), ElementsAre("esco:g"));
}

TEST(Search, OddQueriesFindNothingAndHarmNothing) {
    for (const std::string& text :
         {std::string(), std::string("   "), std::string("!!!"), std::string("\xff\xfe"),
          std::string(100000, 'x'), std::string("\0", 1)}) {
        EXPECT_THAT(ids(text), ElementsAre());
    }
    std::string long_query = "kubernetes";
    for (int i = 0; i < 200; ++i) long_query += " zzz" + std::to_string(i);
    EXPECT_LE(ids(long_query).size(), 10U);
    EXPECT_THAT(ids(small(), {.text = "c", .top = 0}), ElementsAre());
}

TEST(Search, EveryNameOfThePacksFindsItsOwner) {
    const Catalog& catalog = small();
    const auto search = Search::open(catalog).value();
    for (SkillId s = 0; s < catalog.skill_count(); ++s) {
        const auto hits = search.find(
            {.text = std::string(catalog.name(s)), .kind = catalog.kind(catalog.lexicon().canonical(s))});
        ASSERT_FALSE(hits.empty()) << catalog.name(s);
        EXPECT_EQ(hits.front().skill, catalog.lexicon().canonical(s)) << catalog.name(s);
        EXPECT_GE(hits.front().score, 0.97);
    }
}

TEST(Search, ADamagedTableIsRefusedOrHarmless) {
    const test::SmallCatalog made;
    std::string bytes = read_file(made.paths().lexicon, 1U << 24U).value();
    // The search tables are the last five: damage each byte from the start of their text on.
    const std::size_t begin = bytes.find("app dev") & ~std::size_t{63};
    ASSERT_LT(begin, bytes.size());
    std::size_t opened = 0;
    for (std::size_t i = begin; i < bytes.size(); i += 13) {
        std::string changed = bytes;
        changed[i] = static_cast<char>(changed[i] ^ 0xC1);
        made.folder().write("lexicon.bin", changed);
        const auto catalog = Catalog::open(made.paths());
        if (!catalog) continue;
        const auto search = Search::open(*catalog);
        if (!search) continue;
        ++opened;
        for (const char* text : {"kubernets", "welder nurse", "c", "excel", "iso", "care", "java", "reading",
                                 "torch", "pipe", "app", "spreadsheet", "software", "c++", "rn", "metal"}) {
            EXPECT_LE(search->find({.text = text}).size(), 10U);
        }
    }
    EXPECT_GT(opened, 0U);
}

/// The packs that the program ships, where they have been built.
TEST(Search, ShippedPacks) {
    const std::string data = std::string(HEADWAY_BINARY_DIR) + "/data/";
    const std::string shipped = std::string(HEADWAY_SOURCE_DIR) + "/data/";
    if (!std::filesystem::exists(data + "lexicon.bin")) GTEST_SKIP() << "build the target headway_data first";
    CatalogPaths paths;
    paths.packs = {data + "headway.pack", shipped + "onet.pack", shipped + "esco.pack"};
    paths.lexicon = data + "lexicon.bin";
    const auto catalog = Catalog::open(paths);
    ASSERT_TRUE(catalog) << catalog.error().message();
    const std::vector<std::pair<std::string, std::string>> wanted = {{"kubernets", "Kubernetes"},
                                                                     {"pyhton", "Python"},
                                                                     {"micrsoft excel", "Microsoft Excel"},
                                                                     {"c++", "C++"},
                                                                     {"c#", "C#"},
                                                                     {"c", "C"},
                                                                     {".net", ".NET"},
                                                                     {"wound care", "Wound care"},
                                                                     {"wlding", "Welding"},
                                                                     {"k8s", "Kubernetes"},
                                                                     {"powerbi", "Power BI"}};
    const auto search = Search::open(*catalog).value();
    for (const auto& [text, name] : wanted) {
        const auto hits = search.find({.text = text});
        ASSERT_FALSE(hits.empty()) << text;
        EXPECT_EQ(catalog->name(hits.front().shown), name) << text;
    }
    EXPECT_THAT(ids(*catalog, {.text = "RN", .skills = false}), Contains("29-1141.00"));
}

}  // namespace
}  // namespace headway::ontology
