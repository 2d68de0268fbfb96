// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "ranking/held_profile.hpp"
#include "ranking/job_profile.hpp"

namespace headway::bench {

/// Jobs and people made by chance, the same from the same seed: skills drawn by 1 / (rank + 5) of 20,000, so
/// that the most frequent one is asked for by about 30 % of the jobs.
class MadeUpJobs {
  public:
    static constexpr std::uint32_t skills = 20000;

    explicit MadeUpJobs(std::uint64_t seed);

    /// 12 to 18 requirements: 12 % with one or two alternatives of the same family of skills, 10 % known to
    /// no framework, 8 % open, 8 % partial; weights and levels as the engine gives them.
    [[nodiscard]] ranking::JobProfile job();

    /// Someone who names so many skills; of each family a near one transfers, and roles imply forty more.
    /// `frequent`: of those named the so many most frequent of all.
    [[nodiscard]] ranking::HeldProfile person(std::size_t named, std::uint32_t frequent = 0);

  private:
    [[nodiscard]] std::uint32_t draw();
    [[nodiscard]] double between(double from, double to);
    [[nodiscard]] bool chance(double of);

    std::mt19937_64 random_;
    std::vector<double> up_to_;  ///< Cumulated chances, by rank.
};

}  // namespace headway::bench
