// SPDX-License-Identifier: GPL-3.0-or-later
// What the plan of learning says is true, for whatever résumé and job.
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <random>
#include <regex>
#include <sstream>

#include "career/corrections.hpp"
#include "career/learning_plan.hpp"
#include "engine/shipped_engine.hpp"

namespace headway::test {
namespace {

std::string content(const std::filesystem::path& path) {
    std::ostringstream out;
    out << std::ifstream(path).rdbuf();
    return out.str();
}

const career::LearningCorpus& shipped_corpus() {
    static const career::LearningCorpus corpus = [] {
        career::LearningCorpus out;
        for (const auto& entry : std::filesystem::directory_iterator(HEADWAY_SOURCE_DIR "/data/learning")) {
            if (entry.path().extension() != ".tsv") continue;
            const auto added =
                out.add(content(entry.path()), entry.path().filename().string(), shipped_engine().catalog());
            EXPECT_TRUE(added) << added.error().message();
        }
        return out;
    }();
    return corpus;
}

/// A résumé and a job about the same few skills that something teaches, at random depths.
struct Pair {
    std::string resume = "Ada Example\n\nExperience\nTechnician, Example Ltd, 2016 - 2025\n";
    std::string job = "Technician\n\nRequirements\n";
};

Pair random_pair(std::mt19937& random) {
    static const std::vector<std::string> names = [] {
        const auto& catalog = shipped_engine().catalog();
        std::vector<std::string> out;
        for (career::SkillId s = 0; s < catalog.packs()[0].skills().size(); ++s) {
            if (catalog.row(s).ambiguous == 0 && !shipped_corpus().teaching(s).empty())
                out.emplace_back(catalog.name(s));
        }
        return out;
    }();
    const std::vector<const char*> shown = {"Led work with ", "Expert in ", "Helped with ", "Basics of ", ""};
    const std::vector<const char*> asked = {"", "Basic ", "Advanced ", "5+ years of ", "Nice to have: "};
    Pair out;
    for (int i = 0; i < 6; ++i) {
        const std::string& name = names[random() % names.size()];
        const std::string& other = names[random() % names.size()];
        if (random() % 3 != 0) out.resume += fmt::format("• {}{}\n", shown[random() % shown.size()], name);
        out.job += fmt::format("• {}{}{}\n", asked[random() % asked.size()], name,
                               random() % 4 == 0 ? " or " + other : "");
    }
    return out;
}

/// The numbers of a reason: from, to, asked for.
struct Said {
    double from = 0;
    double to = 0;
    double asked = 0;
};
Said read_reason(const std::string& reason) {
    static const std::regex numbers(
        R"( from ([0-9.]+) \([a-z]+\) to ([0-9.]+) \([a-z]+\)(, above| of) the ([0-9.]+) asked for)");
    std::smatch m;
    EXPECT_TRUE(std::regex_search(reason, m, numbers)) << reason;
    if (m.empty()) return {};
    const Said out{std::stod(m[1]), std::stod(m[2]), std::stod(m[4])};
    EXPECT_EQ(m[3] == ", above", out.to > out.asked) << reason;
    return out;
}

void expect_true_steps(const career::GapReport& report, const std::vector<career::LearningStep>& steps) {
    for (const career::LearningStep& s : steps) {
        const career::RequirementResult& r = report.requirements[s.requirement];
        if (s.purpose == career::LearningPurpose::proves) {
            EXPECT_NE(s.reason.find("in other words only"), std::string::npos) << s.reason;
            EXPECT_LE(r.certainty, 0.8 + 1e-9) << s.reason << " Shown by more than closeness in meaning.";
            EXPECT_GT(s.gain, 0) << s.reason;
            continue;
        }
        const Said said = read_reason(s.reason);
        EXPECT_LT(said.from, said.to) << s.reason;
        EXPECT_LT(said.from, said.asked) << s.reason;
        EXPECT_NEAR(said.asked, r.requirement.needed.value, 0.051) << s.reason;
        EXPECT_GT(s.gain, 0) << s.reason;
        const bool shown = r.support == career::Support::named || r.support == career::Support::implied;
        const bool missing = !shown || r.held->value < r.requirement.needed.value;
        EXPECT_TRUE(missing) << s.reason << " The résumé shows " << r.held->value;
    }
}

/// The first step done brings what it promises. What it implies for other requirements may add to it.
void expect_kept_promise(career::Resume resume, const career::Job& job, const career::GapReport& before,
                         const career::LearningStep& step) {
    const career::SkillCorrection done{
        career::SkillCorrection::Action::reach, step.skill, "", step.to_level, {}, "You finished it."};
    career::correct(resume, std::span(&done, 1), shipped_engine().catalog());
    const double score = shipped_engine().gap(resume, job).score;
    EXPECT_GE(score, before.score + step.gain - 0.05) << step.reason;
}

void check(const std::string& resume_text, const std::string& job_text, int& steps_seen) {
    const auto& engine = shipped_engine();
    const career::Resume resume = engine.read_resume(resume_text, {0}, today);
    const career::Job job = engine.read_job(job_text, {0});
    const auto report = engine.gap(resume, job);
    const auto steps = career::plan_learning(report, shipped_corpus(), engine.catalog());
    steps_seen += static_cast<int>(steps.size());
    expect_true_steps(report, steps);
    double sum = report.score;
    for (const auto& s : steps) sum += s.purpose == career::LearningPurpose::closes ? s.gain : 0;
    EXPECT_LE(sum, 100 + 1e-6);
    if (!steps.empty()) expect_kept_promise(resume, job, report, steps.front());
}

TEST(LearningTruth, ReasonsHoldForRandomPairs) {
    std::mt19937 random(7);
    int steps = 0;
    for (int i = 0; i < 150 && !testing::Test::HasFailure(); ++i) {
        const Pair pair = random_pair(random);
        SCOPED_TRACE(pair.resume + "\n---\n" + pair.job);
        check(pair.resume, pair.job, steps);
    }
    EXPECT_GT(steps, 300);
}

TEST(LearningTruth, ReasonsHoldForTheSamples) {
    std::vector<std::string> resumes;
    std::vector<std::string> jobs;
    for (const auto& entry : std::filesystem::directory_iterator(HEADWAY_SOURCE_DIR "/samples")) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("job-")) jobs.push_back(content(entry.path()));
        if (name.starts_with("resume-") && name.ends_with(".txt")) resumes.push_back(content(entry.path()));
    }
    ASSERT_GE(jobs.size(), 10U);
    ASSERT_GE(resumes.size(), 1U);
    int steps = 0;
    for (const std::string& job : jobs) {
        for (const std::string& resume : resumes) check(resume, job, steps);
        check(job, job, steps);  // somebody who has what is asked for
    }
    EXPECT_GT(steps, 20);
}

