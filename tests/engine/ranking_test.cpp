// SPDX-License-Identifier: GPL-3.0-or-later
// What the ranking stores of résumés and jobs, held against the report's own arithmetic.
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <random>
#include <sstream>

#include "career/support.hpp"
#include "engine/shipped_engine.hpp"
#include "ranking/fit.hpp"
#include "support/samples.hpp"

namespace headway::test {
namespace {

using career::SkillId;

const ranking::SkillKeys& keys() {
    static const ranking::SkillKeys made(shipped_engine().catalog());
    return made;
}

std::string read(const std::string& path) {
    std::ostringstream out;
    out << std::ifstream(HEADWAY_SOURCE_DIR "/" + path, std::ios::binary).rdbuf();
    return out.str();
}

/// Résumés of people in several trades who name skills drawn from all frameworks.
std::vector<std::string> resumes() {
    const auto& catalog = shipped_engine().catalog();
    std::mt19937 random(4);
    std::vector<std::string> out = {read("samples/resume-logistics.txt")};
    for (const char* title : {"Registered Nurse", "Software Developer", "Welder", "Accountant", "Chef",
                              "Data Scientist", "Elementary School Teacher"}) {
        std::string text = fmt::format("Ada Example\n\nExperience\n{}, Example Ltd, 2016 - 2023\n", title);
        for (int i = 0; i < 20; ++i)
            text += fmt::format("• Used {}\n", catalog.name(static_cast<SkillId>(random() % 9000)));
        text +=
            "• Wrote services in Python and Java, no experience with Rust\nSkills\nPython (expert), SQL, "
            "Spanish (B2), Excel, teamwork\n";
        out.push_back(std::move(text));
    }
    return out;
}

std::vector<std::string> jobs() {
    std::vector<std::string> out;
    for (const SamplePair& pair : sample_pairs()) out.push_back(read(pair.job));
    out.push_back(
        "Developer\n\nRequirements\n• C++, C# or similar\n• 5+ years of Java\n• Go or Rust\n"
        "Nice to have\n• Ruby\n• Kubernetes\n");
    return out;
}

/// The report's score without what needs both texts at once.
double score_of_named(const career::GapReport& report) {
    double out = 0;
    for (const auto& r : report.requirements) out += r.requirement.any_of.empty() ? 0 : r.points;
    return out;
}

TEST(Ranking, FitIsTheReportsScoreWithoutWhatNeedsBothTexts) {
    const auto& catalog = shipped_engine().catalog();
    const career::Engine plain(catalog, nullptr);
    int compared = 0;
    for (const std::string& text : resumes()) {
        const auto resume = plain.read_resume(text, {0}, today);
        const auto held = ranking::make_held_profile(resume, catalog, keys());
        for (const std::string& ad : jobs()) {
            const auto job = plain.read_job(ad, {0});
            const auto report = plain.gap(resume, job);
            const auto profile = ranking::make_job_profile(report.requirements, keys());
            ASSERT_EQ(profile.requirements.size(), job.requirements.size());
            // Needed levels are stored in steps of 1/32.
            EXPECT_NEAR(ranking::fit(held, profile), score_of_named(report), 0.35) << ad.substr(0, 60);
            compared += report.score > 5 ? 1 : 0;
        }
    }
    EXPECT_GE(compared, 40) << "most of the pairs have something in common";
}

/// Requirement by requirement, at the very level that is asked for.
TEST(Ranking, CoverageIsThatOfTheReport) {
    const auto& catalog = shipped_engine().catalog();
    for (const std::string& text : resumes()) {
        const auto resume = shipped_engine().read_resume(text, {0}, today);
        const auto held = ranking::make_held_profile(resume, catalog, keys());
        const career::Backings backings(resume, catalog, nullptr);
        std::size_t there = 0;
        for (SkillId s = 0; s < catalog.skill_count(); ++s) {
            if (catalog.lexicon().canonical(s) != s) continue;
            const std::size_t at = held.find(keys().key(s));
            there += at < held.size() ? 1U : 0U;
            for (const int needed : {0, 48, 72, 100, 136, 224}) {
                for (const bool open : {false, true}) {
                    const double level = needed * ranking::level_step;
                    const auto found = backings.find(s, level, open);
                    const double here =
                        at == held.size() ? 0
                                          : held.coverage(at, static_cast<std::uint8_t>(needed), open, false);
                    const double report = found.empty()
                                              ? 0
                                              : career::coverage(found[0].certainty, found[0].factor,
                                                                 found[0].level.value, level);
                    ASSERT_NEAR(here, report, 1e-9) << catalog.name(s) << " at " << level;
                }
            }
        }
        EXPECT_EQ(there, held.size()) << "and nothing else is held";
        EXPECT_GT(there, 20U);
    }
}

TEST(Ranking, FitDoesNotFallWhenASkillIsAdded) {
    const auto& catalog = shipped_engine().catalog();
    const career::Engine plain(catalog, nullptr);
    for (const std::string& text : resumes()) {
        const std::string more = text + "\nSkills\nKubernetes, Ruby, wound care, TIG welding\n";
        const auto less_read = plain.read_resume(text, {0}, today);
        const auto more_read = plain.read_resume(more, {0}, today);
        const auto less_held = ranking::make_held_profile(less_read, catalog, keys());
        const auto more_held = ranking::make_held_profile(more_read, catalog, keys());
        for (const std::string& ad : jobs()) {
            const auto profile = ranking::make_job_profile(
                plain.gap(career::Resume{}, plain.read_job(ad, {0})).requirements, keys());
            EXPECT_GE(ranking::fit(more_held, profile), ranking::fit(less_held, profile) - 1e-9);
        }
    }
}

TEST(Ranking, KeysOfAnEarlierPackAreRenewed) {
    const auto& catalog = shipped_engine().catalog();
    // A member of a group that is not its speaker: the key that an earlier pack could have stored.
    SkillId member = 0;
    while (catalog.lexicon().canonical(member) == member) ++member;
    ranking::JobProfile stored;
    stored.requirements = {{{ranking::skill_key(catalog.id(member))}, 100, 32, false, false},
                           {{ranking::skill_key("esco:gone")}, 100, 32, false, false}};
    ranking::renew(stored, keys());
    EXPECT_EQ(stored.requirements[0].any_of[0], keys().key(member));
    EXPECT_EQ(stored.requirements[1].any_of[0], ranking::skill_key("esco:gone")) << "still asked for";
    EXPECT_EQ(keys().find(keys().key(member)), catalog.lexicon().canonical(member));
}

}  // namespace
}  // namespace headway::test
