// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace headway::app {

/// Does a piece of tidying at once and then at intervals, on a thread of its own; again without a pause while
/// there is more.
class Housekeeping {
  public:
    /// `pass` does one bounded piece and says whether there is more.
    Housekeeping(std::function<bool()> pass, std::chrono::milliseconds interval);
    Housekeeping(const Housekeeping&) = delete;
    Housekeeping& operator=(const Housekeeping&) = delete;
    /// Waits for the piece under way.
    ~Housekeeping();

  private:
    void run();

    std::function<bool()> pass_;
    std::chrono::milliseconds interval_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace headway::app
