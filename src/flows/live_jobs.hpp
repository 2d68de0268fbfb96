// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <thread>
#include <vector>

#include "flows/job_keys.hpp"
#include "flows/knowledge.hpp"
#include "ranking/job_index.hpp"
#include "store/job_profiles.hpp"

namespace headway::flows {

/// The index of all jobs of the database, kept up to date: with what this process changes at once, with what
/// others change as soon as it is heard of. A thread of its own builds it, keeps it tidy, and reads jobs anew
/// that another version of the program or of its packs had read. Nothing is read before start(). Thread-safe.
class LiveJobs {
  public:
    /// Both must outlive it.
    LiveJobs(sql::Database& database, const Knowledge& knowledge);
    LiveJobs(const LiveJobs&) = delete;
    LiveJobs& operator=(const LiveJobs&) = delete;
    ~LiveJobs();

    /// Begins to read, once; by itself with the first refresh().
    void start();
    [[nodiscard]] bool started() const;

    /// This process changed, added or deleted a job and the transaction is committed.
    void changed(std::string_view job_id);

    /// Brings the index up to everything heard of; waits for the first time that all were read, unavailable
    /// when that takes too long. Not to be called within a transaction.
    [[nodiscard]] Result<void> refresh();

    [[nodiscard]] const ranking::JobIndex& index() const { return index_; }
    /// Of the job's owner in the index.
    [[nodiscard]] static std::uint64_t owner_key(std::string_view user_id);
    [[nodiscard]] std::optional<ranking::JobKey> key(std::string_view job_id) const;
    [[nodiscard]] std::optional<std::string> id(ranking::JobKey key) const;

    /// Jobs that wait to be read anew.
    [[nodiscard]] std::size_t stale() const;

  private:
    void hear(std::string_view job_id);
    void keep();
    [[nodiscard]] bool wait_for_news();
    [[nodiscard]] Result<void> catch_up();
    [[nodiscard]] Result<void> read_news();
    [[nodiscard]] Result<void> read_all();
    [[nodiscard]] Result<void> read_some(const std::vector<std::string>& ids);
    std::vector<ranking::JobKey> take(std::vector<store::JobProfileRow> rows);
    [[nodiscard]] Result<void> renew_one();
    [[nodiscard]] Result<void> renew(const std::string& id);

    sql::Database& database_;
    const Knowledge& knowledge_;
    ranking::JobIndex index_;
    mutable std::shared_mutex keys_mutex_;
    JobKeys keys_;
    std::mutex reading_mutex_;       ///< Held from reading rows to putting them in: no older row comes later.
    mutable std::mutex news_mutex_;  ///< Of all below.
    std::condition_variable wake_;
    std::vector<std::string> news_;  ///< Jobs that may have changed.
    bool all_news_ = true;           ///< Any may have.
    bool built_ = false;             ///< All were read once.
    std::deque<std::string> stale_;
    bool stop_ = false;
    sql::Listener listener_;
    std::thread keeper_;
};

}  // namespace headway::flows
