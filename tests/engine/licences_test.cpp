// SPDX-License-Identifier: GPL-3.0-or-later
// Licences, certificates and boards of the United States, in the spellings of ads and of those who hold them.
#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <string>
#include <string_view>

#include "engine/shipped_engine.hpp"

namespace headway::test {
namespace {

using career::Status;

struct Spellings {
    std::string_view title, asked, held, name;
};

/// The spelling of an ad, another one of a résumé, and the certificate that both mean.
constexpr auto papers = std::to_array<Spellings>({
    {"Registered Nurse", "Current state nursing license", "RN license, Ohio", "Nursing licence"},
    {"Registered Nurse", "Active RN licensure", "NCLEX-RN passed 2019", "Registered nurse (RN) licence"},
    {"Practical Nurse", "LVN license", "NCLEX-PN, 2020", "Licensed practical nurse (LPN/LVN)"},
    {"Pharmacist", "NAPLEX and state exam passed", "Pharmacist license", "Pharmacist licence"},
    {"Respiratory Therapist", "Respiratory therapist license", "RRT, NBRC",
     "Respiratory therapist credentials"},
    {"Optician", "ABO certification", "Licensed optician", "Optician licence"},
    {"Administrator", "Nursing home administrator license", "LNHA", "Nursing home administrator licence"},
    {"Substitute Teacher", "Substitute teacher permit", "Sub work. Substitute teaching license",
     "Substitute teaching permit"},
    {"Teacher", "Praxis II scores on file", "Praxis exam, 2021", "Praxis exams"},
    {"Teacher", "Valid state teaching license", "Teacher certification, Texas", "Teaching licence"},
    {"Engineer", "PE license", "Licensed professional engineer", "Professional Engineer (PE) licence"},
    {"Architect", "NCARB certificate", "Registered architect, New York", "Architect licence"},
    {"Surveyor", "RPLS", "Licensed land surveyor", "Professional land surveyor licence"},
    {"Driver", "CDL class A", "Class A commercial driver's license", "Class A CDL"},
    {"Driver", "DOT medical card", "Medical examiner's certificate, current", "DOT medical card"},
    {"Hair Stylist", "Valid cosmetology license", "Licensed cosmetologist", "Cosmetology licence"},
    {"Esthetician", "Aesthetician license", "Licensed esthetician, Utah", "Esthetician licence"},
    {"Attorney", "Member in good standing of the state bar", "Bar admission, Illinois", "Bar admission"},
    {"Attorney", "Law license", "Admitted to the bar, 2015", "Bar admission"},
    {"Agent", "Active real estate license", "Licensed real estate agent", "Real estate licence"},
    {"Loan Officer", "NMLS license", "Licensed mortgage loan originator",
     "Mortgage loan originator licence (NMLS)"},
    {"Insurance Agent", "P&C license", "Property and casualty insurance license",
     "Property and casualty insurance licence"},
    {"Adviser", "Series 66", "Series 66 license", "FINRA Series 65/66"},
    {"Adviser", "Series 6", "FINRA Series 6", "FINRA Series 6"},
    {"Adviser", "SIE exam", "Securities Industry Essentials", "FINRA Securities Industry Essentials (SIE)"},
    {"Accountant", "Certified public accountant", "CPA license, Maine", "CPA"},
    {"Cook", "ServSafe certified", "ServSafe Manager, 2024", "ServSafe"},
    {"Cook", "Food protection manager certification", "Certified Food Protection Manager",
     "Food protection manager certificate"},
    {"Bartender", "TABC certification", "TIPS certified", "Responsible alcohol service"},
    {"Labourer", "OSHA 30", "30-hour OSHA card", "OSHA 30-hour"},
    {"Labourer", "40-hour HAZWOPER", "HAZWOPER certification, 2022", "HAZWOPER"},
    {"HVAC Technician", "EPA certification required for refrigerants", "EPA 608 Universal",
     "EPA Section 608 certification"},
    {"HVAC Technician", "HVAC license", "Mechanical contractor license", "HVAC licence"},
    {"Mechanic", "EPA 609", "Section 609, MACS certification", "EPA Section 609 certification"},
    {"Operator", "Wastewater operator license", "Water treatment operator certification",
     "Water or wastewater operator licence"},
    {"Crane Operator", "NCCCO certification", "Crane operator license", "NCCCO crane certification"},
    {"Guard", "Guard license", "Security guard license, Nevada", "Guard licence"},
    {"Officer", "Peace officer certification", "POST certified", "Peace officer certification"},
    {"Funeral Director", "Funeral director license", "Licensed embalmer and funeral director",
     "Funeral director or embalmer licence"},
    {"Dealer", "Gaming license", "Gaming permit, Nevada", "Gaming licence"},
    {"Tax Preparer", "PTIN", "CTEC registered", "Registered tax preparer (PTIN, CTEC)"},
    {"Inspector", "Home inspector license", "InterNACHI certified", "Home inspector licence"},
});

TEST(Licences, AreAskedForAndMetInEachSpelling) {
    for (const Spellings& s : papers) {
        const auto report =
            gap_between("Certificates\n" + std::string(s.held) + "\n",
                        std::string(s.title) + "\n\nRequirements\n• " + std::string(s.asked) + "\n");
        const auto* asked = find_requirement(report, s.name);
        ASSERT_NE(asked, nullptr) << s.asked;
        EXPECT_EQ(shipped_engine().catalog().kind(asked->requirement.any_of.front()),
                  ontology::Kind::certificate)
            << s.asked;
        EXPECT_EQ(asked->status, Status::matched) << s.asked << " | " << s.held;
    }
}

TEST(Licences, OfAnotherTradeDoNotMeetOne) {
    for (const auto& [asked, held, name] : {
             std::array{"Esthetician license", "Barber license, Ohio", "Esthetician licence"},
             std::array{"P&C license", "Life and health license", "Property and casualty insurance licence"},
             std::array{"Series 7", "Series 63", "FINRA Series 7"},
             std::array{"CDL class A", "Class B CDL", "Class A CDL"},
             std::array{"RN license", "LPN license", "Registered nurse (RN) licence"},
         }) {
        const auto report = gap_between("Certificates\n" + std::string(held) + "\n",
                                        "Worker\n\nRequirements\n• " + std::string(asked) + "\n");
        const auto* requirement = find_requirement(report, name);
        ASSERT_NE(requirement, nullptr) << asked;
        EXPECT_NE(requirement->status, Status::matched) << asked << " | " << held;
    }
}

TEST(Licences, NamesOfOtherTradesAreNoPapers) {
    const auto read = shipped_engine().read_resume(
        "Experience\nEngineer, Mill Ltd, 2015 to now\n• Wrote boot code in NASM and measured CPT1 in cells.\n"
        "• Fitted a gaming card, sold vinyl and LVT floors, and met the CIA in a novel.\n",
        {0}, today);
    EXPECT_TRUE(std::ranges::none_of(read.skills, [](const career::HeldSkill& h) {
        return shipped_engine().catalog().kind(h.skill) == ontology::Kind::certificate;
    }));
}

TEST(Licences, AListOfNumbersNamesEach) {
    const auto report = gap_between("Skills\nFiling\n", "Adviser\n\nRequirements\n• Series 7, 63 and 66\n");
    for (const char* name : {"FINRA Series 7", "FINRA Series 63", "FINRA Series 65/66"})
        EXPECT_NE(find_requirement(report, name), nullptr) << name;
    const auto months =
        gap_between("Skills\nFiling\n", "Adviser\n\nRequirements\n• Series 7 and 6 months at a broker\n");
    EXPECT_EQ(find_requirement(months, "FINRA Series 6"), nullptr);
}

TEST(Licences, ATradeBesideThePaperIsThePaper) {
    for (const char* line : {"Elevator mechanic license", "Locksmith licence", "Fire alarm license"}) {
        const auto report =
            gap_between("Skills\nFiling\n", "Worker\n\nRequirements\n• " + std::string(line) + "\n");
        const auto* asked = find_requirement(report, line);
        ASSERT_NE(asked, nullptr) << line;
        EXPECT_TRUE(asked->requirement.partial) << line;
        const auto met = gap_between("Certificates\n" + std::string(line) + ", Ohio\n",
                                     "Worker\n\nRequirements\n• " + std::string(line) + "\n");
        EXPECT_EQ(find_requirement(met, line)->status, Status::matched) << line;
    }
    const auto work = gap_between("Skills\nFiling\n", "Worker\n\nRequirements\n• Locksmithing\n");
    EXPECT_FALSE(find_requirement(work, "Locksmithing")->requirement.partial);
}

}  // namespace
}  // namespace headway::test
