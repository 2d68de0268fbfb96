// SPDX-License-Identifier: GPL-3.0-or-later
// What lines of ads ask for that name no skill of a framework, or more than it.
#include <algorithm>
#include <gtest/gtest.h>
#include <string>

#include "engine/shipped_engine.hpp"

namespace headway::test {
namespace {

using career::Status;

const char* const resume =
    "Anna Example\n\nExperience\nFitter, Yard Ltd, 2015 to now\n• Brazed pipework and "
    "commissioned two plants.\n";

career::GapReport asked(const std::string& lines, const std::string& heading = "Requirements") {
    return gap_between(resume, "Fitter\n\n" + heading + "\n" + lines + "\n");
}

bool shows(const career::GapReport& report, std::string_view words) {
    return std::ranges::any_of(report.requirements, [&](const career::RequirementResult& r) {
        return std::ranges::any_of(r.requirement.evidence,
                                   [&](const career::Evidence& e) { return e.text == words; });
    });
}

TEST(AskedLines, ADegreeInAFieldIsADegree) {
    const auto report = asked("• Degree in quantity surveying or similar");
    ASSERT_NE(find_requirement(report, "Bachelor's degree"), nullptr);
    EXPECT_TRUE(shows(report, "Degree in quantity surveying"));
    EXPECT_NE(find_requirement(asked("• Educated to degree level"), "Bachelor's degree"), nullptr);
}

TEST(AskedLines, APaperInAFieldIsAskedForAsAPaper) {
    const auto report = asked("• Level 3 qualification in childcare or early years");
    const auto* paper = find_requirement(report, "Level 3 qualification in childcare or early years");
    ASSERT_NE(paper, nullptr);
    EXPECT_TRUE(paper->requirement.partial);
    EXPECT_EQ(find_requirement(asked("• Experience in childcare"), "Childcare")->requirement.partial, false);
}

TEST(AskedLines, RegistersAreNoLicences) {
    const auto report = asked(
        "• Registered with the GPhC as a pharmacy technician\n• NMC registration\n"
        "• Registered with the HCPC\n• SRA registered");
    for (const char* name :
         {"GPhC registration", "NMC registration", "HCPC registration", "SRA registration"})
        EXPECT_NE(find_requirement(report, name), nullptr) << name;
    EXPECT_EQ(find_requirement(report, "Pharmacist licence"), nullptr);
    EXPECT_EQ(find_requirement(report, "Registered nurse (RN) licence"), nullptr);
}

TEST(AskedLines, APaperIsNotLinkedToTheWorkItIsFor) {
    const auto report = asked("• Crane signaller accreditation required by the port");
    EXPECT_TRUE(std::ranges::none_of(report.requirements, [](const career::RequirementResult& r) {
        return !r.requirement.evidence.empty() &&
               r.requirement.evidence.front().shows == career::Shows::linked;
    }));
}

TEST(AskedLines, ShortDutiesInTheAdsOwnWordsAreAskedFor) {
    const auto report = asked(
        "• Interim valuations and payments\n• Know where every one of the fifty children is "
        "when we are out",
        "Responsibilities");
    const auto* own = find_requirement(report, "Interim valuations and payments");
    ASSERT_NE(own, nullptr);
    EXPECT_LT(own->weight, 0.3) << "little is known of it";
    EXPECT_FALSE(shows(report, "Know where every one of the fifty children is when we are out"));
}

TEST(AskedLines, NounsThatOpenADutyAreNoVerbs) {
    EXPECT_NE(find_requirement(asked("• Procurement of subcontractors", "Duties"), "Procurement"), nullptr);
    EXPECT_NE(
        find_requirement(asked("• Radiography and positioning", "Duties"), "Radiography and positioning"),
        nullptr);
    EXPECT_EQ(find_requirement(asked("• Design and run the stalls of the fair", "Duties"), "Design"),
              nullptr);
    const auto watch = asked("• Monitoring anaesthesia", "Duties");
    EXPECT_EQ(find_requirement(watch, "Monitoring"), nullptr);
    EXPECT_NE(find_requirement(watch, "Anesthesia"), nullptr);
}

TEST(AskedLines, WhatOneDidShowsWhatIsNamedByDoing) {
    const auto report = asked("• Brazing\n• Commissioning");
    for (const char* name : {"Brazing", "Commissioning and start-up"}) {
        const auto* found = find_requirement(report, name);
        ASSERT_NE(found, nullptr) << name;
        EXPECT_NE(found->status, Status::missing) << name;
    }
    const auto other = gap_between("Experience\nFitter, Yard Ltd, 2015 to now\n• Cut pipework.\n",
                                   "Fitter\n\nRequirements\n• Brazing\n");
    EXPECT_EQ(other.requirements.front().status, Status::missing);
}

TEST(AskedLines, AScienceInADegreeIsNoResearch) {
    const auto read = shipped_engine().read_resume(
        "Anna Example\n\nEducation\nNVQ Level 3 in Pharmaceutical Science, City College, 2016 – 2018\n", {0},
        today);
    EXPECT_TRUE(std::ranges::none_of(read.skills, [](const career::HeldSkill& h) {
        return shipped_engine().catalog().name(h.skill) == "Research methods";
    }));
}

TEST(AskedLines, ListedMeetsAskedWhereNeitherSaysHowWell) {
    const auto listed =
        gap_between("Skills\nLinux, Kubernetes\n", "Senior Engineer\n\nRequirements\n• Kubernetes\n");
    EXPECT_EQ(find_requirement(listed, "Kubernetes")->status, Status::matched);
    const auto stated =
        gap_between("Skills\nLinux, Kubernetes\n", "Engineer\n\nRequirements\n• Expert in Kubernetes\n");
    EXPECT_EQ(find_requirement(stated, "Kubernetes")->status, Status::weak) << "the ad says how well";
    const auto basic =
        gap_between("Skills\nLinux, Kubernetes (basic)\n", "Senior Engineer\n\nRequirements\n• Kubernetes\n");
    EXPECT_EQ(find_requirement(basic, "Kubernetes")->status, Status::weak) << "the résumé does";
}

TEST(AskedLines, AnUnknownNameBehindOrIsAsGoodAsTheKnownOne) {
    const char* ad = "Clerk\n\nRequirements\n• Experience with Salesforce or Zuoralix\n";
    const auto status = [&](const char* skills) {
        const auto report = gap_between(std::string("Skills\n") + skills + "\n", ad);
        EXPECT_EQ(report.requirements.size(), 1U);
        EXPECT_EQ(report.requirements.front().requirement.name, "Salesforce or Zuoralix");
        return report.requirements.front().status;
    };
    EXPECT_EQ(status("Filing, Zuoralix"), Status::matched);
    EXPECT_EQ(status("Filing, Salesforce"), Status::matched);
    EXPECT_EQ(status("Filing, typing"), Status::missing);
}

TEST(AskedLines, WhoWouldNotCallThemselvesOneIsNone) {
    const auto report = gap_between(
        "Experience\nStylist, Salon Ltd, 2015 to now\n• Cut men's hair too, but I wouldn't call myself a "
        "barber.\n",
        "Stylist\n\nRequirements\n• Barbering\n");
    EXPECT_EQ(find_requirement(report, "Barbering")->status, Status::missing);
}

}  // namespace
}  // namespace headway::test
