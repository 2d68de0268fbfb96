// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "ranking/bounds.hpp"
#include "ranking/job_index.hpp"
#include "ranking/snapshot.hpp"

namespace headway::ranking {

/// The k best jobs seen so far.
class BestJobs {
  public:
    explicit BestJobs(std::size_t k) : k_(k) {}
    void offer(RankedJob job);
    [[nodiscard]] std::size_t size() const { return k_; }
    [[nodiscard]] bool full() const { return jobs_.size() >= k_; }
    /// Of a full one: the job that the next better one drives out.
    [[nodiscard]] const RankedJob& last() const { return jobs_.front(); }
    [[nodiscard]] std::vector<RankedJob> take();

  private:
    std::size_t k_;
    std::vector<RankedJob> jobs_;  ///< A heap, the last on top.
};

/// One résumé's facts held against one moment of the index. References must outlive it.
class JobQuery {
  public:
    JobQuery(const HeldProfile& held, const JobSnapshot& jobs, const JobFilter& filter);

    /// Adds up, job by job, what bounds the fit from above, in the classes of posting_code; then computes the
    /// fits of those whose bound can still come in, the greatest bound first. Many jobs are taken on by
    /// several threads.
    [[nodiscard]] std::vector<RankedJob> top(std::size_t k);
    [[nodiscard]] std::optional<double> fit(JobKey key) const;

  private:
    void want(std::size_t held, std::uint32_t skill);
    [[nodiscard]] double fit(const IndexedJob& job) const;
    [[nodiscard]] double coverage(const Ask& ask) const;
    [[nodiscard]] bool can_reach(const IndexedJob& job, double wanted) const;
    [[nodiscard]] bool visible(const IndexedJob& job) const;
    [[nodiscard]] bool few_visible(const JobPart& part) const;
    void offer(const IndexedJob& job, BestJobs& best) const;
    void offer(const JobPart& part, std::uint32_t row, BestJobs& best) const;
    void rank_visible(const JobPart& part, BestJobs& best) const;
    void rank(const JobPart& part, BestJobs& best, Bounds& bounds) const;
    void rank_from(std::atomic<std::size_t>& next, BestJobs& best) const;
    void rank_parts(BestJobs& best) const;
    void fill_with_nothing(const JobPart& part, BestJobs& best) const;

    const HeldProfile& held_;
    const JobSnapshot& jobs_;
    const JobFilter& filter_;
    std::vector<std::uint32_t> held_at_;    ///< By skill number: one more than the position in held_; 0: not.
    std::vector<Wanted> wanted_;            ///< By skill number; for each usual, then open.
    std::vector<std::uint32_t> wanted_at_;  ///< By position in held_: where its two begin.
};

}  // namespace headway::ranking
