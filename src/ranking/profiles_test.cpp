// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <gtest/gtest.h>
#include <random>

#include "career/support.hpp"
#include "ranking/fit.hpp"
#include "ranking/skill_gains.hpp"

namespace headway::ranking {
namespace {

JobProfile two() {
    JobProfile out;
    out.requirements = {{{3, 9}, 16384, 96, true, false}, {{}, 6554, 0, false, true}};
    return out;
}

TEST(JobProfile, ComesBackFromItsBytes) {
    std::mt19937_64 random(1);
    for (int i = 0; i < 500; ++i) {
        JobProfile p;
        for (std::uint64_t r = random() % 20; r > 0; --r) {
            JobRequirement& q = p.requirements.emplace_back();
            for (std::uint64_t a = random() % 4; a > 0; --a) q.any_of.push_back(random());
            std::sort(q.any_of.begin(), q.any_of.end());
            q.weight = static_cast<std::uint16_t>(random());
            q.needed = static_cast<std::uint8_t>(random() % (highest_needed + 1));
            q.open = random() % 2 == 0;
            q.partial = random() % 2 == 0;
        }
        const std::string bytes = to_bytes(p);
        const auto back = from_bytes(bytes);
        ASSERT_TRUE(back) << back.error().message();
        ASSERT_EQ(*back, p);
        ASSERT_EQ(to_bytes(*back), bytes);
    }
}

TEST(JobProfile, StrangeBytesAreRefusedAndNeverReadPastTheirEnd) {
    const std::string good = to_bytes(two());
    for (std::size_t n = 0; n < good.size(); ++n)
        EXPECT_FALSE(from_bytes(std::string(good, 0, n))) << n << " bytes of it";
    EXPECT_FALSE(from_bytes(good + '\0')) << "goes on after its end";
    EXPECT_FALSE(from_bytes('\2' + good.substr(1))) << "another version";
    EXPECT_FALSE(from_bytes(std::string("\1\xFF\xFF", 3))) << "65,535 requirements";
    std::mt19937_64 random(2);
    for (int i = 0; i < 20'000; ++i) {
        std::string bytes = good;
        for (std::uint64_t k = 1 + random() % 3; k > 0; --k)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        const auto read = from_bytes(bytes);
        if (read) ASSERT_EQ(to_bytes(*read), bytes) << "what is accepted is what would be written";
    }
}

TEST(HeldProfile, OfSeveralWaysTheBestCountsAtEachNeed) {
    HeldProfile held;
    const HeldAmount ways[] = {{0.5, 7}, {1, 2}, {0.4, 6}, {0, 7}, {1, 0}};
    held.add(5, ways, {});
    ASSERT_EQ(held.size(), 1U);
    for (int needed = 0; needed <= highest_needed; ++needed) {
        double best = 0;
        for (const HeldAmount& w : ways)
            best = std::max(best, career::coverage(w.amount, 1, w.level, needed * level_step));
        const auto n = static_cast<std::uint8_t>(needed);
        EXPECT_EQ(held.coverage(0, n, false, false), best) << needed;
        EXPECT_EQ(held.coverage(0, n, true, false), best) << "what counts always counts for open ones too";
        EXPECT_NEAR(held.coverage(0, n, false, true), partial_share * best, 1e-12);
    }
    EXPECT_EQ(held.best_way(0, 2.0), (HeldAmount{1, 2})) << "the surest where little is needed";
    EXPECT_EQ(held.best_way(0, 7.0), (HeldAmount{0.5, 7})) << "the highest where much is";
    held.add(6, {}, {});
    EXPECT_EQ(held.find(6), held.size()) << "nothing is not held";
}

TEST(Fit, NeverFallsWithMoreSkillOrHigherLevel) {
    std::mt19937_64 random(3);
    const auto part = [&] { return static_cast<double>(random() % 1001) / 1000; };
    for (int i = 0; i < 2000; ++i) {
        JobProfile job;
        for (int r = 0; r < 6; ++r) {
            JobRequirement& q = job.requirements.emplace_back();
            q.any_of = {1 + random() % 4, 5 + random() % 4};
            q.weight = static_cast<std::uint16_t>(random() % 20'000);
            q.needed = static_cast<std::uint8_t>(random() % (highest_needed + 1));
            q.open = random() % 3 == 0;
            q.partial = random() % 3 == 0;
        }
        HeldProfile less;
        HeldProfile more;
        for (SkillKey k = 1; k <= 8; ++k) {
            const HeldAmount a[] = {{part(), 7 * part()}};
            const HeldAmount b[] = {{std::min(1.0, a[0].amount + part() / 4), a[0].level + part()}};
            if (random() % 2 == 0) less.add(k, a, {});
            more.add(k, b, {});
        }
        const double before = fit(less, job);
        const double after = fit(more, job);
        ASSERT_GE(after, before);
        ASSERT_LE(after, 100);
        ASSERT_GE(before, 0);
    }
}

TEST(Fit, CountsRequirementsInTheAdsOwnWordsAsNotMet) {
    HeldProfile held;
    const HeldAmount full[] = {{1, 7}};
    held.add(9, full, full);
    EXPECT_NEAR(fit(held, two()), 100.0 * 16384 / (16384 + 6554), 1e-9);
    EXPECT_EQ(fit(held, {}), 0) << "no requirements, no fit";
}

TEST(SkillGains, TellWhatClosingASkillWouldAdd) {
    HeldProfile held;
    const HeldAmount half[] = {{0.5, 7}};
    held.add(1, half, half);
    JobProfile a;
    a.requirements = {{{1}, 100, 32, false, false}, {{2, 3}, 300, 32, false, false}};
    JobProfile b;
    b.requirements = {{{2}, 500, 32, false, true}, {{}, 500, 0, false, false}};
    const JobProfile jobs[] = {a, b};
    const auto gains = skill_gains(held, jobs, 10);
    ASSERT_EQ(gains.size(), 3U);
    EXPECT_EQ(gains[0], (SkillGain{2, 75 + 30, {{0, 75}, {1, 30}}}));
    EXPECT_EQ(gains[1], (SkillGain{3, 75, {{0, 75}}}));
    EXPECT_EQ(gains[2], (SkillGain{1, 12.5, {{0, 12.5}}}));
    HeldProfile with;
    const HeldAmount full[] = {{1, 7}};
    with.add(1, half, half);
    with.add(2, full, full);
    EXPECT_NEAR(fit(with, a) - fit(held, a) + fit(with, b) - fit(held, b), gains[0].points, 1e-6);
    EXPECT_EQ(skill_gains(held, jobs, 1).size(), 1U);
    EXPECT_TRUE(skill_gains(with, {}, 5).empty());
}

TEST(SkillGains, PutMostPointsOverAllJobsFirstAndNotMostJobs) {
    JobProfile little;
    little.requirements = {{{1}, 100, 32, false, false}, {{}, 900, 0, false, false}};
    JobProfile much = little;
    much.requirements.push_back({{2}, 1000, 32, false, false});
    const JobProfile jobs[] = {little, little, much};
    const auto gains = skill_gains({}, jobs, 10);
    ASSERT_EQ(gains.size(), 2U);
    EXPECT_EQ(gains[0], (SkillGain{2, 50, {{2, 50}}})) << "one job, 50 points";
    EXPECT_EQ(gains[1], (SkillGain{1, 25, {{0, 10}, {1, 10}, {2, 5}}})) << "three jobs, 25 points";
}

}  // namespace
}  // namespace headway::ranking
