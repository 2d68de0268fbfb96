// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/alias_suggestion.hpp"

#include <gtest/gtest.h>

#include "engine/shipped_engine.hpp"

namespace headway::test {
namespace {

/// "word > skill" of what is suggested in a text when these skills are relevant.
std::vector<std::string> suggested(const std::string& text, const std::vector<std::string>& names) {
    const career::Engine& engine = shipped_engine();
    const ontology::Catalog& catalog = engine.catalog();
    std::vector<career::SkillId> relevant;
    for (const std::string& name : names) {
        const auto named = engine.read_resume(name, {0}, 24000);
        for (const auto& m : named.found.mentions) relevant.push_back(m.skill);
    }
    const auto resume = engine.read_resume(text, {0}, 24000);
    std::vector<std::string> out;
    for (const auto& s :
         career::suggest_aliases(resume.reading, resume.pages, resume.found, relevant, catalog)) {
        EXPECT_EQ(s.evidence.text, text.substr(s.evidence.begin, s.evidence.end - s.evidence.begin));
        EXPECT_TRUE(s.because.ends_with("."));
        out.push_back(s.evidence.text + " > " + std::string(catalog.name(s.skill)));
    }
    return out;
}

using Lines = std::vector<std::string>;

TEST(AliasSuggestion, InitialsOfASkillThatAnotherDocumentNames) {
    EXPECT_EQ(suggested("Kept the TPS ready for audits.", {"Skills: test plan software"}).size(), 0U)
        << "what no framework knows is not suggested";
    EXPECT_EQ(suggested("Responsible for WC on three wards.", {"Skills: wound care"}).size(), 1U);
    EXPECT_EQ(suggested("Responsible for wc on three wards.", {"Skills: wound care"}), Lines{})
        << "small letters are words, not initials";
    EXPECT_EQ(suggested("Wound care (WC) on three wards.", {"Skills: wound care"}), Lines{})
        << "the text names it already";
    EXPECT_EQ(suggested("Responsible for WC on three wards.", {}), Lines{}) << "nobody asks for it";
}

TEST(AliasSuggestion, ANumberForTheLettersLeftOut) {
    const auto found = suggested("Deployed with t7m to two regions.", {"Skills: Terraform"});
    EXPECT_EQ(found, (Lines{"t7m > Terraform"}));
    EXPECT_EQ(suggested("Deployed with t6m to two regions.", {"Skills: Terraform"}), Lines{});
}

TEST(AliasSuggestion, AlmostTheName) {
    EXPECT_EQ(suggested("Moved the dashboards to Grafanna last year.", {"Skills: Grafana"}),
              (Lines{"Grafanna > Grafana"}));
    EXPECT_EQ(suggested("An ordinary sentence about ducks.", {"Skills: Docker"}), Lines{});
}

}  // namespace
}  // namespace headway::test
