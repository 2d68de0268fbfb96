// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/quality.hpp"

#include <algorithm>
#include <gmock/gmock.h>

namespace headway::ontology {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Skill named(std::string id, std::string name) {
    Skill skill;
    skill.id = std::move(id);
    skill.name = std::move(name);
    return skill;
}

Framework sound() {
    Framework f;
    f.name = "onet";
    f.release = "30.1";
    f.files = {
        {"Occupation Data.txt", "30.1", 2}, {"Technology Skills.txt", "30.1", 1}, {"Skills.txt", "29.3", 2}};
    f.skills = {named("a", "Baking"), named("b", "Reading"), named("g", "Things")};
    f.skills[2].kind = Kind::group;
    f.links = {{0, 2, LinkKind::broader}};
    f.occupations = {{"11-1011.00", "Bakers", "", 3}, {"11-1012.00", "Cooks", "", 0}};
    f.titles = {{0, "Bread Maker", "", "08"}};
    f.occupation_skills = {{0, 0, Use::technology, true, false, 43232405}};
    f.commodities = {{43232405, "x", "y", "z"}};
    f.ratings = {
        {0, 1, Scale::level, false, true, 0.5F, 8, 0.1F, 0.1F, 0.9F, 202308, "Analyst", "29.3"},
        {0, 1, Scale::importance, true, false, 4.5F, 8, 0.1F, 3.0F, 4.0F, 200401, "Analyst", "29.3"}};
    return f;
}

QualityReport report_of(const Framework& f) {
    return check(Pack::read(make_pack(f).value(), "x").value());
}

std::uint64_t anomaly(const QualityReport& report, std::string_view what) {
    const auto at = std::ranges::find_if(report.anomalies,
                                         [&](const Anomaly& a) { return a.what.find(what) != a.what.npos; });
    return at == report.anomalies.end() ? 0 : at->count;
}

TEST(Quality, CountsAndCompleteness) {
    const auto report = report_of(sound());
    EXPECT_THAT(report.problems, IsEmpty());
    EXPECT_EQ(report.count("skills"), 2U);
    EXPECT_EQ(report.count("technologies"), 1U);
    EXPECT_EQ(report.count("hot_technologies"), 1U);
    EXPECT_EQ(report.rows("Skills.txt"), 2U);
    EXPECT_EQ(report.rows("None.txt"), 0U);
    for (const auto& c : report.completeness) {
        EXPECT_EQ(c.have, c.what == "related occupations" ? 0U : 1U) << c.what;
        if (c.what == "ratings") {
            EXPECT_THAT(c.missing, ElementsAre("11-1012.00"));
            EXPECT_DOUBLE_EQ(c.percent, 50.0);
        }
    }
}

TEST(Quality, FindsAnomaliesOfRatings) {
    const auto report = report_of(sound());
    EXPECT_EQ(anomaly(report, "Not Relevant"), 1U);
    EXPECT_EQ(anomaly(report, "suppress"), 1U);
    EXPECT_EQ(anomaly(report, "confidence interval"), 1U);
    EXPECT_EQ(anomaly(report, "ten years"), 1U);
}

TEST(Quality, FindsAnomaliesOfNames) {
    Framework f = sound();
    f.skills.push_back(named("c", "BAKING"));
    f.skills.push_back(named("d", "Reading"));
    f.skills[1].aliases = {{"To Read", AliasKind::alternative}, {"to read", AliasKind::hidden}};
    const auto report = report_of(f);
    EXPECT_EQ(anomaly(report, "letter case"), 1U);
    EXPECT_EQ(anomaly(report, "same name"), 1U);
    EXPECT_EQ(anomaly(report, "a skill has twice"), 1U);
}

TEST(Quality, FindsCircles) {
    Framework f = sound();
    f.links.push_back({2, 0, LinkKind::broader});
    f.links.push_back({1, 1, LinkKind::near});
    const auto report = report_of(f);
    EXPECT_EQ(anomaly(report, "circle"), 2U);
    EXPECT_EQ(anomaly(report, "themselves"), 1U);
}

TEST(Quality, FindsProblems) {
    Framework f = sound();
    f.files[1].rows = 2;
    f.skills[1].id = "a";
    f.commodities.clear();
    EXPECT_EQ(report_of(f).problems.size(), 3U);
}

}  // namespace
}  // namespace headway::ontology
