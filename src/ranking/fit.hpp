// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "ranking/held_profile.hpp"
#include "ranking/job_profile.hpp"

namespace headway::ranking {

/// How well a job fits a person, 0–100: 100 · Σ w c / Σ w over the job's requirements, where c is the best
/// coverage among the alternatives (support.hpp) and w the weight; 0 for a job without weight. This is the
/// report's score with everything left out that needs the two texts at once: sentences that show a skill by
/// meaning, and requirements in the ad's own words, which count as not met. So it is rarely above the
/// report's score, and says which jobs to look at; the report says the rest.
[[nodiscard]] double fit(const HeldProfile& held, const JobProfile& job);

/// Of the alternatives of one requirement, 0–1.
[[nodiscard]] double best_coverage(const HeldProfile& held, const JobRequirement& requirement);

/// The sum behind a fit. Requirements are added in the order of the profile, weights in weight_step; every
/// way of computing a fit goes through here and gives the very same double.
class FitSum {
  public:
    void add(std::uint16_t weight, double coverage) { covered_ += weight * coverage; }
    /// 100 · Σ w c / total, at most 100, and 0 when total is 0.
    [[nodiscard]] double fit(std::uint64_t total) const {
        if (total == 0) return 0;
        const double fit = 100 * covered_ / static_cast<double>(total);
        return fit < 100 ? fit : 100;
    }

  private:
    double covered_ = 0;
};

}  // namespace headway::ranking
