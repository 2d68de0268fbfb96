// SPDX-License-Identifier: GPL-3.0-or-later
// Properties of the score on random inputs; the seed is fixed, so that a failure repeats.
#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "engine/shipped_engine.hpp"

namespace headway::test {
namespace {

using career::SkillId;

/// Clear names of products and areas, drawn evenly from the curated list.
std::vector<std::string> some_names() {
    const auto& catalog = shipped_engine().catalog();
    std::vector<std::string> out;
    const auto count = static_cast<SkillId>(catalog.packs()[0].skills().size());
    for (SkillId s = 0; s < count; s += 7) {
        if (catalog.row(s).ambiguous == 0) out.emplace_back(catalog.name(s));
    }
    return out;
}

class Texts {
  public:
    explicit Texts(std::uint32_t seed) : random_(seed), names_(some_names()) {}

    std::string pick() { return names_[random_() % names_.size()]; }

    std::vector<std::string> picks(std::size_t most) {
        std::vector<std::string> out;
        const std::size_t n = 1 + random_() % most;
        for (std::size_t i = 0; i < n; ++i) out.push_back(pick());
        return out;
    }

    std::string resume(const std::vector<std::string>& skills) {
        std::string out = "Ada Example\n\nExperience\nTechnician, Example Ltd, 2018 - 2022\n";
        for (const auto& s : skills) out += fmt::format("• {} {}\n", verb(), s);
        return out;
    }

    std::string job(const std::vector<std::string>& skills) {
        std::string out = "Technician\n\nRequirements\n";
        for (const auto& s : skills) out += fmt::format("• {}{}\n", level(), s);
        return out;
    }

    std::mt19937& random() { return random_; }

  private:
    std::string verb() {
        static const std::vector<std::string> verbs = {"Used", "Built with", "Led", "Helped with", "Daily"};
        return verbs[random_() % verbs.size()];
    }
    std::string level() {
        static const std::vector<std::string> levels = {"", "", "Advanced ", "Basic ", "5+ years of "};
        return levels[random_() % levels.size()];
    }

