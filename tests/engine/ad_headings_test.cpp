// SPDX-License-Identifier: GPL-3.0-or-later
// What the headings of ads say of the lists under them, in the words that employers use.
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "engine/shipped_engine.hpp"

namespace headway::test {
namespace {

/// How a list under this heading is asked for: "must", "nice", "none", or "part" when its lines differ.
std::string asked_under(const std::string& heading) {
    const auto report = gap_between(
        "Skills\nFiling\n", "Software Engineer\n\nWe build maps.\n\nDuties\n- Review designs\n\n" + heading +
                                "\n- Work with Docker and Kubernetes\n- Terraform modules\n");
    std::string out;
    for (const char* skill : {"Docker", "Kubernetes", "Terraform"}) {
        const career::RequirementResult* found = find_requirement(report, skill);
        const std::string need = found == nullptr                                ? "none"
                                 : found->requirement.need == career::Need::must ? "must"
                                                                                 : "nice";
        if (!out.empty() && out != need) return "part";
        out = need;
    }
    return out;
}

TEST(AdHeadings, SayWhatIsDoneAndAskedFor) {
    const std::vector<std::string> headings = {
        "What you'll own",
        "How you'll make an impact",
        "Where you come in",
        "Your challenge",
        "Your first 90 days",
        "Key accountabilities",
        "How you will spend your time",
        "What success looks like",
        "You'll thrive here if",
        "You might be a fit if",
        "Your toolkit",
        "Person spec",
        "You'll love this job if you have",
        "Why you are a great fit",
        "What it takes",
        "Your superpowers",
    };
    for (const std::string& h : headings) EXPECT_EQ(asked_under(h), "must") << h;
}

TEST(AdHeadings, YouIsWhoOneIsOnceItIsSaidWhatOneDoes) {
    const auto first = [](const std::string& job) {
        return find_requirement(gap_between("Skills\nFiling\n", job), "Docker")->weight;
    };
    EXPECT_GT(first("Engineer\n\nThe job\n- Review designs with others\n\nYou\n- Docker and Linux\n"),
              first("Engineer\n\nYou\n- Docker and Linux\n\nWe offer\n- Fruit\n"));
}

TEST(AdHeadings, SayWhatIsWished) {
    const std::vector<std::string> headings = {
        "Even better if you have", "What would make you stand out",
        "What sets you apart",     "Additional qualifications",
        "Icing on the cake",       "Brownie points",
        "Not required, but great",
    };
    for (const std::string& h : headings) EXPECT_EQ(asked_under(h), "nice") << h;
}

TEST(AdHeadings, SayWhatIsGiven) {
    const std::vector<std::string> headings = {
        "Why you'll love working here",
        "What you'll love about us",
        "What you can expect from us",
        "Our promise",
        "Life at Brightwell",
        "Why Brightwell?",
        "Work-life balance",
        "You can look forward to",
    };
    for (const std::string& h : headings) EXPECT_EQ(asked_under(h), "none") << h;
}

}  // namespace
}  // namespace headway::test
