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

TEST(Asking, BracketsKeepTheirWishesToThemselves) {
    const auto report = held_against(
        "Clerk\n\nRequirements\n• Strong Xero skills (QuickBooks an advantage)\n• Docker (preferred)\n"
        "• Level 2 food hygiene (Level 3 desirable)\n");
    EXPECT_EQ(find_requirement(report, "Xero")->requirement.need, career::Need::must);
    EXPECT_EQ(find_requirement(report, "QuickBooks")->requirement.need, career::Need::nice);
    EXPECT_EQ(find_requirement(report, "Docker")->requirement.need, career::Need::nice);
    for (const auto& r : report.requirements) {
        if (r.requirement.evidence.front().text.find("food hygiene") != std::string::npos) {
            EXPECT_EQ(r.requirement.need, career::Need::must);
        }
    }
}

TEST(Asking, AWholeLineIsAWishWhereItSaysSoAndIsNamedByWhatItAsks) {
    const auto report = held_against(
        "Clerk\n\nRequirements\n• Familiarity with ISO 99775 a plus.\n• Farmyard upkeep is a plus\n"
        "• Knowledge of Blibberworks or similar\n• Marsh Frisian dialect desirable but not essential\n");
    const auto need = [&](std::string_view name) {
        const auto* found = find_requirement(report, name);
        EXPECT_NE(found, nullptr) << name;
        return found == nullptr ? career::Need::must : found->requirement.need;
    };
    EXPECT_EQ(need("ISO 99775"), career::Need::nice);
    EXPECT_EQ(need("Farmyard upkeep"), career::Need::nice);
    EXPECT_EQ(need("Blibberworks"), career::Need::must);
    EXPECT_EQ(need("Marsh Frisian dialect"), career::Need::nice);
}

TEST(Asking, ALineInTheAdsWordsIsMetByItsNameInTheResume) {
    const auto report = gap_between("Experience\nDriver, Mill Ltd, 2019 to now\n• Wabblecrane work.\n",
                                    "Driver\n\nRequirements\n• Wabblecrane experience\n");
    const auto* found = find_requirement(report, "Wabblecrane");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->support, career::Support::named);
}

TEST(Asking, TownsAndSisterCompaniesAreNothingToKnow) {
    const std::string job =
        "Clerk\n\nAbout the position\nOakline is hiring a clerk for our busy store in Wimblefield. You will "
        "look after the files at our Spoldering site and answer calls with Blibberworks.\n\n"
        "Requirements\n• Filing\n• Based in Torqueham\n";
    EXPECT_FALSE(asks(job, "Wimblefield"));
    EXPECT_FALSE(asks(job, "Spoldering"));
    EXPECT_FALSE(asks(job, "Torqueham"));
    EXPECT_TRUE(asks(job, "Blibberworks"));
}

TEST(Asking, ACompanyThatSpeaksOfItselfByNameAsksForNothing) {
    const std::string job =
        "Reporter\n\nHarbour & Coast Live is part of Northgate Media, publisher of forty titles and a unit "
        "that "
        "codes in R and Python.\n\nDove & Larch is a boutique firm looking after families and a brewery.\n\n"
        "The estate also runs SAP.\n\nRequirements\n• News writing\n";
    EXPECT_FALSE(asks(job, "Python"));
    EXPECT_FALSE(asks(job, "Brewing and distilling"));
    EXPECT_FALSE(asks(job, "SAP"));
    EXPECT_TRUE(asks("Clerk wanted\n\nPython is a must. Acme Mills is looking for SAP people.\n", "Python"));
    EXPECT_TRUE(asks("Clerk wanted\n\nAcme Mills is looking for a clerk with Python.\n", "Python"));
    EXPECT_TRUE(asks("Data Partner\n\nThe Data Partner is at home in Python and R.\n", "Python"));
    EXPECT_TRUE(asks("Clerk wanted\n\nNeeded is very good verbal Danish.\n", "Danish"));
}

TEST(Asking, ASmallFirmThatLooksForSomeoneAsks) {
    EXPECT_TRUE(
        asks("Stylist wanted\n\nWe are a small, friendly salon and we're looking for a stylist with "
             "QuickBooks and balayage.\n",
             "QuickBooks"));
    EXPECT_TRUE(asks("Clerk\n\nDuties\nYou will receive and enter orders and keep stock in QuickBooks.\n",
                     "QuickBooks"));
}

