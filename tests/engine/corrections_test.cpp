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
    career::correct(p.resume, std::span(&c, 1));
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
    career::correct(p.resume, std::span(&c, 1));
    const auto report = p.gap();
    EXPECT_EQ(find_requirement(report, "Python")->status, career::Status::missing);
    EXPECT_LT(report.score, before);
}

TEST(Corrections, TheLaterWins) {
    Pair p;
    const SkillCorrection all[] = {{Action::remove, skill("hw:python"), "", {}, {}, "You removed this."},
                                   {Action::level, skill("hw:python"), "", 6.0, {}, "You set this."}};
    career::correct(p.resume, all);
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
