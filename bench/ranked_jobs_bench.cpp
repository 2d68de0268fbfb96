// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes to find the 20 jobs that fit a person best, by computing every fit and by the index, with
// equal answers; what the index takes in memory, and what changing it costs.
#include <algorithm>
#include <ctime>
#include <fmt/format.h>
#include <iostream>
#include <thread>
#include <vector>

#include "ranked_jobs_made_up.hpp"
#include "ranking/fit.hpp"
#include "ranking/job_index.hpp"
#include "ranking/query.hpp"

namespace headway::bench {
namespace {

using ranking::HeldProfile;
using ranking::JobEntry;
using ranking::JobIndex;

constexpr std::size_t wanted = 20;
constexpr int rounds = 15;

double microseconds(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

/// What this process has used of the processors: others on the machine do not count.
double used() {
    return microseconds(CLOCK_PROCESS_CPUTIME_ID);
}

double passed() {
    return microseconds(CLOCK_MONOTONIC);
}

double median(std::vector<double> all) {
    std::ranges::sort(all);
    return all.at(all.size() / 2);
}

/// A person, and the answer by computing every fit.
struct Person {
    HeldProfile held;
    bool heavy = false;
    ranking::BestJobs best{wanted};
    double brute_us = 0;
};

std::vector<Person> people() {
    MadeUpJobs from(7);
    std::vector<Person> out;
    for (const std::size_t named : {40U, 50U, 60U, 70U, 80U}) {
        for (int i = 0; i < 4; ++i) out.push_back({from.person(named), false});
    }
    for (int i = 0; i < 4; ++i) out.push_back({from.person(80, 20), true});
    return out;
}

/// Adds jobs up to `count`, in batches, and computes every fit on the way: the jobs need not all be kept.
void grow(JobIndex& index, std::size_t count, MadeUpJobs& from, std::vector<Person>& all) {
    while (index.size() < count) {
        std::vector<JobEntry> batch;
        const std::size_t first = index.size();
        while (batch.size() < 50000 && first + batch.size() < count) {
            JobEntry& e = batch.emplace_back();
            e.key = first + batch.size();
            e.profile = from.job();
        }
        for (Person& p : all) {
            const double start = used();
            for (const JobEntry& e : batch) p.best.offer({e.key, ranking::fit(p.held, e.profile)});
            p.brute_us += used() - start;
        }
        index.put(std::move(batch));
    }
    while (index.tidy()) {
    }
}

struct Timing {
    double middle = 0;
    double worst = 0;
    double heavy = 0;
    double processors = 0;
    double brute = 0;
    bool equal = true;
};

Timing measure(const JobIndex& index, const std::vector<Person>& all) {
    Timing out;
    std::vector<double> middles;
    std::vector<double> brutes;
    std::vector<double> processors;
    for (const Person& p : all) {
        std::vector<double> times;
        std::vector<ranking::RankedJob> found;
        for (int i = 0; i < rounds; ++i) {
            const double start = passed();
            const double at_first = used();
            found = index.top(p.held, wanted);
            processors.push_back(used() - at_first);
            times.push_back(passed() - start);
        }
        ranking::BestJobs best = p.best;
        out.equal &= found == best.take();
        if (p.heavy) {
            out.heavy = std::max(out.heavy, median(times));
            continue;
        }
        middles.push_back(median(times));
        brutes.push_back(p.brute_us);
        out.worst = std::max(out.worst, middles.back());
    }
    out.middle = median(middles);
    out.brute = median(brutes);
    out.processors = median(processors);
    return out;
}

/// Medians in microseconds over calls of `once`.
template <class Once>
double cost(int calls, const Once& once) {
    std::vector<double> times;
    for (int i = 0; i < calls; ++i) {
        const double start = used();
        once(i);
        times.push_back(used() - start);
    }
    return median(times);
}

void print_updates(JobIndex& index, std::vector<Person>& all) {
    MadeUpJobs from(9);
    const std::size_t jobs = index.size();
    const double replace = cost(2000, [&](int i) {
        std::vector<JobEntry> one(1);
        one[0].key = static_cast<std::uint64_t>(i) * 397 % jobs + 1;
        one[0].profile = from.job();
        index.put(std::move(one));
    });
    const double remove = cost(500, [&](int i) {
        const std::vector<ranking::JobKey> one = {static_cast<std::uint64_t>(i) * 1009 % jobs + 1};
        index.remove(one);
    });
    const double untidy = cost(rounds, [&](int) { static_cast<void>(index.top(all[8].held, wanted)); });
    const double start = used();
    int steps = 0;
    while (index.tidy()) ++steps;
    const double tidy = (used() - start) / 1000;
    std::vector<ranking::JobKey> keys;
    for (ranking::JobKey k = 1; k <= 100; ++k) keys.push_back(k * 9001 % jobs + 1);
    const double some = cost(rounds, [&](int) { static_cast<void>(index.fits(all[8].held, keys)); });
    std::cout << fmt::format(
        "| With {} jobs | |\n|---|---|\n| replace one job (making it up included) | {:.0f} µs |\n"
        "| remove one job | {:.0f} µs |\n| top {} after 2,000 replaced and 500 removed one by one | {:.2f} "
        "ms |\n| tidying that up, {} steps beside readers and writers | {:.0f} ms |\n"
        "| fits of 100 given jobs | {:.0f} µs |\n\n",
        jobs, replace, remove, wanted, untidy / 1000, steps, tidy, some);
}

}  // namespace
}  // namespace headway::bench

int main() {
    using namespace headway::bench;
    JobIndex index;
    MadeUpJobs jobs(1);
    std::vector<Person> all = people();
    std::cout << fmt::format(
        "Ranking of made-up jobs (12 to 18 requirements of 20,000 skills, 1 / (rank + 5)) for {} people of "
        "40 "
        "to 80 named skills, {} facts in the median with what these imply; top {}. Every fit is computed by "
        "one thread, the index asks up to four, here {}; changes are given in processor time.\n\n",
        all.size(), all[8].held.size(), wanted, std::thread::hardware_concurrency());
    std::cout
        << "| Jobs | every fit | index, median person | its processor time | slowest person | 80 skills, the "
           "20 most asked for among them | times faster | equal | bytes a job "
           "|\n|---|---|---|---|---|---|---|---|---|\n";
    for (const std::size_t count : {10000U, 100000U, 1000000U}) {
        grow(index, count, jobs, all);
        const Timing t = measure(index, all);
        std::cout
            << fmt::format(
                   "| {} | {:.2f} ms | {:.3f} ms | {:.3f} ms | {:.3f} ms | {:.3f} ms | {:.0f} | {} | {} |\n",
                   count, t.brute / 1000, t.middle / 1000, t.processors / 1000, t.worst / 1000,
                   t.heavy / 1000, t.brute / t.middle, t.equal ? "yes" : "NO", index.memory_bytes() / count)
            << std::flush;
    }
    std::cout << '\n';
    print_updates(index, all);
    return 0;
}
