// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "work/kind.hpp"

namespace headway::work {

/// What is told of a run that a worker is done with: nothing of the person, nothing that a run is about.
struct EndedRun {
    std::string id;
    std::string kind;
    std::string state;   ///< ready, failed, cancelled; queued when it was handed back.
    std::string reason;  ///< Of a failure: the code of its error. Else empty.
    std::int64_t attempts = 0;
    std::chrono::milliseconds took{0};  ///< By this worker.
};

struct WorkerSettings {
    int threads = 2;
    std::chrono::milliseconds lease{30'000};  ///< Renewed every third of it while a run is worked on.
    std::chrono::milliseconds look{2'000};    ///< How often to look without being told.
    Clock clock = system_now;
    /// Both may be empty; called from the worker's threads.
    std::function<void(const EndedRun& run)> ended;
    /// Faults of the program or the database, which no person reads. `where`: "run ID KIND", or "queue".
    std::function<void(const std::string& where, const Error& error)> failed;
};

/// Takes runs from the database and performs them, on threads of its own. Several workers in several
/// processes may share one database.
class Worker {
  public:
    /// `database` must outlive it.
    Worker(sql::Database& database, std::vector<Kind> kinds, WorkerSettings settings);
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    /// stop() without grace.
    ~Worker();

    /// Takes no more runs, and returns at once.
    void close();
    /// close(); waits for running ones up to `grace`, then asks them to stop; what is unfinished is
    /// handed back. Returns when every thread has ended.
    void stop(std::chrono::milliseconds grace);

    /// Runs being worked on now.
    [[nodiscard]] int busy() const;

  private:
    struct Core;
    std::unique_ptr<Core> core_;
};

}  // namespace headway::work
