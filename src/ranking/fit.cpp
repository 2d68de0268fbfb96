// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranking/fit.hpp"

#include <algorithm>

namespace headway::ranking {

double best_coverage(const HeldProfile& held, const JobRequirement& r) {
    double best = 0;
    for (const SkillKey key : r.any_of) {
        const std::size_t i = held.find(key);
        if (i < held.size()) best = std::max(best, held.coverage(i, r.needed, r.open, r.partial));
    }
    return best;
}

double fit(const HeldProfile& held, const JobProfile& job) {
    FitSum sum;
    std::uint64_t total = 0;
    for (const JobRequirement& r : job.requirements) {
        sum.add(r.weight, best_coverage(held, r));
        total += r.weight;
    }
    return sum.fit(total);
}

}  // namespace headway::ranking
