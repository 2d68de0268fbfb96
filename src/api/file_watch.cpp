// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/file_watch.hpp"

namespace headway::api {
namespace {

constexpr std::chrono::seconds serves{10};
constexpr std::chrono::milliseconds moment{500};

}  // namespace

FileWatch::~FileWatch() {
    if (thread_.joinable()) thread_.join();
}

void FileWatch::look() {
    auto found = store_.check();
    {
        const std::lock_guard lock(mutex_);
        found_ = std::move(found);
        found_at_ = std::chrono::steady_clock::now();
        looking_ = false;
    }
    looked_.notify_all();
}

Result<void> FileWatch::state() {
    std::unique_lock lock(mutex_);
    const bool old = !found_ || std::chrono::steady_clock::now() - found_at_ >= serves;
    if (old && !looking_) {
        if (thread_.joinable()) thread_.join();  // it has nothing left to do
        looking_ = true;
        thread_ = std::thread([this] { look(); });
    }
    if (!found_) looked_.wait_for(lock, moment, [this] { return found_.has_value(); });
    if (!found_) return fail(ErrorCode::unavailable, "they have not answered yet");
    return *found_;
}

}  // namespace headway::api
