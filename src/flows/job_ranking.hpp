// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "flows/live_jobs.hpp"
#include "flows/reading.hpp"
#include "flows/recently_used.hpp"
#include "ranking/held_profile.hpp"
#include "ranking/job_profile.hpp"

namespace headway::flows {

/// A job that a person corrected, or that has a spelling which they did: it is ranked as they read it.
struct OwnJob {
    std::string id;
    ranking::JobKey key = 0;
    std::shared_ptr<const ranking::JobProfile> profile;
    double fit = 0;
};

/// A person with one of their résumés, as all jobs are held against it.
struct Candidate {
    std::string owner;
    store::Resume resume;
    std::shared_ptr<const ranking::HeldProfile> held;
    std::vector<OwnJob> own;
};

/// A job and its place among all.
struct RankedJobId {
    std::string id;
    double fit = 0;  ///< 0–100
};

/// The better fit first; of equal ones the newer job.
[[nodiscard]] bool ranks_before(const RankedJobId& a, const RankedJobId& b);

/// What a fit leaves out, in sentences for the reader.
[[nodiscard]] std::span<const std::string> what_fit_leaves_out();

/// Ranks the jobs that a person may see. Answers come from the index in memory: show a job only as the store
/// gives it to the person. Thread-safe.
class JobRanking {
  public:
    /// All must outlive it.
    JobRanking(sql::Database& database, const Knowledge& knowledge, Clock clock);

    [[nodiscard]] LiveJobs& jobs() { return jobs_; }

    /// Brings the index up to date and looks at the person: with this résumé, or with the default one.
    /// Nothing when there is none that has been read; not_found when `resume_id` names no résumé of theirs.
    /// Not to be called within a transaction.
    [[nodiscard]] Result<std::optional<Candidate>> find_candidate(
        const std::string& owner, const std::optional<std::string>& resume_id);

    /// Which jobs may be among the best. The default is every one.
    struct Narrowing {
        std::optional<RankedJobId> after;  ///< Only what stands behind this place.
        std::vector<std::string> without;  ///< These not.
    };
    /// The best first; of equal fit the newer first.
    [[nodiscard]] std::vector<RankedJobId> best(const Candidate& candidate, std::size_t most,
                                                const Narrowing& narrowing) const;
    /// The fit of each; none for what the person cannot see.
    [[nodiscard]] std::vector<std::optional<double>> fits(const Candidate& candidate,
                                                          std::span<const std::string> ids) const;
    /// How many jobs the person sees.
    [[nodiscard]] std::size_t count(const std::string& owner) const;

  private:
    struct Seen;
    [[nodiscard]] Result<std::optional<Seen>> look(sql::Connection& c, const std::string& owner,
                                                   const std::optional<std::string>& resume_id) const;
    [[nodiscard]] Result<std::shared_ptr<const ranking::HeldProfile>> held_by(const std::string& owner,
                                                                              const Seen& seen);
    [[nodiscard]] Result<std::vector<OwnJob>> own_jobs(const std::string& owner, const Seen& seen,
                                                       const ranking::HeldProfile& held);
    [[nodiscard]] Result<std::shared_ptr<const ranking::JobProfile>> own_profile(const std::string& owner,
                                                                                 const std::string& id,
                                                                                 const std::string& key);

    sql::Database& database_;
    const Knowledge& knowledge_;
    Clock clock_;
    RecentlyUsed<ranking::HeldProfile> held_{512};
    RecentlyUsed<ranking::JobProfile> own_{8192};
    LiveJobs jobs_;
};

}  // namespace headway::flows
