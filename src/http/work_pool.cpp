// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/work_pool.hpp"

#include <utility>

namespace headway::http {

WorkPool::WorkPool(int threads, std::size_t queue) : limit_(queue) {
    threads_.reserve(static_cast<std::size_t>(threads));
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

WorkPool::~WorkPool() {
    stop();
}

bool WorkPool::submit(Job job) {
    {
        const std::lock_guard lock(mutex_);
        if (stopped_ || jobs_.size() >= limit_) return false;
        jobs_.push_back(std::move(job));
        if (!start_waking()) return true;
    }
    has_work_.notify_one();
    return true;
}

bool WorkPool::start_waking() {
    if (idle_ == 0 || waking_) return false;
    waking_ = true;
    return true;
}

void WorkPool::close() {
    {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
    }
    has_work_.notify_all();
}

void WorkPool::stop() {
    close();
    std::deque<Job> dropped;
    {
        const std::lock_guard lock(mutex_);
        dropped.swap(jobs_);
    }
    for (std::thread& thread : threads_) {
        if (thread.joinable()) thread.join();
    }
}

std::size_t WorkPool::waiting() const {
    const std::lock_guard lock(mutex_);
    return jobs_.size();
}

void WorkPool::work() {
    for (;;) {
        Job job;
        {
            std::unique_lock lock(mutex_);
            while (!stopped_ && jobs_.empty()) {
                ++idle_;
                has_work_.wait(lock);
                --idle_;
                waking_ = false;
            }
            if (stopped_) return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
            if (!jobs_.empty() && start_waking()) has_work_.notify_one();
        }
        job();
    }
}

}  // namespace headway::http
