// SPDX-License-Identifier: GPL-3.0-or-later
// What a language model says of a text counts within the rules of the reading, and no further.
#include "career/proposed.hpp"

#include <gtest/gtest.h>

#include "engine/shipped_engine.hpp"

namespace headway::test {
namespace {

using career::ProposedSkill;

const std::string resume_text =
    "Experience\nOperations engineer, Birch Ltd, 2019 - 2024\n"
    "• Moved forty services onto a container orchestrator and kept it healthy\n"
    "• I have no experience with Terraform or its like\n"
    "• Wrote Python for the billing\n";
const std::string job_text =
    "Platform engineer\n\nAbout us\nWe relax with chess boards.\n\nRequirements\n• Python\n• Kubernetes\n"
    "• You keep our pods and nodes running\n\nBenefits\n• We pay for language classes\n";

career::SkillId skill(const std::string& id) {
    const auto found = shipped_engine().catalog().find_skill(id);
    EXPECT_TRUE(found.has_value()) << id;
    return shipped_engine().catalog().lexicon().canonical(*found);
}

ProposedSkill at(const std::string& text, const std::string& words, const std::string& id,
                 std::optional<double> level = {}) {
    const auto begin = static_cast<std::uint32_t>(text.find(words));
    EXPECT_NE(text.find(words), std::string::npos) << words;
    return {skill(id), begin, begin + static_cast<std::uint32_t>(words.size()), level, {}};
}

struct Pair {
    career::Resume resume = shipped_engine().read_resume(resume_text, {0}, today);
    career::Job job = shipped_engine().read_job(job_text, {0});
    std::size_t add_to_resume(const ProposedSkill& p) {
        return career::add_proposed(resume, std::span(&p, 1), shipped_engine().catalog(), nullptr);
    }
    std::size_t add_to_job(const ProposedSkill& p) {
        return career::add_proposed(job, std::span(&p, 1), shipped_engine().catalog(), nullptr);
    }
    [[nodiscard]] career::GapReport gap() const { return shipped_engine().gap(resume, job); }
};

TEST(Proposed, ASkillInOtherWordsIsImpliedWithItsWordsAndLessCertainty) {
    Pair p;
    const double before = p.gap().score;
    ASSERT_EQ(find_requirement(p.gap(), "Kubernetes")->status, career::Status::missing);
    ASSERT_EQ(p.add_to_resume(at(resume_text, "services onto a container orchestrator", "hw:kubernetes")),
              1U);
    const auto report = p.gap();
    const auto* k = find_requirement(report, "Kubernetes");
    EXPECT_EQ(k->support, career::Support::implied);
    EXPECT_LE(k->certainty, career::proposed_certainty + 0.001);
    ASSERT_FALSE(k->evidence.empty());
    EXPECT_EQ(k->evidence.front().text, "services onto a container orchestrator");
    EXPECT_TRUE(career::is_proposed(k->evidence.front()));
    EXPECT_GT(report.score, before);
}

TEST(Proposed, NoLevelLiesOutsideWhatTheTextAllows) {
    Pair high;
    Pair none;
    high.add_to_resume(at(resume_text, "services onto a container orchestrator", "hw:kubernetes", 7));
    none.add_to_resume(at(resume_text, "services onto a container orchestrator", "hw:kubernetes"));
    const auto* with = career::find_held(high.resume, skill("hw:kubernetes"));
    const auto* without = career::find_held(none.resume, skill("hw:kubernetes"));
    ASSERT_TRUE(with != nullptr && without != nullptr);
    EXPECT_LE(with->level.value, without->level.high);
    EXPECT_EQ(with->level.high, without->level.high);
    EXPECT_LT(with->level.value, 7);
}

TEST(Proposed, WhatIsDeniedOrReadAlreadyStaysAsItIs) {
    Pair p;
    const double before = p.gap().score;
    EXPECT_EQ(p.add_to_resume(at(resume_text, "Terraform", "hw:terraform")), 0U) << "it is denied by name";
    EXPECT_EQ(p.add_to_resume(at(resume_text, "no experience with Terraform or its like", "hw:ansible")), 0U)
        << "the words deny";
    EXPECT_EQ(p.add_to_resume(at(resume_text, "Wrote Python for the billing", "hw:python", 7)), 0U);
    EXPECT_EQ(p.add_to_job(at(job_text, "Python", "hw:python")), 0U);
    EXPECT_EQ(p.gap().score, before);
}

TEST(Proposed, PartsOfAnAdThatAskForNothingStillDo) {
    Pair p;
    const std::size_t before = p.job.requirements.size();
    EXPECT_EQ(p.add_to_job(at(job_text, "We relax with chess boards", "hw:ansible")), 0U);
    EXPECT_EQ(p.add_to_job(at(job_text, "We pay for language classes", "hw:ansible")), 0U);
    EXPECT_EQ(p.job.requirements.size(), before);
    EXPECT_EQ(p.add_to_job(at(job_text, "keep our pods and nodes running", "hw:ansible")), 1U);
    EXPECT_EQ(p.job.requirements.size(), before) << "the line in its own words has a name now";
    EXPECT_NE(find_requirement(p.gap(), "Ansible"), nullptr);
}

TEST(Proposed, PlacesThatAreNoWordsAreNone) {
    Pair p;
    const auto size = static_cast<std::uint32_t>(resume_text.size());
    for (const auto& [begin, end] : std::initializer_list<std::pair<std::uint32_t, std::uint32_t>>{
             {0, 0}, {5, 2}, {size, size + 4}, {size - 1, size}, {0, size}, {0xFFFFFFF0U, 0xFFFFFFFFU}})
        EXPECT_EQ(p.add_to_resume({skill("hw:kubernetes"), begin, end, {}, {}}), 0U) << begin << " " << end;
}

}  // namespace
}  // namespace headway::test
