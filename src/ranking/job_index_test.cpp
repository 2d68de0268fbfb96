// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranking/job_index.hpp"

#include <algorithm>
#include <atomic>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <thread>

#include "ranking/fit.hpp"

namespace headway::ranking {
namespace {

/// Jobs and people by chance. Few skills, weights and levels, so that fits are often equal.
class Chance {
  public:
    explicit Chance(std::uint64_t seed) : random_(seed) {}
    std::uint64_t below(std::uint64_t end) { return random_() % end; }

    JobProfile job() {
        JobProfile out;
        const std::uint64_t count = below(8);
        for (std::uint64_t i = 0; i < count; ++i) {
            JobRequirement& r = out.requirements.emplace_back();
            for (std::uint64_t a = below(4); a > 0; --a) r.any_of.push_back(1 + below(60));
            std::sort(r.any_of.begin(), r.any_of.end());
            r.any_of.erase(std::unique(r.any_of.begin(), r.any_of.end()), r.any_of.end());
            r.weight = static_cast<std::uint16_t>(below(4) * 8000);
            r.needed = static_cast<std::uint8_t>(below(8) * 32);
            r.open = below(4) == 0;
            r.partial = below(4) == 0;
        }
        return out;
    }

    /// One that wants every skill, each open and not, in one requirement after the other: too wide to be
    /// bounded by lists.
    static JobProfile wide_job() {
        JobProfile out;
        for (int i = 0; i < 40; ++i) {
            JobRequirement& r = out.requirements.emplace_back();
            for (SkillKey k = 1; k <= 60; ++k) r.any_of.push_back(k);
            r.weight = 16000;
            r.needed = static_cast<std::uint8_t>(i * 5);
        }
        return out;
    }

    HeldProfile person() {
        HeldProfile out;
        for (std::uint64_t i = below(30); i > 0; --i) {
            const HeldAmount ways[] = {
                {static_cast<double>(below(5)) / 4, static_cast<double>(below(8))},
                {static_cast<double>(below(5)) / 4, static_cast<double>(below(8))},
            };
            out.add(1 + below(60), std::span(ways).first(1), std::span(ways).last(1));
        }
        return out;
    }

    JobEntry entry(JobKey key) { return {key, below(4), below(50) == 0 ? wide_job() : job()}; }

  private:
    std::mt19937_64 random_;
};

/// The jobs of an index and the answer by computing every fit.
class Model {
  public:
    void put(const std::vector<JobEntry>& jobs) {
        for (const JobEntry& j : jobs) jobs_[j.key] = j;
    }
    void remove(JobKey key) { jobs_.erase(key); }
    [[nodiscard]] const std::map<JobKey, JobEntry>& jobs() const { return jobs_; }

    [[nodiscard]] std::vector<RankedJob> top(const HeldProfile& held, std::size_t k,
                                             const JobFilter& filter) const {
        std::vector<RankedJob> all;
        const auto order = [](const RankedJob& a, const RankedJob& b) {
            return a.fit != b.fit ? a.fit > b.fit : a.key < b.key;
        };
        for (const auto& [key, job] : jobs_) {
            if (filter.reader && job.owner != 0 && job.owner != *filter.reader) continue;
            if (filter.accept && !filter.accept(key)) continue;
            const RankedJob ranked{key, fit(held, job.profile)};
            if (!filter.after || order(*filter.after, ranked)) all.push_back(ranked);
        }
        std::sort(all.begin(), all.end(), order);
        if (all.size() > k) all.resize(k);
        return all;
    }

