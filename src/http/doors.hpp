// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "http/settings.hpp"

namespace headway::http {

/// Who is inside: counts connections, all and by address, and keeps to the limits. Thread-safe.
class Doors {
  public:
    explicit Doors(const Settings& settings);
    Doors(const Doors&) = delete;
    Doors& operator=(const Doors&) = delete;

    /// Held by a connection as long as it is open.
    class Place {
      public:
        Place(Doors& doors, std::string key) : doors_(doors), key_(std::move(key)) {}
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;
        ~Place() { doors_.leave(key_); }

      private:
        Doors& doors_;
        std::string key_;
    };
    /// None when it is full, or full of this address.
    [[nodiscard]] std::unique_ptr<Place> enter(const std::string& address);

    [[nodiscard]] std::size_t inside() const;
    /// Whether everybody has left by then.
    [[nodiscard]] bool wait_empty(std::chrono::steady_clock::time_point until);

  private:
    void leave(const std::string& key);

    const Settings& settings_;
    mutable std::mutex mutex_;
    std::condition_variable left_;
    std::size_t inside_ = 0;
    std::unordered_map<std::string, std::size_t> by_key_;
};

/// What an address counts as: itself, or the /64 of an IPv6 address (one household, one machine).
[[nodiscard]] std::string address_key(const std::string& address);

}  // namespace headway::http
