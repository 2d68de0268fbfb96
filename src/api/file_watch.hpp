// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "files/file_store.hpp"

namespace headway::api {

/// Whether uploaded files can be reached, for those who ask often and may not wait: what was found serves for
/// ten seconds, one look at a time is under way, and nobody waits for it but a moment for the very first.
/// Thread-safe.
class FileWatch {
  public:
    explicit FileWatch(files::FileStore& store) : store_(store) {}
    FileWatch(const FileWatch&) = delete;
    FileWatch& operator=(const FileWatch&) = delete;
    /// Waits for the look under way.
    ~FileWatch();

    /// What the last look found; `unavailable` as long as there is none.
    [[nodiscard]] Result<void> state();

  private:
    void look();

    files::FileStore& store_;
    std::mutex mutex_;
    std::condition_variable looked_;
    std::optional<Result<void>> found_;
    std::chrono::steady_clock::time_point found_at_;
    bool looking_ = false;
    std::thread thread_;
};

}  // namespace headway::api
