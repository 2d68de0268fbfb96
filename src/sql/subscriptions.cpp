// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/subscriptions.hpp"

#include <algorithm>

namespace headway::sql {

struct Subscriptions::Entry : Subscription {
    std::string channel;
    Callback callback;
    std::mutex calling;  ///< Held while the callback runs, so that ending waits for it.
    bool ended = false;
};

namespace {

/// Ends the entry when the owner lets go.
template <class Entry>
Listener ending(std::shared_ptr<Entry> entry) {
    return {entry.get(), [entry](Subscription*) {
                const std::lock_guard lock(entry->calling);
                entry->ended = true;
            }};
}

}  // namespace

Listener Subscriptions::add(std::string_view channel, Subscription::Callback callback) {
    auto entry = std::make_shared<Entry>();
    entry->channel = channel;
    entry->callback = std::move(callback);
    const std::lock_guard lock(mutex_);
    std::erase_if(entries_, [](const auto& e) { return e.expired(); });
    entries_.push_back(entry);
    return ending(entry);
}

std::vector<std::shared_ptr<Subscriptions::Entry>> Subscriptions::entries(std::string_view channel) const {
    std::vector<std::shared_ptr<Entry>> out;
    const std::lock_guard lock(mutex_);
    for (const auto& weak : entries_) {
        auto entry = weak.lock();
        if (entry && (channel.empty() || entry->channel == channel)) out.push_back(std::move(entry));
    }
    return out;
}

void Subscriptions::tell(std::string_view channel, std::string_view payload) {
    for (const auto& entry : entries(channel)) {
        const std::lock_guard lock(entry->calling);
        if (!entry->ended) entry->callback(payload);
    }
}

void Subscriptions::tell_all() {
    tell("", "");
}

std::vector<std::string> Subscriptions::channels() const {
    std::vector<std::string> out;
    for (const auto& entry : entries("")) out.push_back(entry->channel);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace headway::sql