/// Half a level short is short: what there is to learn for it is still proposed.
TEST(LearningTruth, WhatIsNearlyHeldCanBeLearned) {
    const auto report =
        gap_between("Experience\nNurse, Ward 3, 2023 - 2024\n• Charted in Epic every shift.\n",
                    "Nurse\n\nRequirements\n• Electronic health records\n");
    const auto& r = report.requirements.front();
    ASSERT_TRUE(r.held);
    ASSERT_LT(r.held->value, r.requirement.needed.value - 0.1);
    const auto steps = career::plan_learning(report, shipped_corpus(), shipped_engine().catalog());
    EXPECT_GE(steps.size(), 2U);
}

/// What is held above the level asked for but only implied needs evidence, not a course.
TEST(LearningTruth, WhatIsHeldIsNotLearned) {
    const char* const resume =
        "Experience\nPlatform engineer, Foo Ltd, 2015 - 2024\n"
        "• Led the move of 40 services with Helm charts and kubectl rollouts.\n";
    const auto report = gap_between(resume, "Developer\n\nRequirements\n• Basic Kubernetes\n• Rust\n");
    const auto* kubernetes = find_requirement(report, "Kubernetes");
    ASSERT_EQ(kubernetes->support, career::Support::implied);
    ASSERT_GT(kubernetes->gain, 1) << "it is not sure";
    for (const auto& s : career::plan_learning(report, shipped_corpus(), shipped_engine().catalog()))
        EXPECT_NE(&report.requirements[s.requirement], kubernetes) << s.reason;
}

}  // namespace
}  // namespace headway::test
