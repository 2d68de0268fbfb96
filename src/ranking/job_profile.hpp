// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "career/types.hpp"
#include "ranking/skill_keys.hpp"

namespace headway::ranking {

/// Steps of the stored figures: whole numbers make sums exact and equal on every machine. Levels that differ
/// by less than half a level are noise, so a 1/32 loses nothing.
inline constexpr double weight_step = 1.0 / 16384;
inline constexpr double level_step = 1.0 / 32;
inline constexpr std::uint8_t highest_needed = 7 * 32;
inline constexpr std::size_t most_profile_requirements = 1024;
inline constexpr std::size_t most_alternatives = 255;

/// One requirement of a job, as far as ranking needs it.
struct JobRequirement {
    std::vector<SkillKey> any_of;  ///< Ascending, distinct. Empty: in the ad's own words; counts as not met.
    std::uint16_t weight = 0;      ///< in weight_step
    std::uint8_t needed = 0;       ///< in level_step, at most highest_needed
    bool open = false;             ///< Close substitutes count nearly in full.
    bool partial = false;          ///< The skill names a part of what is asked.

    bool operator==(const JobRequirement&) const = default;
};

/// What ranking needs of a job.
struct JobProfile {
    std::vector<JobRequirement> requirements;

    bool operator==(const JobProfile&) const = default;
};

/// From any report on the job, also that of an empty résumé: weights and needed levels (need, place,
/// certainty, kind, and the occupation's importance, demand and level) do not depend on the résumé, nor does
/// the order that requirements get here.
[[nodiscard]] JobProfile make_job_profile(std::span<const career::RequirementResult> report,
                                          const SkillKeys& keys);

/// Brings stored keys to those of today's packs; to be called on what was read from the store.
void renew(JobProfile& profile, const SkillKeys& keys);

/// Portable bytes, little-endian: a version byte (1); the number of requirements (2 bytes); for each its
/// weight (2), needed (1), flags (1: bit 0 open, bit 1 partial), number of alternatives (1) and their keys (8
/// each). to_bytes(*from_bytes(b)) == b.
[[nodiscard]] std::string to_bytes(const JobProfile& profile);

/// Fails with invalid on anything that to_bytes would not have written.
[[nodiscard]] Result<JobProfile> from_bytes(std::string_view bytes);

}  // namespace headway::ranking