TEST(Asking, OneOfTheToolsInBracketsIsEnough) {
    const auto report = gap_between(
        "Skills\nTableau, BSc\n",
        "Analyst\n\nRequirements\n• At least one BI tool (Tableau, Power BI, Looker)\n• BSc/MSc in physics\n"
        "• Degree in statistics, physics, computer science or a related field\n• Excel, Word (Docker, "
        "Ansible)\n");
    const auto* tableau = find_requirement(report, "Tableau");
    ASSERT_NE(tableau, nullptr);
    EXPECT_EQ(tableau->requirement.any_of.size(), 3U);
    EXPECT_EQ(find_requirement(report, "Master of Science")->requirement.any_of.size(), 2U);
    EXPECT_EQ(find_requirement(report, "Computer science fundamentals")->requirement.any_of.size(), 3U);
    EXPECT_EQ(find_requirement(report, "Docker")->requirement.any_of.size(), 1U);
}

TEST(Asking, OneOfTheDegreesIsEnough) {
    for (const std::string line :
         {"BS, MS or PhD in statistics", "BS/MS/PhD in statistics", "BS MS or PhD in statistics",
          "B.S., M.S. or Ph.D. in statistics", "Bachelor's, Master's or PhD in statistics"}) {
        const auto report = held_against("Analyst\n\nRequirements\n• " + line + "\n");
        const auto* doctorate = find_requirement(report, "Doctorate");
        ASSERT_NE(doctorate, nullptr) << line;
        EXPECT_EQ(doctorate->requirement.any_of.size(), 3U) << line;
    }
    for (const std::string line : {"Ph.D. in chemistry or M.S. with five years in a laboratory",
                                   "PhD in chemistry, or MSc in chemistry"}) {
        const auto report = held_against("Analyst\n\nRequirements\n• " + line + "\n");
        EXPECT_EQ(find_requirement(report, "Doctorate")->requirement.any_of.size(), 2U) << line;
        EXPECT_EQ(find_requirement(report, "Chemistry")->requirement.any_of.size(), 1U) << line;
    }
    const auto report = held_against("Worker\n\nRequirements\n• Master's degree in Social Work (MSW)\n");
    EXPECT_EQ(find_requirement(report, "Master's degree"),
              find_requirement(report, "Master of Social Work (MSW)"));
    EXPECT_FALSE(asks("Clerk\n\nRequirements\n• MS Office\n", "Master of Science"));
}

TEST(Asking, ASlashBetweenSubstitutesIsAnOr) {
    const auto together = [](const std::string& line, const std::string& skill) {
        const auto report = held_against("Worker\n\nRequirements\n• " + line + "\n");
        const auto* found = find_requirement(report, skill);
        return found == nullptr ? 0U : found->requirement.any_of.size();
    };
    EXPECT_EQ(together("AWS/GCP/Azure", "Microsoft Azure"), 3U);
    EXPECT_EQ(together("React/Angular/Vue", "Angular"), 3U);
    EXPECT_EQ(together("iOS/Android", "Google Android"), 2U);
    EXPECT_EQ(together("HTML/CSS", "CSS"), 1U);
    EXPECT_EQ(together("HTML/CSS/JavaScript", "CSS"), 1U);
    EXPECT_EQ(together("FP&A, investment banking or Big 4", "Investment banking"), 2U)
        << "the third has no name";
    EXPECT_EQ(together("Python and SQL or five years of wobblework", "SQL"), 1U) << "both, or another thing";
}

TEST(Asking, OneOfAKindNamedInThePluralIsNamedToo) {
    const auto report = held_against("Clerk\n\nRequirements\n• GCSE Maths and English (grade C or above)\n");
    EXPECT_NE(find_requirement(report, "GCSEs"), nullptr);
    EXPECT_NE(find_requirement(report, "Applied mathematics"), nullptr);
    EXPECT_NE(find_requirement(report, "English"), nullptr);
}

TEST(Asking, ARemarkInBracketsIsNoPartOfTheName) {
    const auto report =
        held_against("Worker\n\nRequirements\n• Phlebotomy (adults)\n• Filing skills (archive)\n");
    EXPECT_EQ(report.requirements.at(0).requirement.name, "Phlebotomy");
    EXPECT_EQ(report.requirements.at(1).requirement.name, "Filing");
}

TEST(Asking, APostLikeThisOneIsNothingToKnow) {
    const auto report = held_against(
        "Clerk\n\nRequirements\n• Filing\n• Experience in a similar role\n• 2 years in a similar position\n"
        "• Relevant industry background\n• Similar wobblecook work\n");
    EXPECT_EQ(report.requirements.size(), 2U);
}