  private:
    std::map<JobKey, JobEntry> jobs_;
};

JobFilter filter_by_chance(Chance& chance) {
    JobFilter out;
    if (chance.below(3) != 0) out.reader = chance.below(5);
    if (chance.below(3) == 0) out.accept = [](JobKey key) { return key % 3 != 0; };
    if (chance.below(3) == 0)
        out.after = RankedJob{chance.below(5000), static_cast<double>(chance.below(100))};
    return out;
}

void expect_equal(const JobIndex& index, const Model& model, Chance& chance) {
    const HeldProfile held = chance.person();
    const JobFilter filter = filter_by_chance(chance);
    for (const std::size_t k : {std::size_t{0}, std::size_t{1}, std::size_t{20}, std::size_t{400}})
        ASSERT_EQ(index.top(held, k, filter), model.top(held, k, filter)) << "of " << k;
}

TEST(JobIndex, AnswersAsEveryFitComputedWould) {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        SCOPED_TRACE(seed);
        Chance chance(seed);
        JobIndex index;
        Model model;
        for (int step = 0; step < 40; ++step) {
            std::vector<JobEntry> jobs;
            const std::uint64_t count = step % 10 == 0 ? 600 : chance.below(5);
            for (std::uint64_t i = 0; i < count; ++i) jobs.push_back(chance.entry(1 + chance.below(3000)));
            // The last of equal keys counts, in the index as in the model.
            model.put(jobs);
            index.put(jobs);
            std::vector<JobKey> gone;
            for (std::uint64_t i = chance.below(30); i > 0; --i) gone.push_back(1 + chance.below(3000));
            for (const JobKey k : gone) model.remove(k);
            index.remove(gone);
            if (chance.below(3) == 0) {
                while (index.tidy()) {
                }
            }
            ASSERT_EQ(index.size(), model.jobs().size());
            const std::uint64_t reader = chance.below(5);
            JobFilter visible;
            visible.reader = reader;
            ASSERT_EQ(index.count(reader), model.top({}, 100'000, visible).size());
            if (step % 4 == 0) expect_equal(index, model, chance);
        }
    }
}

TEST(JobIndex, ManyJobsOfEqualFitAreGivenByKey) {
    JobIndex index;
    std::vector<JobEntry> jobs;
    for (JobKey k = 5000; k > 0; --k) jobs.push_back({k, 0, Chance(k % 3).job()});
    index.put(jobs);
    Model model;
    model.put(jobs);
    Chance chance(3);
    for (int i = 0; i < 20; ++i) expect_equal(index, model, chance);
    const HeldProfile nobody;
    const auto all = index.top(nobody, 5000);
    ASSERT_EQ(all.size(), 5000U) << "jobs without anything in common are listed too";
    for (std::size_t i = 0; i < all.size(); ++i) ASSERT_EQ(all[i], (RankedJob{i + 1, 0}));
}

TEST(JobIndex, PagesJoinedAreTheWholeRanking) {
    Chance chance(11);
    JobIndex index;
    std::vector<JobEntry> jobs;
    for (JobKey k = 1; k <= 700; ++k) jobs.push_back(chance.entry(k));
    index.put(jobs);
    const HeldProfile held = chance.person();
    const auto all = index.top(held, 700);
    std::vector<RankedJob> joined;
    JobFilter filter;
    while (true) {
        const auto page = index.top(held, 33, filter);
        if (page.empty()) break;
        joined.insert(joined.end(), page.begin(), page.end());
        filter.after = page.back();
    }
    EXPECT_EQ(joined, all);
}

TEST(JobIndex, SomebodyElsesJobIsNeverSeen) {
    Chance chance(5);
    JobIndex index;
    std::vector<JobEntry> jobs;
    for (JobKey k = 1; k <= 3000; ++k) jobs.push_back({k, k % 100 + 1, chance.job()});
    index.put(jobs);
    for (std::uint64_t reader = 1; reader <= 100; ++reader) {
        JobFilter filter;
        filter.reader = reader;
        const auto found = index.top(chance.person(), 1000, filter);
        ASSERT_EQ(found.size(), 30U);
        for (const RankedJob& r : found) ASSERT_EQ(r.key % 100 + 1, reader);
        const std::vector<JobKey> others = {reader, reader + 1};
        const auto fits = index.fits(chance.person(), others, filter);
        EXPECT_EQ(fits[0].has_value(), reader % 100 + 1 == reader);
        EXPECT_EQ(fits[1].has_value(), (reader + 1) % 100 + 1 == reader);
    }
}

TEST(JobIndex, FitsOfGivenJobsAreTheirOwn) {
    Chance chance(7);
    JobIndex index;
    Model model;
    for (int batch = 0; batch < 5; ++batch) {
        std::vector<JobEntry> jobs;
        for (int i = 0; i < 200; ++i) jobs.push_back(chance.entry(1 + chance.below(1200)));
        model.put(jobs);
        index.put(jobs);
    }
    const HeldProfile held = chance.person();
    std::vector<JobKey> keys;
    for (JobKey k = 0; k <= 1300; ++k) keys.push_back(k);
    const auto fits = index.fits(held, keys);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto job = model.jobs().find(keys[i]);
        ASSERT_EQ(fits[i].has_value(), job != model.jobs().end()) << keys[i];
        if (fits[i]) ASSERT_EQ(*fits[i], fit(held, job->second.profile)) << keys[i];
    }
}

TEST(JobIndex, MoreJobsThanASegmentHolds) {
    Chance chance(13);
    JobIndex index;
    std::vector<JobEntry> jobs;
    for (JobKey k = 1; k <= 70'000; ++k) jobs.push_back({k, 0, chance.job()});
    Model model;
    model.put(jobs);
    index.put(std::move(jobs));
    for (int i = 0; i < 5; ++i) expect_equal(index, model, chance);
}

/// Without tidying up every batch is a part of its own, and several threads share the parts.
TEST(JobIndex, ManyPartsAreRankedAsOne) {
    Chance chance(19);
    JobIndex index;
    Model model;
    for (int batch = 0; batch < 16; ++batch) {
        std::vector<JobEntry> jobs;
        for (int i = 0; i < 2500; ++i) jobs.push_back(chance.entry(1 + chance.below(40'000)));
        model.put(jobs);
        index.put(std::move(jobs));
    }
    for (int i = 0; i < 10; ++i) expect_equal(index, model, chance);
}

/// Readers see the state before or after each change and nothing between: key 1 and 2 change places at once.
TEST(JobIndex, ReadersAndWritersWorkAtTheSameTime) {
    JobIndex index;
    HeldProfile held;
    const HeldAmount full[] = {{1, 7}};
    held.add(1, full, full);
    JobProfile good;
    good.requirements = {{{1}, 16000, 32, false, false}};
    JobProfile bad;
    bad.requirements = {{{2}, 16000, 32, false, false}};
    Chance chance(17);
    std::vector<JobEntry> others;
    for (JobKey k = 10; k < 2000; ++k) others.push_back({k, 0, bad});
    index.put(others);
    index.put({{1, 0, good}, {2, 0, bad}});
    std::atomic<bool> stop{false};
    std::atomic<int> wrong{0};
    std::vector<std::thread> readers;
    for (int t = 0; t < 3; ++t) {
        readers.emplace_back([&] {
            while (!stop) {
                const auto found = index.top(held, 2);
                const bool right = found.size() == 2 && found[0].fit == 100 && found[1].fit == 0;
                wrong += right ? 0 : 1;
            }
        });
    }
    readers.emplace_back([&] {
        while (!stop) static_cast<void>(index.tidy());
    });
    for (int i = 0; i < 3000; ++i) {
        index.put({{1, 0, i % 2 == 0 ? bad : good}, {2, 0, i % 2 == 0 ? good : bad}});
        const std::vector<JobKey> one = {static_cast<JobKey>(10 + i % 1990)};
        index.remove(one);
        index.put({{one[0], 0, bad}});
    }
    stop = true;
    for (auto& r : readers) r.join();
    EXPECT_EQ(wrong, 0);
    EXPECT_EQ(index.size(), 1992U);
}

}  // namespace
}  // namespace headway::ranking
