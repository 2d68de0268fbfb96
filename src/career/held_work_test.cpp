// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/held_work.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "support/small_catalog.hpp"

namespace headway::career {
namespace {

constexpr Month today = make_month(2026, 11);

class HeldWorkTest : public testing::Test {
  protected:
    HeldWorkTest() : catalog_(files_.open()) {}
    /// "Title [code]" of each, in order of place.
    std::vector<std::string> work_in(const std::string& text) {
        std::vector<std::string> out;
        const Resume resume = read_resume(text, {0}, today, catalog_, {});
        for (const HeldWork& w : find_held_work(resume, catalog_)) {
            EXPECT_FALSE(w.occupations.empty());
            out.push_back(text.substr(w.begin, w.end - w.begin) + " [" +
                          std::string(catalog_.occupation_code(w.occupations.front().occupation)) + "]");
        }
        return out;
    }
    using Found = std::vector<std::string>;

    test::SmallCatalog files_;
    ontology::Catalog catalog_;
};

TEST_F(HeldWorkTest, ATitleIsFoundAmongEmployersPlacesAndDates) {
    const Found welder = {"Pipe Welder [51-4121.00]"};
    for (const char* heading : {"Pipe Welder, Sounding Bay Fabricators, 2016 – 2020",
                                "Sounding Bay Fabricators — Pipe Welder (2016 – 2020)",
                                "2016 – 2020  Sounding Bay Fabricators\nPipe Welder",
                                "Pipe Welder | Bay Town | March 2016 - April 2020"})
        EXPECT_EQ(work_in(std::string("Ann Example\n\nExperience\n\n") + heading + "\n• Cut, bevel, tack.\n"),
                  welder)
            << heading;
}

TEST_F(HeldWorkTest, SchoolsAreNoWork) {
    EXPECT_EQ(work_in("Ann Example\n\nEducation\n\nPipe Welder course, 2016 – 2018\n"), Found());
}

TEST_F(HeldWorkTest, ATitleAtTheHeadCountsWithoutDates) {
    EXPECT_EQ(work_in("ANN EXAMPLE – PIPE WELDER\n\nSkills\nWelding\n"), Found{"PIPE WELDER [51-4121.00]"});
    EXPECT_EQ(work_in("Pipe Welder\n\nSkills\nWelding\n"), Found()) << "whatever somebody's name is";
}

TEST_F(HeldWorkTest, LongAndRecentWorkWeighsMore) {
    EXPECT_NEAR(work_weight(5, 0), 1 - std::exp(-2.5), 1e-12);
    EXPECT_NEAR(work_weight(5, 8), work_weight(5, 0) / 2, 1e-12);
    EXPECT_EQ(work_weight(0, 0), 0);
    EXPECT_LT(work_weight(1, 0), work_weight(2, 0));
    EXPECT_LT(work_weight(40, 0), 1);
    const std::string text =
        "Ann Example\n\nExperience\n\nPipe Welder, Bay, 2019 – present\n• Cut.\n\nRegistered Nurse, Ward, "
        "2008 – 2010\n"
        "• Wrote.\n";
    const Resume resume = read_resume(text, {0}, today, catalog_, {});
    const auto work = find_held_work(resume, catalog_);
    ASSERT_EQ(work.size(), 2U);
    EXPECT_TRUE(work[0].present);
    EXPECT_GT(work[0].weight, 0.9);
    EXPECT_LT(work[1].weight, 0.25);
}

}  // namespace
}  // namespace headway::career
