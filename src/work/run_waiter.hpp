// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>

#include "store/runs.hpp"

namespace headway::work {

/// Lets a request wait a little for a run that is likely to end soon. Thread-safe.
class RunWaiter {
  public:
    /// `database` must outlive it. `patience`: how long a request waits for work that is usually done in
    /// milliseconds.
    RunWaiter(sql::Database& database, std::chrono::milliseconds patience);

    [[nodiscard]] std::chrono::milliseconds patience() const { return patience_; }

    /// The run as it is when it has ended or the time is over; none when it is not the owner's. Where a dozen
    /// wait already nobody else does: the threads of a server are there for other requests too.
    [[nodiscard]] Result<std::optional<store::Run>> wait(const std::string& owner, const std::string& run_id,
                                                         std::chrono::milliseconds most);

  private:
    sql::Database& database_;
    std::chrono::milliseconds patience_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::uint64_t news_ = 0;  ///< Changes heard of so far.
    int waiting_ = 0;
    sql::Listener listener_;
};

}  // namespace headway::work
