// SPDX-License-Identifier: GPL-3.0-or-later
// Readings that were wrong once, named after what was misread.
#include <algorithm>
#include <gtest/gtest.h>

#include "engine/shipped_engine.hpp"

namespace headway::test {
namespace {

using career::Status;

bool warns(const career::GapReport& report, std::string_view words) {
    return std::ranges::any_of(report.warnings,
                               [&](const std::string& w) { return w.find(words) != std::string::npos; });
}

TEST(FalseReadings, AFinanceDirectorDoesNotDenyFinance) {
    const char* resume =
        "Anna Example\nFinance director\n\nExperience\nFinance Director, Mill Ltd, 2015 to now\n"
        "• No late filing in nine years; deputised for the managing director.\n"
        "• Reported to the board, not to a finance director.\n";
    const auto report = gap_between(resume, "Head of finance\n\nRequirements\n• Finance\n");
    const auto* finance = find_requirement(report, "Corporate finance");
    ASSERT_NE(finance, nullptr);
    EXPECT_EQ(finance->status, Status::matched);
    EXPECT_EQ(finance->support, career::Support::named);
}

TEST(FalseReadings, WordsAfterWantingToLearnMeetNothingOfThem) {
    const auto report = gap_between(
        "Experience\nWelder, Yard Ltd, 2015 to now\n• GTAW and SMAW on pipe.\n\nI would like to learn "
        "orbital "
        "welding.\n",
        "Welder\n\nRequirements\n• Orbital welding\n• GTAW\n");
    const auto* orbital = find_requirement(report, "Orbital welding");
    ASSERT_NE(orbital, nullptr);
    EXPECT_EQ(orbital->status, Status::missing);
    EXPECT_EQ(find_requirement(report, "TIG welding (GTAW)")->status, Status::matched);
}

TEST(FalseReadings, ABookedCourseIsNotYetTaken) {
    const auto report = gap_between(
        "Experience\nCook, Inn, 2019 to now\n• Lunch for ninety.\n\nCourse booked: "
        "sommelier, first level.\n",
        "Cook\n\nRequirements\n• Wine knowledge\n• Cooking\n");
    const auto* wine = find_requirement(report, "Wine knowledge and service");
    ASSERT_NE(wine, nullptr);
    EXPECT_EQ(wine->status, Status::missing);
}

TEST(FalseReadings, ATitleListedUnderManyTeachersStillFindsAnOccupation) {
    const auto report =
        gap_between("Skills\nLesson planning\n", "Teacher\n\nRequirements\n• Lesson planning\n");
    ASSERT_TRUE(report.occupation.has_value());
    EXPECT_EQ(shipped_engine().catalog().occupation_code(report.occupation->occupation).substr(0, 4), "25-2");
    EXPECT_TRUE(warns(report, "fits several related occupations alike"));
}

TEST(FalseReadings, AnOccupationWithoutRatingsIsSaidToHaveNone) {
    const auto developer = gap_between("Skills\nPython\n", "Software Developer\n\nRequirements\n• Python\n");
    ASSERT_TRUE(developer.occupation.has_value());
    EXPECT_TRUE(warns(developer, "O*NET rates no skills and knowledge of"));
    const auto nurse = gap_between("Skills\nTriage\n", "Registered Nurse\n\nRequirements\n• Triage\n");
    ASSERT_TRUE(nurse.occupation.has_value());
    EXPECT_FALSE(warns(nurse, "O*NET rates no skills"));
}

bool holds(const std::string& resume, std::string_view name) {
    const auto& engine = shipped_engine();
    const auto read = engine.read_resume(resume, {0}, today);
    return std::ranges::any_of(
        read.skills, [&](const career::HeldSkill& h) { return engine.catalog().name(h.skill) == name; });
}

TEST(FalseReadings, PlacesAndShopsThatSoundLikeAcronyms) {
    const std::string lines =
        "Experience\nDriver, Tollgate Supplies, Leeds, 2014 to now\n• Served at the Harbor Lamp Grill.\n"
        "• Clear written notes.\n";
    EXPECT_FALSE(holds(lines, "Sustainability and life cycle assessment"));
    EXPECT_FALSE(holds(lines, "LAMP stack"));
    EXPECT_FALSE(holds(lines, "Thomson Reuters CLEAR"));
    EXPECT_TRUE(holds("Skills\nLAMP, PHP, MySQL, KPIs\n", "LAMP stack"));
}

TEST(FalseReadings, OneAcronymOfSeveralTrades) {
    EXPECT_FALSE(
        holds("Experience\nElectrician, Mill, 2014 to now\n• Bend EMT and rigid conduit. CPR card.\n",
              "Emergency medical technician (EMT)"));
    EXPECT_TRUE(
        holds("Certificates\nEMT, State of Ohio. Ambulance shifts.\n", "Emergency medical technician (EMT)"));
    EXPECT_FALSE(
        holds("Experience\nHGV driver, Mill, 2014 to now\n• My CPC and tacho card are in date; ADR.\n",
              "Mediation and arbitration"));
    EXPECT_TRUE(holds("Experience\nHGV driver, Mill, 2014 to now\n• CPC and tacho card are in date.\n",
                      "Driver CPC and qualification card"));
}

TEST(FalseReadings, WordsOfHeadingsClaimNothing) {
    const std::string resume =
        "CAREER HISTORY\nClerk, Mill, 2014 to now\n• Filed.\n\nTECHNICAL SKILLS\nFiling\n\n"
        "EDUCATION & TRAINING\nSchool, 2010\n\nTEACHING EXPERIENCE\nNight school, 2012\n";
    EXPECT_FALSE(holds(resume, "Historical research"));
    EXPECT_FALSE(holds(resume, "Education and Training"));
    EXPECT_FALSE(holds(resume, "apply knowledge of science, technology and engineering"));
    EXPECT_TRUE(holds(resume, "Teaching"));
}

TEST(FalseReadings, WhomOneWorksWithIsNoSkill) {
    const std::string resume =
        "Experience\nClerk, Mill, 2014 to now\n• Speak with estate agents all day.\n"
        "• Walk crops with the agronomist.\n";
    EXPECT_FALSE(holds(resume, "Real estate sales"));
    EXPECT_FALSE(holds(resume, "Agronomy"));
    EXPECT_TRUE(holds("Experience\nAgronomist, Mill, 2014 to now\n• Walked crops.\n", "Agronomy"));
}

TEST(FalseReadings, ADegreeByItsLettersInEducation) {
    EXPECT_TRUE(holds("Education\nBA Economics, Lone Prairie State University, 2016\n", "Bachelor of Arts"));
    EXPECT_TRUE(
        holds("Education\nA.S. Chemistry, Three Rivers Community College, 2021\n", "Associate degree"));
    EXPECT_FALSE(holds("Experience\nBA for a payments team, 2016 to now\n", "Bachelor of Arts"));
}

TEST(FalseReadings, StudiesNotYetFinishedAndPapersLetLapseAreNotHeld) {
    EXPECT_FALSE(holds("Education\nCILEX Level 3, started September 2025, not yet finished\n",
                       "Paralegal certificate"));
    EXPECT_FALSE(holds("Summary\nI did the forklift licence in 2016 but let it lapse.\n",
                       "Forklift certificate or licence"));
}

TEST(FalseReadings, AnEnglishResumeShowsEnglishAndSoftwareShowsComputers) {
    const auto report = gap_between(
        "Experience\nClerk, Mill, 2014 to now\n• Drew the parts of the mill in AutoCAD and wrote to all "
        "of its "
        "customers.\n• Answered calls from drivers on the night line with the foreman by my side.\n",
        "Clerk\n\nRequirements\n• Clear written English\n• Computer literacy\n• Spanish\n");
    const auto because = [&](std::string_view name, std::string_view reason) {
        const auto* found = find_requirement(report, name);
        return found != nullptr && std::ranges::any_of(found->evidence, [&](const career::Evidence& e) {
                   return e.because.find(reason) != std::string::npos;
               });
    };
    EXPECT_TRUE(because("English", "The résumé is written in English."));
    EXPECT_TRUE(because("Computer literacy", "AutoCAD is software."));
    EXPECT_EQ(find_requirement(report, "Spanish")->support, career::Support::none);
    const auto german = gap_between(
        "Berufserfahrung\nBuchhalterin, Mühle, 2014 bis heute\n• Bücher der Mühle geführt und mit Kunden "
        "geschrieben.\n",
        "Clerk\n\nRequirements\n• Clear written English\n");
    EXPECT_EQ(find_requirement(german, "English")->support, career::Support::none);
}

/// Whether a résumé shows a skill that nobody asked for.
bool shows(const char* resume, std::string_view id) {
    const auto report = gap_between(resume, "Clerk\n\nRequirements\n• Customer service\n");
    return std::ranges::any_of(report.beyond, [&](const career::HeldSkill& h) {
        return shipped_engine().catalog().id(h.skill) == id;
    });
}

TEST(FalseReadings, AnAssociateByTitleHasNoDegree) {
    EXPECT_FALSE(
        shows("Experience\nSales Associate, Mill Ltd, 2019 to now\n• Served customers at the till.\n\n"
              "Certificates\nDatabricks Data Engineer Associate, 2023\n",
              "hw:associate-degree"));
    EXPECT_TRUE(shows("Education\nAssociate's degree, Foo College, 2015\n", "hw:associate-degree"));
}

TEST(FalseReadings, AGatekeeperIsNoFarmSoftware) {
    EXPECT_FALSE(shows("Executive Assistant, Foo, 2018 to now\n• Gatekeeper to the board.\n",
                       "hw:farm-management-software"));
    EXPECT_TRUE(shows("Farm Manager, Foo, 2018 to now\n• Kept the Gatekeeper records.\n",
                      "hw:farm-management-software"));
}

TEST(FalseReadings, TrainingPlansOfAPersonalTrainerAreNoStaffDevelopment) {
    EXPECT_FALSE(shows("Personal Trainer, Gym, 2018 to now\n• Wrote training plans for clients.\n",
                       "hw:learning-development"));
    EXPECT_TRUE(shows("HR Adviser, Mill Ltd, 2018 to now\n• Wrote staff training plans.\n",
                      "hw:learning-development"));
}

TEST(FalseReadings, AnApprenticeIsNoCook) {
    const auto cooks = [](const std::string& role) {
        const auto report =
            gap_between("Ann Lee\n\nExperience\n" + role + "\n- Did things well with others\n",
                        "Cook\n\nRequirements\n- Food processing\n");
        return find_requirement(report, "Food processing")->certainty > 0;
    };
    EXPECT_FALSE(cooks("Byrne Ltd, apprentice, 2013 - 2017"));
    EXPECT_TRUE(cooks("Byrne Ltd, apprentice chef, 2013 - 2017"));
}

}  // namespace
}  // namespace headway::test
