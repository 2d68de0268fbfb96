// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <string>
#include <thread>

#include "sql/subscriptions.hpp"

namespace headway::sql {

/// A session of its own that hears NOTIFY and tells the subscriptions, on its own thread. When it was cut off
/// it comes back by itself and tells everybody that something may have been missed.
class PostgresListener {
  public:
    PostgresListener(std::string url, Subscriptions& subscriptions);
    PostgresListener(const PostgresListener&) = delete;
    PostgresListener& operator=(const PostgresListener&) = delete;
    ~PostgresListener();

    /// A channel was added: listen to it too.
    void refresh();

  private:
    void run();
    void hear();
    [[nodiscard]] bool wait(int descriptor, int milliseconds) const;

    std::string url_;
    Subscriptions& subscriptions_;
    int wake_[2] = {-1, -1};  ///< A pipe: a byte ends the waiting.
    std::atomic<bool> stop_{false};
    std::thread thread_;
};

}  // namespace headway::sql
