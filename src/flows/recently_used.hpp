// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

namespace headway::flows {

/// Values by key, the most recently used kept. Thread-safe; a value lives as long as somebody holds it.
template <class Value>
class RecentlyUsed {
  public:
    explicit RecentlyUsed(std::size_t most) : most_(most) {}

    [[nodiscard]] std::shared_ptr<const Value> find(const std::string& key) {
        const std::lock_guard lock(mutex_);
        const auto found = places_.find(key);
        if (found == places_.end()) return nullptr;
        entries_.splice(entries_.begin(), entries_, found->second);
        return found->second->second;
    }

    std::shared_ptr<const Value> add(const std::string& key, Value value) {
        auto kept = std::make_shared<const Value>(std::move(value));
        const std::lock_guard lock(mutex_);
        if (const auto found = places_.find(key); found != places_.end()) {
            entries_.erase(found->second);
            places_.erase(found);
        }
        entries_.emplace_front(key, kept);
        places_[key] = entries_.begin();
        if (entries_.size() > most_) {
            places_.erase(entries_.back().first);
            entries_.pop_back();
        }
        return kept;
    }

  private:
    using Entry = std::pair<std::string, std::shared_ptr<const Value>>;
    std::size_t most_;
    std::mutex mutex_;
    std::list<Entry> entries_;  ///< The last used first.
    std::unordered_map<std::string, typename std::list<Entry>::iterator> places_;
};

}  // namespace headway::flows
