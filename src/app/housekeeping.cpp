// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/housekeeping.hpp"

#include <utility>

namespace headway::app {

Housekeeping::Housekeeping(std::function<bool()> pass, std::chrono::milliseconds interval)
    : pass_(std::move(pass)), interval_(interval), thread_([this] { run(); }) {}

Housekeeping::~Housekeeping() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

void Housekeeping::run() {
    std::unique_lock lock(mutex_);
    do {
        lock.unlock();
        const bool more = pass_();
        lock.lock();
        if (!more) wake_.wait_for(lock, interval_, [this] { return stopping_; });
    } while (!stopping_);
}

}  // namespace headway::app