    std::mt19937 random_;
    std::vector<std::string> names_;
};

void expect_arithmetic(const career::GapReport& report) {
    EXPECT_GE(report.score, 0);
    EXPECT_LE(report.score, 100);
    EXPECT_LE(report.low, report.score);
    EXPECT_GE(report.high, report.score);
    double points = 0;
    double weights = 0;
    double all = 0;
    for (const auto& r : report.requirements) {
        EXPECT_GE(r.coverage, 0);
        EXPECT_LE(r.coverage, 1);
        EXPECT_GT(r.weight, 0);
        EXPECT_GE(r.gain, -1e-9);
        points += r.points;
        weights += r.weight;
        all += r.points + r.gain;
    }
    EXPECT_NEAR(points, report.score, 1e-6);
    EXPECT_NEAR(weights, report.weight_sum, 1e-9);
    if (!report.requirements.empty()) EXPECT_NEAR(all, 100, 1e-6);
}

TEST(Property, ScoreIsBoundedAndItsTermsAddUp) {
    Texts texts(1);
    for (int i = 0; i < 60; ++i) {
        expect_arithmetic(gap_between(texts.resume(texts.picks(12)), texts.job(texts.picks(12))));
    }
}

TEST(Property, AHigherHeldLevelNeverLowersTheScore) {
    Texts texts(2);
    const auto& engine = shipped_engine();
    for (int i = 0; i < 40; ++i) {
        const auto asked = texts.picks(8);
        auto held = texts.picks(8);
        held.push_back(asked.front());
        const std::string resume_text = texts.resume(held);
        const std::string job_text = texts.job(asked);
        auto resume = engine.read_resume(resume_text, {0}, today);
        const auto job = engine.read_job(job_text, {0});
        double before = engine.gap(resume, job).score;
        for (auto& skill : resume.skills) {
            skill.level.value = std::min(skill.level.value + 1.5, 7.0);
            skill.level.high = std::max(skill.level.high, skill.level.value);
            const double after = engine.gap(resume, job).score;
            EXPECT_GE(after, before - 1e-9) << resume_text << job_text;
            before = after;
        }
    }
}

TEST(Property, OneMoreHeldSkillNeverLowersTheScore) {
    Texts texts(3);
    const auto& engine = shipped_engine();
    for (int i = 0; i < 40; ++i) {
        const std::string job_text = texts.job(texts.picks(8));
        const auto job = engine.read_job(job_text, {0});
        const std::string resume_text = texts.resume(texts.picks(12));
        auto full = engine.read_resume(resume_text, {0}, today);
        if (full.skills.empty()) continue;
        auto less = full;
        less.skills.erase(less.skills.begin() +
                          static_cast<std::ptrdiff_t>(texts.random()() % less.skills.size()));
        EXPECT_GE(engine.gap(full, job).score, engine.gap(less, job).score - 1e-9) << resume_text << job_text;
    }
}

TEST(Property, OrderOfRequirementsDoesNotMatter) {
    Texts texts(4);
    for (int i = 0; i < 30; ++i) {
        auto asked = texts.picks(10);
        const std::string resume = texts.resume(texts.picks(10));
        std::string forward = "Technician\n\nRequirements\n";
        for (const auto& s : asked) forward += "• " + s + "\n";
        std::shuffle(asked.begin(), asked.end(), texts.random());
        std::string shuffled = "Technician\n\nRequirements\n";
        for (const auto& s : asked) shuffled += "• " + s + "\n";
        const auto a = gap_between(resume, forward);
        const auto b = gap_between(resume, shuffled);
        EXPECT_EQ(a.requirements.size(), b.requirements.size());
        EXPECT_NEAR(a.score, b.score, 1e-6) << forward << shuffled;
    }
}

TEST(Property, EveryRequirementLineIsInTheReport) {
    Texts texts(5);
    for (int i = 0; i < 40; ++i) {
        const std::string job = texts.job(texts.picks(12));
        const auto report = gap_between(texts.resume(texts.picks(3)), job);
        std::size_t line = job.find("• ");
        while (line != std::string::npos) {
            const std::size_t end = job.find('\n', line);
            const bool covered =
                std::any_of(report.requirements.begin(), report.requirements.end(), [&](const auto& r) {
                    return std::any_of(
                        r.requirement.evidence.begin(), r.requirement.evidence.end(),
                        [&](const career::Evidence& e) { return e.begin > line && e.end <= end; });
                });
            EXPECT_TRUE(covered) << job.substr(line, end - line);
            line = job.find("• ", end);
        }
    }
}

TEST(Property, EvidenceIsExactlyTheSliceOfItsText) {
    Texts texts(6);
    for (int i = 0; i < 40; ++i) {
        const std::string resume = texts.resume(texts.picks(12));
        const std::string job = texts.job(texts.picks(12));
        for (const auto& r : gap_between(resume, job).requirements) {
            for (const auto& e : r.requirement.evidence)
                EXPECT_EQ(e.text, job.substr(e.begin, e.end - e.begin));
            for (const auto& e : r.evidence) EXPECT_EQ(e.text, resume.substr(e.begin, e.end - e.begin));
        }
    }
}

TEST(Property, RandomBytesNeverBreakTheEngine) {
    std::mt19937 random(7);
    for (int i = 0; i < 60; ++i) {
        std::string noise;
        const std::size_t size = random() % 3000;
        while (noise.size() < size) {
            // Printable ASCII, line ends, and a few multi-byte signs: what a document may hold after reading.
            static const std::vector<std::string> signs = {"•",  "–",    "é",  "✓",  "日", "\t",
                                                           "\n", "\n\n", ": ", ", ", ". "};
            if (random() % 5 == 0) {
                noise += signs[random() % signs.size()];
            } else {
                noise += static_cast<char>(32 + random() % 95);
            }
        }
        expect_arithmetic(gap_between(noise, noise));
    }
}

TEST(Property, ManyThreadsGetTheSameAnswer) {
    Texts texts(8);
    const std::string resume = texts.resume(texts.picks(12));
    const std::string job = texts.job(texts.picks(12));
    const double expected = gap_between(resume, job).score;
    std::vector<double> scores(8, -1);
    {
        std::vector<std::jthread> threads;
        for (double& score : scores) {
            threads.emplace_back([&score, &resume, &job] {
                for (int i = 0; i < 10; ++i) score = gap_between(resume, job).score;
            });
        }
    }
    for (double score : scores) EXPECT_DOUBLE_EQ(score, expected);
}

}  // namespace
}  // namespace headway::test
