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

struct WorkerSettings {
    int threads = 2;
    std::chrono::milliseconds lease{30'000};  ///< Renewed every third of it while a run is worked on.
    std::chrono::milliseconds look{2'000};    ///< How often to look without being told.
    Clock clock = system_now;
    /// Told of every run that ended, and of errors of the queue itself. May be empty.
    std::function<void(const std::string& line)> log;
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

    /// Takes no more; waits for running ones up to `grace`, then asks them to stop; what is unfinished is
    /// handed back. Returns when every thread has ended.
    void stop(std::chrono::milliseconds grace);

    /// Runs being worked on now.
    [[nodiscard]] int busy() const;

  private:
    struct Core;
    std::unique_ptr<Core> core_;
};

}  // namespace headway::work
