// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "sql/database.hpp"

namespace headway::sql {

/// Who listens to which channel. Thread-safe; a callback is not called any more once its listener is gone.
class Subscriptions {
  public:
    [[nodiscard]] Listener add(std::string_view channel, Subscription::Callback callback);
    void tell(std::string_view channel, std::string_view payload);
    /// Every listener, with an empty payload: something may have been missed.
    void tell_all();
    [[nodiscard]] std::vector<std::string> channels() const;

  private:
    struct Entry;
    [[nodiscard]] std::vector<std::shared_ptr<Entry>> entries(std::string_view channel) const;
    mutable std::mutex mutex_;
    std::vector<std::weak_ptr<Entry>> entries_;
};

}  // namespace headway::sql
