// SPDX-License-Identifier: GPL-3.0-or-later
// What a person says of their own skills wins over every reading.
#include "career/corrections.hpp"

#include <gtest/gtest.h>

#include "engine/shipped_engine.hpp"

namespace headway::test {
namespace {

using career::SkillCorrection;
using Action = career::SkillCorrection::Action;

const char* const resume_text = "Skills\nPython, Docker\n\nWe ran 40 services on Qube9 for two years.\n";
const char* const job_text = "Developer\n\nRequirements\n• Python\n• Kubernetes\n• Docker\n";

career::SkillId skill(const std::string& id) {
    const auto found = shipped_engine().catalog().find_skill(id);
    EXPECT_TRUE(found.has_value()) << id;
    return shipped_engine().catalog().lexicon().canonical(*found);
}

struct Pair {
    career::Resume resume = shipped_engine().read_resume(resume_text, {0}, today);
    career::Job job = shipped_engine().read_job(job_text, {0});
    [[nodiscard]] career::GapReport gap() const { return shipped_engine().gap(resume, job); }
};

TEST(Corrections, AnAddedSkillIsHeldAtItsLevel) {
    Pair p;
    ASSERT_NE(find_requirement(p.gap(), "Kubernetes")->status, career::Status::matched);
    const SkillCorrection c{Action::add, skill("hw:kubernetes"), "", 5.0, {}, "You set this."};
    career::correct(p.resume, std::span(&c, 1), shipped_engine().catalog());
    const auto report = p.gap();
    const auto* kubernetes = find_requirement(report, "Kubernetes");
    EXPECT_EQ(kubernetes->status, career::Status::matched);
    EXPECT_DOUBLE_EQ(kubernetes->held->value, 5.0);
    EXPECT_EQ(kubernetes->held->reasons, std::vector<std::string>{"You set this."});
}

TEST(Corrections, ARemovedSkillIsMissingWhateverImpliesIt) {
    Pair p;
    const SkillCorrection c{Action::remove, skill("hw:python"), "", {}, {}, "You removed this."};
    const double before = p.gap().score;
    career::correct(p.resume, std::span(&c, 1), shipped_engine().catalog());
    const auto report = p.gap();
    EXPECT_EQ(find_requirement(report, "Python")->status, career::Status::missing);
    EXPECT_LT(report.score, before);
}

/// Whoever confirms what was read between the lines says that it is so, not how far it goes.
TEST(Corrections, AConfirmedSkillKeepsTheLevelThatWasRead) {
    const char* const text =
        "Experience\nPlatform engineer, Foo Ltd, 2015 - 2024\n"
        "• Led the move of 40 services with Helm charts and kubectl rollouts.\n";
    const auto& engine = shipped_engine();
    const career::Job job = engine.read_job("Developer\n\nRequirements\n• Kubernetes\n", {0});
    career::Resume resume = engine.read_resume(text, {0}, today);
    const auto before = engine.gap(resume, job);
    const auto* read = find_requirement(before, "Kubernetes");
    ASSERT_EQ(read->support, career::Support::implied);
    ASSERT_GT(read->held->value, 3.5);

    const SkillCorrection c{Action::add, skill("hw:kubernetes"), "", {}, {}, "You set this."};
    career::correct(resume, std::span(&c, 1), engine.catalog());
    const auto after = engine.gap(resume, job);
    const auto* confirmed = find_requirement(after, "Kubernetes");
    EXPECT_EQ(confirmed->support, career::Support::named);
    EXPECT_DOUBLE_EQ(confirmed->certainty, 1);
    EXPECT_DOUBLE_EQ(confirmed->held->value, read->held->value);
    EXPECT_DOUBLE_EQ(confirmed->held->low, read->held->low);
    EXPECT_EQ(confirmed->held->reasons.back(), "You set this.");
    EXPECT_FALSE(confirmed->evidence.empty()) << "the sentence that was confirmed";
    EXPECT_GE(after.score, before.score);
}

TEST(Corrections, WithoutALevelOrAReadingTheLevelIsUnknown) {
    Pair p;
    const SkillCorrection all[] = {{Action::add, skill("hw:terraform"), "", {}, {}, "You added this."},
                                   {Action::add, skill("hw:python"), "", {}, {}, "You set this."}};
    const double python = career::find_held(p.resume, skill("hw:python"))->level.value;
    career::correct(p.resume, all, shipped_engine().catalog());
    const auto* added = career::find_held(p.resume, skill("hw:terraform"));
    ASSERT_NE(added, nullptr);
    EXPECT_FALSE(added->level_known);
    EXPECT_GT(added->level.high - added->level.low, 2) << "anything usual";
    EXPECT_DOUBLE_EQ(career::find_held(p.resume, skill("hw:python"))->level.value, python);
}

TEST(Corrections, ARequirementWithoutALevelIsAskedForAsAdsDo) {
    Pair p;
    const SkillCorrection c{Action::add, skill("hw:terraform"), "",
                            {},          career::Need::must,    "You added this."};
    career::correct(p.job, std::span(&c, 1), shipped_engine().catalog());
    const auto report = p.gap();
    const auto& needed = find_requirement(report, "Terraform")->requirement.needed;
    EXPECT_DOUBLE_EQ(needed.high - needed.low, 2);
    EXPECT_DOUBLE_EQ(needed.value, find_requirement(report, "Kubernetes")->requirement.needed.value);
}

TEST(Corrections, WhatWasLearnedLowersNothing) {
    Pair p;
    const SkillCorrection all[] = {{Action::level, skill("hw:python"), "", 5.0, {}, "You set this."},
                                   {Action::reach, skill("hw:python"), "", 3.5, {}, "You finished it."},
                                   {Action::reach, skill("hw:kubernetes"), "", 3.5, {}, "You finished it."}};
    career::correct(p.resume, all, shipped_engine().catalog());
    EXPECT_DOUBLE_EQ(career::find_held(p.resume, skill("hw:python"))->level.value, 5);
    EXPECT_DOUBLE_EQ(career::find_held(p.resume, skill("hw:kubernetes"))->level.value, 3.5);
}

TEST(Corrections, TheLaterWins) {
    Pair p;
    const SkillCorrection all[] = {{Action::remove, skill("hw:python"), "", {}, {}, "You removed this."},
                                   {Action::level, skill("hw:python"), "", 6.0, {}, "You set this."}};
    career::correct(p.resume, all, shipped_engine().catalog());
    EXPECT_EQ(find_requirement(p.gap(), "Python")->status, career::Status::matched);
    EXPECT_TRUE(std::is_sorted(p.resume.skills.begin(), p.resume.skills.end(),
                               [](const auto& a, const auto& b) { return a.skill < b.skill; }));
}

TEST(Corrections, RequirementsAreAddedChangedAndRemoved) {
    Pair p;
    const SkillCorrection all[] = {
        {Action::remove, skill("hw:docker"), "", {}, {}, ""},
        {Action::level, skill("hw:python"), "", 6.5, career::Need::nice, "You set this."},
        {Action::add, skill("hw:terraform"), "", {}, career::Need::must, "You added this."},
        {Action::add, ontology::none, "Own forklift", 2.0, career::Need::must, "You added this."}};
    career::correct(p.job, all, shipped_engine().catalog());
    const auto report = p.gap();
    EXPECT_EQ(find_requirement(report, "Docker"), nullptr);
    EXPECT_EQ(find_requirement(report, "Python")->requirement.need, career::Need::nice);
    EXPECT_DOUBLE_EQ(find_requirement(report, "Python")->requirement.needed.value, 6.5);
    ASSERT_NE(find_requirement(report, "Terraform"), nullptr);
    ASSERT_NE(find_requirement(report, "Own forklift"), nullptr);
    EXPECT_EQ(report.requirements.size(), 4U);
}

TEST(Corrections, AConfirmedSpellingIsFoundWithItsPlace) {
    const career::AliasCorrection alias{"Qube9", skill("hw:kubernetes"), true};
    const auto resume = shipped_engine().read_resume(resume_text, {0}, today, std::span(&alias, 1));
    const auto* held = career::find_held(resume, skill("hw:kubernetes"));
    ASSERT_NE(held, nullptr);
    ASSERT_EQ(held->evidence.size(), 1U);
    EXPECT_EQ(held->evidence[0].text, "Qube9");
    EXPECT_EQ(std::string_view(resume_text).substr(held->evidence[0].begin, 5), "Qube9");
}

TEST(Corrections, ARejectedSpellingIsNoLongerFound) {
    const career::AliasCorrection alias{"docker", skill("hw:docker"), false};
    const auto resume = shipped_engine().read_resume(resume_text, {0}, today, std::span(&alias, 1));
    EXPECT_EQ(career::find_held(resume, skill("hw:docker")), nullptr);
    EXPECT_NE(career::find_held(resume, skill("hw:python")), nullptr);
}

TEST(Corrections, ADeniedSpellingStaysDenied) {
    const char* text = "Skills\nPython\n\nNo experience with Qube9.\n";
    const career::AliasCorrection alias{"qube9", skill("hw:kubernetes"), true};
    const auto resume = shipped_engine().read_resume(text, {0}, today, std::span(&alias, 1));
    EXPECT_EQ(career::find_held(resume, skill("hw:kubernetes")), nullptr);
}

}  // namespace
}  // namespace headway::test
