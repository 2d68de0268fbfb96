// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/phrasing.hpp"

#include <cstring>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

#include "report/example_report.hpp"

namespace headway::report {
namespace {

const Wording english("en");

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Figures, AreRoundedAsPeopleExpect) {
    EXPECT_EQ(one_decimal(3.25), "3.3");
    EXPECT_EQ(one_decimal(3.75), "3.8");
    EXPECT_EQ(one_decimal(-0.01), "0.0");
    EXPECT_EQ(two_decimals(9.3979), "9.40");
    EXPECT_EQ(no_decimals(70.5), "71");
    EXPECT_EQ(percent(english, 0.95), "95%");
    EXPECT_EQ(percent(Wording("de"), 0.95), "95 %");
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
    for (const StatusWords& words : english->statuses)
        sum += with_status(by_gain(report), words.status).size();
    EXPECT_EQ(sum, report.requirements.size());
}

TEST(BestStep, NamesWhatAddsMost) {
    WireReport report = example::report();
    EXPECT_EQ(
        best_step(english, report),
        "Closing Kubernetes alone adds 22.0 points. With Test automation and Go or Rust as well: 47.5.");
    report.requirements.resize(1);
    EXPECT_EQ(best_step(english, report), "Closing Kubernetes alone adds 22.0 points.");
    report.requirements[0].gain = 0.01;
    EXPECT_EQ(best_step(english, report), "Everything that the job asks for is shown in full.");
    report.requirements.clear();
    EXPECT_EQ(best_step(english, report), "No requirement was found in the job ad.");
}

TEST(BestStep, CutsALongNameAfterAWord) {
    WireReport report = example::report();
    report.requirements.resize(1);
    report.requirements[0].name =
        "Experience with the Zorvath grid protocol, or the will to learn it on the job";
    EXPECT_THAT(best_step(english, report),
                HasSubstr("Closing Experience with the Zorvath grid protocol, or the will to… alone"));
}

TEST(Remarks, SayWhatIsSpecial) {
    const WireReport report = example::report();
    EXPECT_THAT(remarks(english, report.requirements[0]), IsEmpty());
    EXPECT_THAT(remarks(english, report.requirements[1]), ElementsAre("90% of Unit testing carries over"));
    EXPECT_THAT(remarks(english, report.requirements[2]), ElementsAre("nice to have", "or similar accepted"));
    EXPECT_THAT(remarks(english, report.requirements[3]),
                ElementsAre("implied, 90% sure", "levels differ by noise only"));
    EXPECT_THAT(remarks(english, report.requirements[4]),
                ElementsAre("hot technology", "in demand", "O*NET importance 4.1 of 5"));
}

TEST(ReasonWords, JoinReasonsWithoutRepeating) {
    WireRequirement r;
    r.support = "implied";
    WireEvidence a;
    a.because = "GitLab CI/CD is part of CI/CD.";
    WireEvidence b;
    b.because = "“pipelines” goes with CI/CD.";
    EXPECT_EQ(reason_words(english, r, {&a, &a, &b}),
              "GitLab CI/CD is part of CI/CD; “pipelines” goes with CI/CD");
    r.support = "transfer";
    EXPECT_EQ(reason_words(english, r, {&a}), "");
}

TEST(ScoreEquation, IsTheScore) {
    const WireReport report = example::report();
    EXPECT_EQ(score_equation(english, report), "100 × 2.23 / 4.55 = 49.01");
    EXPECT_EQ(score_equation(english, WireReport{}), "nothing to add up");
}

TEST(Attributions, FollowThePacks) {
    WireProvenance provenance = example::report().provenance;
    EXPECT_THAT(attributions(provenance), ElementsAre(HasSubstr("O*NET 30.1 Database"), HasSubstr("ESCO")));
    provenance.packs.resize(1);
    EXPECT_THAT(attributions(provenance), IsEmpty());
    EXPECT_EQ(made_with(english, example::report().provenance),
              "headway 0.1.0 · onet 30.1 with the ratings of 29.3, esco 1.2");
}

TEST(Words, CarryNoControlCharacters) {
    const WireReport report = example::hostile_report();
    for (const std::string& words :
         {title_of(english, report), occupation_words(english, report), best_step(english, report),
          made_with(english, report.provenance), remarks(english, report.requirements[1]).back(),
          english.level(report.requirements[0].needed)}) {
        EXPECT_EQ(words.find_first_of("\x1b\n"), std::string::npos);
    }
    EXPECT_EQ(title_of(english, WireReport{}), "Job without a title");
}

TEST(German, SaysTheSameInItsOwnWords) {
    const Wording german("de-CH");
    const WireReport report = example::report();
    EXPECT_EQ(
        best_step(german, report),
        "Allein Kubernetes zu schließen bringt 22,0 Punkte. Mit Test automation und Go or Rust dazu: 47,5.");
    EXPECT_EQ(score_equation(german, report), "100 × 2,23 / 4,55 = 49,01");
    EXPECT_THAT(remarks(german, report.requirements[3]),
                ElementsAre("geht daraus hervor, zu 90 % sicher", "die Stufen liegen im Rauschen"));
    EXPECT_EQ(german.level(example::level(3.8)), "sicher 3,8");
    EXPECT_EQ(german.month("2026-11"), "11/2026");
    EXPECT_EQ(english.month("2026-11"), "2026-11");
    WireRequirement r;
    WireEvidence a;
    a.because = "GitLab CI/CD is part of CI/CD.";
    EXPECT_EQ(reason_words(german, r, {&a}), "GitLab CI/CD gehört zu CI/CD");
}

TEST(German, HasEveryWord) {
    // The words stand one behind the other; a place that was left out would be empty.
    static_assert(std::is_trivially_copyable_v<ReportWords>);
    static_assert(sizeof(ReportWords) % sizeof(std::string_view) == 0);
    const auto words_of = [](const ReportWords& w) {
        std::vector<std::string_view> out(sizeof(ReportWords) / sizeof(std::string_view));
        std::memcpy(out.data(), &w, sizeof(w));
        return out;
    };
    const auto one = words_of(english_report_words);
    const auto other = words_of(german_report_words);
    const auto places = [](std::string_view s) {
        std::set<std::string> out;
        for (std::size_t at = s.find('{'); at != std::string_view::npos; at = s.find('{', at + 1))
            out.emplace(s.substr(at, 3));
        return out;
    };
    for (std::size_t i = 0; i < one.size(); ++i) {
        EXPECT_NE(one[i], "") << i;
        EXPECT_NE(other[i], "") << one[i];
        EXPECT_EQ(places(one[i]), places(other[i])) << one[i];
    }
}

}  // namespace
}  // namespace headway::report
