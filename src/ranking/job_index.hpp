// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "ranking/held_profile.hpp"
#include "ranking/job_profile.hpp"

namespace headway::ranking {

/// The caller's number for a job.
using JobKey = std::uint64_t;

/// A job as it comes into the index.
struct JobEntry {
    JobKey key = 0;
    std::uint64_t owner = 0;  ///< Who may see it; 0 is everyone.
    JobProfile profile;
};

struct RankedJob {
    JobKey key = 0;
    double fit = 0;  ///< 0–100

    bool operator==(const RankedJob&) const = default;
};

/// Which jobs count. The default is every job.
struct JobFilter {
    std::optional<std::uint64_t> reader;  ///< Sees their own jobs and everyone's; absent: all.
    std::optional<RankedJob> after;       ///< Only what stands behind this place of the ranking.
    /// Asked last and only about jobs that could come in; by several threads at once.
    std::function<bool(JobKey)> accept = nullptr;
};

struct JobSnapshot;

/// Every job's profile, ordered for answering at once which of them fit a person best. Answers are exact:
/// they are those of fit() (fit.hpp) over every job. Any number of threads may read and write; readers
/// work on the state at their call and never wait for a writer.
class JobIndex {
  public:
    JobIndex();
    ~JobIndex();
    JobIndex(const JobIndex&) = delete;
    JobIndex& operator=(const JobIndex&) = delete;

    /// Adds jobs, or puts them in the place of those with the same key; the last of equal keys counts. Keys
    /// of skills must be of today (renew()).
    void put(std::vector<JobEntry> jobs);
    /// Takes jobs out; keys that are not in it are passed over.
    void remove(std::span<const JobKey> keys);
    /// Brings small pieces together and lets go of what was removed, one step of at most 65,536 jobs. Writers
    /// wait only for its last moment. True when there may be more to do. To be called now and then from a
    /// thread that serves nobody; without it answers stay right and slow down with the number of updates.
    bool tidy();

    [[nodiscard]] std::size_t size() const;
    /// How many jobs a reader sees.
    [[nodiscard]] std::size_t count(std::uint64_t reader) const;
    [[nodiscard]] std::size_t memory_bytes() const;

    /// The k jobs of the greatest fit, by fit falling, then by key rising.
    [[nodiscard]] std::vector<RankedJob> top(const HeldProfile& held, std::size_t k,
                                             const JobFilter& filter = {}) const;

    /// The fit of each of these jobs; absent when it is not in the index or the filter leaves it out.
    [[nodiscard]] std::vector<std::optional<double>> fits(const HeldProfile& held,
                                                          std::span<const JobKey> keys,
                                                          const JobFilter& filter = {}) const;

  private:
    [[nodiscard]] std::shared_ptr<const JobSnapshot> now() const;
    void publish(std::shared_ptr<const JobSnapshot> next);

    mutable std::mutex now_mutex_;  ///< Held for copying a pointer only.
    std::mutex write_mutex_;
    std::mutex tidy_mutex_;  ///< Taken before write_mutex_.
    std::shared_ptr<const JobSnapshot> now_;
};

}  // namespace headway::ranking
