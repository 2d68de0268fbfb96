// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ranking/held_profile.hpp"
#include "ranking/job_profile.hpp"

namespace headway::ranking {

/// What a skill would add to one job.
struct JobGain {
    std::size_t job = 0;  ///< Its place among the jobs.
    double points = 0;    ///< Of fit.

    bool operator==(const JobGain&) const = default;
};

/// What having one skill at the level that each job needs would add.
struct SkillGain {
    SkillKey skill = 0;
    double points = 0;          ///< Of fit, summed over the jobs.
    std::vector<JobGain> jobs;  ///< Those whose fit it would raise, by points falling, then by place.

    bool operator==(const SkillGain&) const = default;
};

/// For every skill that some of the jobs want more of than there is; the `most` that add the most points over
/// all jobs, then those that lift more jobs, then by key. A requirement that an alternative meets in part
/// gains only what that one leaves open. Points are added in millionths, so that they do not depend on the
/// order of the jobs.
[[nodiscard]] std::vector<SkillGain> skill_gains(const HeldProfile& held, std::span<const JobProfile> jobs,
                                                 std::size_t most);

}  // namespace headway::ranking
