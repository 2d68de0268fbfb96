// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/phrasing.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/example_report.hpp"

namespace headway::report {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Figures, AreRoundedAsPeopleExpect) {
    EXPECT_EQ(one_decimal(3.25), "3.3");
    EXPECT_EQ(one_decimal(3.75), "3.8");
    EXPECT_EQ(one_decimal(-0.01), "0.0");
    EXPECT_EQ(two_decimals(9.3979), "9.40");
    EXPECT_EQ(no_decimals(70.5), "71");
    EXPECT_EQ(percent(0.95), "95 %");
}

TEST(ByGain, NumbersEveryRequirementOnce) {
    const WireReport report = example::report();
    const std::vector<Numbered> all = by_gain(report);
    ASSERT_EQ(all.size(), report.requirements.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(all[i].number, i + 1);
        if (i > 0) {
            EXPECT_GE(all[i - 1].requirement->gain, all[i].requirement->gain);
        }
    }
}

TEST(WithStatus, LosesNoRequirementEvenOfAnUnknownStatus) {
    WireReport report = example::report();
    report.requirements[0].status = "surprising";
    std::size_t sum = 0;
    for (const StatusWords& words : statuses) sum += with_status(by_gain(report), words.status).size();
    EXPECT_EQ(sum, report.requirements.size());
}

TEST(BestStep, NamesWhatAddsMost) {
    WireReport report = example::report();
    EXPECT_EQ(
        best_step(report),
        "Closing Kubernetes alone adds 22.0 points. With Test automation and Go or Rust as well: 47.5.");
    report.requirements.resize(1);
    EXPECT_EQ(best_step(report), "Closing Kubernetes alone adds 22.0 points.");
    report.requirements[0].gain = 0.01;
    EXPECT_EQ(best_step(report), "Everything that the job asks for is shown in full.");
    report.requirements.clear();
    EXPECT_EQ(best_step(report), "No requirement was found in the job ad.");
}

TEST(BestStep, CutsALongNameAfterAWord) {
    WireReport report = example::report();
    report.requirements.resize(1);
    report.requirements[0].name =
        "Experience with the Zorvath grid protocol, or the will to learn it on the job";
    EXPECT_THAT(best_step(report),
                HasSubstr("Closing Experience with the Zorvath grid protocol, or the will to… alone"));
}

TEST(Remarks, SayWhatIsSpecial) {
    const WireReport report = example::report();
    EXPECT_THAT(remarks(report.requirements[0]), IsEmpty());
    EXPECT_THAT(remarks(report.requirements[1]), ElementsAre("90 % of Unit testing carries over"));
    EXPECT_THAT(remarks(report.requirements[2]), ElementsAre("nice to have", "or similar accepted"));
    EXPECT_THAT(remarks(report.requirements[3]),
                ElementsAre("implied, 90 % sure", "levels differ by noise only"));
    EXPECT_THAT(remarks(report.requirements[4]),
                ElementsAre("hot technology", "in demand", "O*NET importance 4.1 of 5"));
}

TEST(ReasonWords, JoinReasonsWithoutRepeating) {
    WireRequirement r;
    r.support = "implied";
    WireEvidence a;
    a.because = "GitLab CI/CD is part of CI/CD.";
    WireEvidence b;
    b.because = "“pipelines” goes with CI/CD.";
    EXPECT_EQ(reason_words(r, {&a, &a, &b}), "GitLab CI/CD is part of CI/CD; “pipelines” goes with CI/CD");
    r.support = "transfer";
    EXPECT_EQ(reason_words(r, {&a}), "");
}

TEST(ScoreEquation, IsTheScore) {
    const WireReport report = example::report();
    EXPECT_EQ(score_equation(report), "100 × 2.23 / 4.55 = 49.01");
    EXPECT_EQ(score_equation(WireReport{}), "nothing to add up");
}

TEST(Attributions, FollowThePacks) {
    WireProvenance provenance = example::report().provenance;
    EXPECT_THAT(attributions(provenance), ElementsAre(HasSubstr("O*NET 30.1 Database"), HasSubstr("ESCO")));
    provenance.packs.resize(1);
    EXPECT_THAT(attributions(provenance), IsEmpty());
    EXPECT_EQ(made_with(example::report().provenance),
              "headway 0.1.0 · onet 30.1 with the ratings of 29.3, esco 1.2");
}

TEST(Words, CarryNoControlCharacters) {
    const WireReport report = example::hostile_report();
    for (const std::string& words :
         {title_of(report), occupation_words(report), best_step(report), made_with(report.provenance),
          remarks(report.requirements[1]).back(), level_words(report.requirements[0].needed)}) {
        EXPECT_EQ(words.find_first_of("\x1b\n"), std::string::npos);
    }
    EXPECT_EQ(title_of(WireReport{}), "Job without a title");
}

}  // namespace
}  // namespace headway::report
