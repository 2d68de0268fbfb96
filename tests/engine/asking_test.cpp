// SPDX-License-Identifier: GPL-3.0-or-later
// Which lines of an ad ask for something.
#include <algorithm>
#include <gtest/gtest.h>
#include <string>

#include "engine/shipped_engine.hpp"

namespace headway::test {
namespace {

career::GapReport held_against(const std::string& job) {
    return gap_between("Skills\nFiling\n", job);
}

bool asks(const std::string& job, const std::string& skill) {
    return find_requirement(held_against(job), skill) != nullptr;
}

TEST(Asking, DutiesTowardsCustomersAndProductsAsk) {
    const std::string job =
        "Clerk\n\nDuties\n• Support our customers with SQL reports\n• Deploy our platform on Kubernetes\n"
        "• Keep the books of our clients in QuickBooks\n• Our platform is written in Java\n";
    EXPECT_TRUE(asks(job, "SQL"));
    EXPECT_TRUE(asks(job, "Kubernetes"));
    EXPECT_TRUE(asks(job, "QuickBooks"));
    EXPECT_FALSE(asks(job, "Java"));
}

TEST(Asking, WordsOfBenefitsAmongTheRequirementsAreWhatTheWorkIsAbout) {
    const auto report = held_against(
        "Clerk\n\nRequirements\n• Experience with health insurance claims processing\n"
        "• Knowledge of pension administration in SAP\n• Clean background check and forklift licence\n"
        "• Life insurance licence\n• We offer a gym membership and lessons in Spanish\n");
    const auto mentioned = [&](std::string_view words) {
        return std::ranges::any_of(report.requirements, [&](const career::RequirementResult& r) {
            return std::ranges::any_of(r.requirement.evidence, [&](const career::Evidence& e) {
                return e.text.find(words) != std::string::npos;
            });
        });
    };
    EXPECT_TRUE(mentioned("insurance claims"));
    EXPECT_TRUE(mentioned("pension administration"));
    EXPECT_TRUE(mentioned("forklift"));
    EXPECT_TRUE(mentioned("nsurance licence"));
    EXPECT_FALSE(mentioned("Spanish"));
    EXPECT_FALSE(mentioned("gym"));
}

TEST(Asking, MoreUnnamedRequirementsThanAreReadAreSaid) {
    std::string job = "Clerk\n\nRequirements\n• Filing\n";
    for (int i = 0; i < 250; ++i) job += "• Calm hands on shelf number " + std::to_string(i) + "\n";
    const auto report = held_against(job);
    EXPECT_TRUE(std::ranges::any_of(report.warnings, [](const std::string& w) {
        return w.find("more requirements than are read") != std::string::npos;
    }));
}

TEST(Asking, ABulletOfTheRequirementsAsksHoweverItBegins) {
    for (const std::string line :
         {"At ease on ladders and roofs", "At least three years as a glazier", "This role needs a calm head",
          "Please be on time each morning", "If it rains you stay cheerful"}) {
        const auto report = held_against("Glazier\n\nRequirements\n• Filing\n• " + line + "\n");
        EXPECT_TRUE(std::ranges::any_of(report.requirements, [&](const career::RequirementResult& r) {
            return line.find(r.requirement.evidence.back().text) != std::string::npos;
        })) << line;
    }
}

}  // namespace
}  // namespace headway::test
