// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranking/skill_gains.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "ranking/fit.hpp"

namespace headway::ranking {
namespace {

constexpr double millionths = 1e6;

struct Sum {
    std::int64_t points = 0;  ///< in millionths
    std::vector<JobGain> jobs;
};

/// What each skill would add to one job, in millionths of a point.
std::map<SkillKey, std::int64_t> gains_in(const HeldProfile& held, const JobProfile& job) {
    std::uint64_t total = 0;
    for (const JobRequirement& r : job.requirements) total += r.weight;
    std::map<SkillKey, std::int64_t> out;
    for (const JobRequirement& r : job.requirements) {
        const double open = (r.partial ? partial_share : 1) - best_coverage(held, r);
        if (open <= 0) continue;
        const double points = 100 * r.weight * open / static_cast<double>(total);
        for (const SkillKey key : r.any_of) out[key] += std::llround(points * millionths);
    }
    return out;
}

}  // namespace

std::vector<SkillGain> skill_gains(const HeldProfile& held, std::span<const JobProfile> jobs,
                                   std::size_t most) {
    std::map<SkillKey, Sum> sums;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        for (const auto& [key, points] : gains_in(held, jobs[i])) {
            if (points <= 0) continue;
            Sum& sum = sums[key];
            sum.points += points;
            sum.jobs.push_back({i, static_cast<double>(points) / millionths});
        }
    }
    std::vector<SkillGain> out;
    for (auto& [key, sum] : sums)
        out.push_back({key, static_cast<double>(sum.points) / millionths, std::move(sum.jobs)});
    std::sort(out.begin(), out.end(), [](const SkillGain& a, const SkillGain& b) {
        return std::tuple(b.points, b.jobs.size(), a.skill) < std::tuple(a.points, a.jobs.size(), b.skill);
    });
    if (out.size() > most) out.resize(most);
    for (SkillGain& gain : out)
        std::stable_sort(gain.jobs.begin(), gain.jobs.end(),
                         [](const JobGain& a, const JobGain& b) { return a.points > b.points; });
    return out;
}

}  // namespace headway::ranking
