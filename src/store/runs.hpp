// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

/// Durable background work. A run is queued, then running under a worker's lease, then ready, failed or
/// cancelled. A lease that ends gives the run to whoever asks next. Every change of state is notified on the
/// channel "runs" and written as an event of the person; a résumé that waits for its import hears how it
/// ended.
namespace headway::store {

inline constexpr std::string_view runs_channel = "runs";
inline constexpr std::int64_t most_attempts = 3;

struct Run {
    std::string id;
    std::string user_id;
    std::string kind;
    std::string state = "queued";  ///< queued, running, ready, failed, cancelled
    std::optional<std::string> subject_id;
    double progress = 0;  ///< 0–1
    std::string step;
    std::optional<std::string> reason;
    bool can_retry = false;
    bool cancel_requested = false;
    std::int64_t attempts = 0;
    std::optional<std::string> worker;
    std::optional<Timestamp> leased_until;
    Timestamp not_before;
    std::string input = "{}";       ///< JSON
    std::string result = "{}";      ///< JSON
    std::string provenance = "{}";  ///< JSON
    Timestamp created_at;
    std::optional<Timestamp> started_at;
    std::optional<Timestamp> finished_at;
};
BOOST_DESCRIBE_STRUCT(Run, (),
                      (id, user_id, kind, state, subject_id, progress, step, reason, can_retry,
                       cancel_requested, attempts, worker, leased_until, not_before, input, result,
                       provenance, created_at, started_at, finished_at))

[[nodiscard]] Result<void> add_run(sql::Connection& c, const Run& run);
[[nodiscard]] Result<std::optional<Run>> find_run(sql::Connection& c, std::string_view owner,
                                                  std::string_view id);
/// The newest run of a kind about a subject.
[[nodiscard]] Result<std::optional<Run>> latest_run(sql::Connection& c, std::string_view owner,
                                                    std::string_view kind, std::string_view subject_id);
/// The id of a run of exactly this input that was made since then and that nobody has begun.
[[nodiscard]] Result<std::optional<std::string>> find_queued_run(sql::Connection& c, std::string_view owner,
                                                                 std::string_view kind,
                                                                 std::string_view input, Timestamp since);
/// Newest first; `kind` empty for all; `states` are words with a blank between them, empty for all.
[[nodiscard]] Result<std::vector<Run>> list_runs(sql::Connection& c, std::string_view owner,
                                                 std::string_view kind, std::string_view states,
                                                 std::optional<std::string_view> before, std::size_t limit);

/// Whether anybody's run of a kind is queued or running; for what can be done once at a time.
[[nodiscard]] Result<bool> is_under_way(sql::Connection& c, std::string_view kind);

/// Fails the runs whose lease ended and that were tried most_attempts times: whoever stopped the program each
/// time would do so for ever. Those that failed.
[[nodiscard]] Result<std::vector<Run>> give_up_runs(sql::Connection& c, Timestamp now);
/// Takes the oldest run that is due, or whose lease ended, and makes it running. Safe between processes. To
/// be called after give_up_runs(): it does not look at attempts.
[[nodiscard]] Result<std::optional<Run>> take_run(sql::Connection& c, std::string_view worker, Timestamp now,
                                                  Timestamp leased_until);
/// What a worker hears when it reports.
struct Lease {
    bool held = false;  ///< False: somebody else has the run now; stop without writing anything.
    bool cancel_requested = false;
};
[[nodiscard]] Result<Lease> report_progress(sql::Connection& c, const Run& run, Timestamp leased_until);
/// Ends a run that this worker still holds: state, progress, reason, can_retry, result, provenance,
/// finished_at. False when the lease is lost.
[[nodiscard]] Result<bool> finish_run(sql::Connection& c, const Run& run);
/// Gives a run back unfinished, at shutdown; the attempt does not count.
[[nodiscard]] Result<bool> hand_back_run(sql::Connection& c, const Run& run);

/// Asked by its owner. A queued run is cancelled at once, a running one is asked to stop. False when it has
/// ended already or is not theirs.
[[nodiscard]] Result<bool> cancel_run(sql::Connection& c, std::string_view owner, std::string_view id,
                                      Timestamp now);
/// Queues a failed or cancelled run again. False when it cannot be.
[[nodiscard]] Result<bool> retry_run(sql::Connection& c, std::string_view owner, std::string_view id,
                                     Timestamp now);

}  // namespace headway::store