/// What is required is said behind it, and speaks of nothing that follows.
TEST(Asking, RequiredOfOneThingPreferredOfTheNext) {
    for (const std::string line : {"Python required, Docker preferred", "Python is a must, Docker a plus",
                                   "Bachelor's degree required, Docker preferred"}) {
        const auto report = held_against("Analyst\n\nRequirements\n• " + line + "\n");
        const auto* docker = find_requirement(report, "Docker");
        ASSERT_NE(docker, nullptr) << line;
        EXPECT_EQ(docker->requirement.need, career::Need::nice) << line;
    }
    const auto report = held_against("Analyst\n\nNice to have\n• Required: Python, Docker\n");
    EXPECT_EQ(find_requirement(report, "Docker")->requirement.need, career::Need::must);
}

TEST(Asking, AnOfficeIsAPlaceAndToExcelAVerb) {
    const std::string job = "Office clerk\n\nRequirements\n• Word and Outlook\n• Excel at keeping calm\n";
    EXPECT_FALSE(asks(job, "Microsoft Office"));
    EXPECT_FALSE(asks(job, "Microsoft Excel"));
    EXPECT_TRUE(
        asks("Engineer\n\nRequirements\n• Must have strong Excel skills; Java a plus\n", "Microsoft Excel"));
}

TEST(Asking, BilingualAsksForTheLanguagesItNames) {
    const std::string job = "Clerk\n\nNice to have\n• Bilingual English/Spanish\n";
    EXPECT_TRUE(asks(job, "Spanish"));
    EXPECT_FALSE(asks(job, "Bilingual"));
    EXPECT_TRUE(asks("Clerk\n\nNice to have\n• Bilingual\n", "Bilingual"));
    EXPECT_TRUE(asks("Clerk\n\nNice to have\n• Welsh speaker desirable but not essential\n", "Welsh"));
}

TEST(Asking, EitherOfTwoThingsInTheAdsWordsIsEnough) {
    const auto report = gap_between(
        "Experience\nCook, Mill Ltd, 2019 to now\n• Four years as a wobblecook on the line.\n",
        "Cook\n\nRequirements\n• Experience as a wobblecook or strong bimblehand in a kitchen with stars\n"
        "• Experience as a tumblecook or bimblehand\n");
    const auto* found = find_requirement(report, "wobblecook or strong bimblehand in a kitchen with stars");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->support, career::Support::named);
    const auto* other = find_requirement(report, "tumblecook or bimblehand");
    ASSERT_NE(other, nullptr);
    EXPECT_NE(other->support, career::Support::named);
}

TEST(Asking, ActivitiesThatADutyListsByNameAreAskedFor) {
    EXPECT_TRUE(asks("Clerk\n\nDuties\n• Budgeting, crop plans and margins\n", "Budgeting"));
}

TEST(Asking, HeadingsOfBoardsAreKnown) {
    EXPECT_TRUE(
        asks("Manager\n\nHi, we're Quillstone.\n\nYour impact\nOwn the books in QuickBooks and talk to "
             "customers.\n\nYou have\n• Filing\n",
             "QuickBooks"));
    EXPECT_FALSE(
        asks("Manager\n\nRequirements\n• Filing\n\nWe provide: equity, Zoom yoga and Docker courses.\n",
             "Docker"));
}

TEST(Asking, PluralsOfNamesOfSeveralWordsAreTheirNames) {
    const std::string job =
        "Warehouse Operative\n\nRequirements\n• Experience with a warehouse management system\n"
        "• Picking orders using RF scanners\n";
    EXPECT_TRUE(asks(job, "Warehouse management systems (WMS)"));
    EXPECT_TRUE(asks(job, "Barcode and RF scanning"));
}

TEST(Asking, WhomOneWorksUnderAndWhomOneHelpsChangeNothing) {
    const std::string job =
        "Technician\n\nDuties\nUnder the supervision of a licensed pharmacist you count tablets, manage "
        "inventory in "
        "QuickBooks and help patients.\n";
    EXPECT_FALSE(asks(job, "Pharmacist licence"));
    EXPECT_FALSE(asks(job, "Supervision"));
    const auto report = held_against(job);
    ASSERT_NE(find_requirement(report, "QuickBooks"), nullptr);
    EXPECT_EQ(find_requirement(report, "QuickBooks")->requirement.need, career::Need::must);
}

}  // namespace
}  // namespace headway::test
