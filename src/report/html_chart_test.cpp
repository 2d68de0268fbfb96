// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html_chart.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <regex>

#include "report/example_report.hpp"

namespace headway::report {
namespace {

const Wording english("en");

using testing::Each;
using testing::HasSubstr;

/// All values of an attribute in elements of a class, in order.
std::vector<double> values(const std::string& svg, const std::string& element, const std::string& attribute) {
    std::vector<double> out;
    const std::regex pattern("<" + element + "[^>]* " + attribute + "=\"([-0-9.]+)\"");
    for (std::sregex_iterator it(svg.begin(), svg.end(), pattern), end; it != end; ++it) {
        out.push_back(std::stod((*it)[1]));
    }
    return out;
}

/// A report whose requirements hold the levels 0, 0.5 … 7, each needing 7 minus that.
WireReport ladder() {
    WireReport out;
    for (int i = 0; i <= 14; ++i) {
        WireRequirement r = example::requirement("Step " + std::to_string(i), "weak", 1, 0.5, "Java");
        r.gain = 20.0 - i;
        r.held = example::level(i / 2.0);
        r.needed = example::level(7 - i / 2.0);
        r.support = "named";
        out.requirements.push_back(r);
    }
    return out;
}

TEST(DumbbellChart, PlacesLevelsInOrder) {
    const WireReport report = ladder();
    for (ChartShape shape : {ChartShape::wide, ChartShape::narrow}) {
        const std::string svg = dumbbell_chart(english, by_gain(report), shape);
        const std::vector<double> held = values(svg, "circle class=\"held\"", "cx");
        const std::vector<double> needed = values(svg, "rect class=\"needed\"", "x");
        ASSERT_EQ(held.size(), 15U);
        ASSERT_EQ(needed.size(), 15U);
        for (std::size_t i = 1; i < held.size(); ++i) {
            EXPECT_NEAR(held[i] - held[i - 1], held[1] - held[0], 0.11) << "equal steps";
            EXPECT_GT(held[i], held[i - 1]);
            EXPECT_LT(needed[i], needed[i - 1]);
        }
        EXPECT_NEAR(held.front(), needed.back() + 2, 0.11) << "both scales begin at the same place";
        EXPECT_NEAR(held.back(), needed.front() + 2, 0.11);
    }
}

TEST(DumbbellChart, HasARowForEachRequirementByGain) {
    const WireReport report = example::report();
    const std::string svg = dumbbell_chart(english, by_gain(report), ChartShape::wide);
    std::size_t at = 0;
    for (const Numbered& n : by_gain(report)) {
        at = svg.find("<title>" + std::to_string(n.number) + ". " + n.requirement->name + ":", at);
        ASSERT_NE(at, std::string::npos) << n.requirement->name;
    }
    EXPECT_THAT(svg, HasSubstr("Kubernetes: nothing held, needed 3.8, gain 22.0"));
    EXPECT_THAT(svg, HasSubstr("Test automation: held 3.2 in Unit testing, needed 3.8"));
    EXPECT_THAT(svg, HasSubstr("role=\"img\" aria-labelledby=\"chart-wide-title chart-wide-desc\""));
}

TEST(DumbbellChart, KeepsOddLevelsOnTheScale) {
    WireReport report = example::report();
    report.requirements[4].held = WireLevel{99, "", -7, std::numeric_limits<double>::infinity(), {}};
    report.requirements[3].needed = WireLevel{std::numeric_limits<double>::quiet_NaN(), "", -1, 8, {}};
    const std::string svg = dumbbell_chart(english, by_gain(report), ChartShape::wide);
    EXPECT_EQ(svg.find("\"nan"), std::string::npos);
    EXPECT_EQ(svg.find("\"inf"), std::string::npos);
    EXPECT_THAT(values(svg, "circle", "cx"), Each(testing::AllOf(testing::Ge(0), testing::Le(800))));
}

TEST(ScoreChart, FollowsTheScore) {
    EXPECT_THAT(values(score_chart(25, {20, 30, 0.8}), "rect class=\"fill\"", "width"),
                testing::ElementsAre(150));
    EXPECT_THAT(values(score_chart(250, {20, 30, 0.8}), "rect class=\"fill\"", "width"),
                testing::ElementsAre(600));
    EXPECT_THAT(values(score_chart(25, {20, 30, 0.8}), "rect class=\"interval\"", "x"),
                testing::ElementsAre(120));
}

}  // namespace
}  // namespace headway::report
