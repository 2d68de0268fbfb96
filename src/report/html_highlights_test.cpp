// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html_highlights.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <regex>

#include "report/example_report.hpp"
#include "report/html_text.hpp"

namespace headway::report {
namespace {

const Wording english("en");

using testing::HasSubstr;

std::string without_marks(const std::string& html) {
    return std::regex_replace(std::regex_replace(html, std::regex("<sup>.*?</sup>"), ""),
                              std::regex("</?mark[^>]*>"), "");
}

TEST(Highlighted, ShowsTheWholeText) {
    const WireReport report = example::report();
    const std::string html =
        highlighted(english, example::resume_text, Side::resume, by_gain(report), report.unclaimed);
    EXPECT_EQ(without_marks(html), html_lines(example::resume_text));
    EXPECT_EQ(highlighted(english, "plain", Side::job, {}, {}), "plain");
}

TEST(Highlighted, MarksEvidenceAndLeadsBack) {
    const WireReport report = example::report();
    const std::string html =
        highlighted(english, example::resume_text, Side::resume, by_gain(report), report.unclaimed);
    const WireEvidence e = example::evidence(example::resume_text, "GitLab pipelines");
    EXPECT_THAT(html, HasSubstr("<mark id=\"" + anchor_of(Side::resume, e) +
                                "\">GitLab pipelines</mark><sup><a href=\"#requirement-4\" "
                                "aria-label=\"4, requirement CI/CD\">4</a></sup>"));
    EXPECT_THAT(html, HasSubstr("<mark class=\"uncounted\" id=\"resume-at-"));
    EXPECT_THAT(html, HasSubstr("href=\"#not-counted\""));
}

TEST(Highlighted, GivesEachStartOneAnchorWhereEvidenceOverlaps) {
    const std::string_view text = "Machine learning engineering";
    WireReport report;
    for (const char* words :
         {"Machine learning", "learning engineering", "learning", "Machine learning engineering"}) {
        WireRequirement r;
        r.name = words;
        r.job_evidence = {example::evidence(text, words)};
        report.requirements.push_back(r);
    }
    const std::string html = highlighted(english, text, Side::job, by_gain(report), {});
    EXPECT_EQ(without_marks(html), text);
    EXPECT_THAT(html, testing::StartsWith(
                          "<mark id=\"job-at-0\">Machine </mark><mark id=\"job-at-8\">learning</mark>"));
    for (int n = 1; n <= 4; ++n) EXPECT_THAT(html, HasSubstr("\"#requirement-" + std::to_string(n) + "\""));
}

TEST(Highlighted, LeavesOutWhatDoesNotFitTheText) {
    WireReport report;
    report.requirements.resize(1);
    report.requirements[0].job_evidence = {example::evidence(example::job_text, "Kubernetes")};
    EXPECT_EQ(highlighted(english, "short", Side::job, by_gain(report), {}), "short");
}

TEST(Highlighted, EscapesTheText) {
    const WireReport report = example::hostile_report();
    const std::string html =
        highlighted(english, example::hostile, Side::resume, by_gain(report), report.unclaimed);
    EXPECT_EQ(html.find("<script"), std::string::npos);
    EXPECT_EQ(html.find('\x1b'), std::string::npos);
    EXPECT_THAT(html, HasSubstr("&lt;script&gt;"));
}

}  // namespace
}  // namespace headway::report
