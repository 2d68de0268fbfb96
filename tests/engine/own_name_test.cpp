// SPDX-License-Identifier: GPL-3.0-or-later
// A person's name is no product.
#include <gtest/gtest.h>
#include <string>

#include "engine/shipped_engine.hpp"

namespace headway::test {
namespace {

career::Status status_of(const std::string& head, const std::string& skill, const std::string& more = "") {
    const auto report =
        gap_between(head + "\n\nExperience\nHotel porter, Grand Hotel, 2019 to now\n• Carried bags.\n" + more,
                    "Engineer\n\nRequirements\n• " + skill + ", Fortran, PostgreSQL\n");
    const auto* found = find_requirement(report, skill);
    EXPECT_NE(found, nullptr) << skill;
    return found == nullptr ? career::Status::matched : found->status;
}

TEST(OwnName, IsNoProduct) {
    EXPECT_EQ(status_of("Tom Jenkins\nHotel porter", "Jenkins"), career::Status::missing);
    EXPECT_EQ(status_of("Ada Lovelace\nHotel porter", "Ada programming language"), career::Status::missing);
    EXPECT_EQ(status_of("Blaise Pascal", "Pascal"), career::Status::missing);
    EXPECT_EQ(status_of("Anna van Perl\nVienna", "Perl"), career::Status::missing);
    EXPECT_EQ(status_of("Curriculum Vitae\nDjango Reinhardt", "Django"), career::Status::missing);
    EXPECT_EQ(status_of("TOM J. JENKINS\ntom@example.org", "Jenkins"), career::Status::missing);
    EXPECT_EQ(status_of("Ada Miller\nHotel porter", "Ada programming language"), career::Status::missing);
    EXPECT_EQ(status_of("Ruby Baker\nHotel porter", "Ruby"), career::Status::missing);
    EXPECT_EQ(status_of("Sally Salesforce\nHotel porter", "Salesforce"), career::Status::missing);
}

TEST(OwnName, NamedElsewhereCounts) {
    EXPECT_EQ(status_of("Tom Jenkins\nHotel porter", "Jenkins", "\nSkills\nJenkins, Docker\n"),
              career::Status::matched);
}

TEST(OwnName, AHeadlineCounts) {
    EXPECT_NE(status_of("Kubernetes Engineer", "Kubernetes"), career::Status::missing);
    EXPECT_NE(status_of("Anna Example\nKubernetes Engineer", "Kubernetes"), career::Status::missing);
    EXPECT_NE(status_of("Salesforce Administrator", "Salesforce"), career::Status::missing);
    EXPECT_NE(status_of("Ruby Developer\nVienna", "Ruby"), career::Status::missing);
    EXPECT_NE(status_of("Senior Django Developer", "Django"), career::Status::missing);
}

}  // namespace
}  // namespace headway::test
