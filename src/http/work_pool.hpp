// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace headway::http {

/// Threads for handlers, which may block. A bounded queue: when it is full, the request is refused at once
/// instead of waiting for what may never come.
class WorkPool {
  public:
    using Job = std::move_only_function<void()>;

    WorkPool(int threads, std::size_t queue);
    WorkPool(const WorkPool&) = delete;
    WorkPool& operator=(const WorkPool&) = delete;
    ~WorkPool();

    /// False when the queue is full or the pool has stopped. Jobs must not throw.
    [[nodiscard]] bool submit(Job job);
    /// From here on nothing begins: neither what waits nor what comes.
    void close();
    /// Closes, drops what waits and returns when nothing runs any more.
    void stop();
    [[nodiscard]] std::size_t waiting() const;

  private:
    void work();
    /// Whether to wake a thread now. At most one is on its way at a time, and it wakes the next when it finds
    /// more: a thread that is done takes the next job itself, and waking others for it costs two switches.
    [[nodiscard]] bool start_waking();

    mutable std::mutex mutex_;
    std::condition_variable has_work_;
    std::deque<Job> jobs_;
    std::size_t limit_;
    std::size_t idle_ = 0;  ///< Threads that wait for a job.
    bool waking_ = false;
    bool stopped_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace headway::http
