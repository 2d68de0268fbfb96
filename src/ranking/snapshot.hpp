// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "ranking/job_index.hpp"
#include "ranking/segment.hpp"
#include "ranking/skill_numbers.hpp"

namespace headway::ranking {

/// A segment and which of its jobs are gone.
struct JobPart {
    std::shared_ptr<const JobSegment> segment;
    std::shared_ptr<const std::vector<std::uint64_t>> dead;  ///< A bit a row; null: none.
    std::uint32_t dead_count = 0;

    [[nodiscard]] bool is_dead(std::uint32_t row) const {
        return dead && ((*dead)[row / 64] >> (row % 64) & 1U) != 0;
    }
    [[nodiscard]] std::size_t live_owned_by(std::uint64_t owner) const {
        const auto owned = segment->owned_by(owner);
        if (!dead) return owned.size();
        return static_cast<std::size_t>(
            std::count_if(owned.begin(), owned.end(), [this](auto row) { return !is_dead(row); }));
    }
    [[nodiscard]] std::uint32_t live() const { return segment->rows() - dead_count; }
};

/// A job that is in no segment yet.
struct PendingJob {
    IndexedJob job;  ///< `asks` is the vector beside it.
    std::vector<Ask> asks;
};

/// The index at one moment. Nothing in it changes.
struct JobSnapshot {
    std::shared_ptr<const SkillNumbers> skills = std::make_shared<SkillNumbers>();
    std::vector<JobPart> parts;
    std::vector<std::shared_ptr<const PendingJob>> pending;  ///< By key.
};

/// Takes the rows of these keys away, where they are there.
void kill(JobPart& part, std::span<const JobKey> keys);

/// Segments of all these jobs, which ascend by key; none when there are no jobs.
[[nodiscard]] std::vector<JobPart> make_parts(std::span<const IndexedJob> jobs, std::size_t skills);

/// The parts worth bringing together, by position; empty when all is well. See tidy.cpp.
[[nodiscard]] std::vector<std::size_t> parts_to_merge(const std::vector<JobPart>& parts);

}  // namespace headway::ranking
