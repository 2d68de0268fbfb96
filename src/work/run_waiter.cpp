// SPDX-License-Identifier: GPL-3.0-or-later
#include "work/run_waiter.hpp"

namespace headway::work {
namespace {

constexpr int most_waiting = 12;

}  // namespace

RunWaiter::RunWaiter(sql::Database& database, std::chrono::milliseconds patience)
    : database_(database), patience_(patience) {
    listener_ = database.listen(store::runs_channel, [this](std::string_view) {
        {
            const std::lock_guard lock(mutex_);
            ++news_;
        }
        wake_.notify_all();
    });
}

Result<std::optional<store::Run>> RunWaiter::wait(const std::string& owner, const std::string& run_id,
                                                  std::chrono::milliseconds most) {
    const auto until = std::chrono::steady_clock::now() + most;
    while (true) {
        std::uint64_t seen = 0;
        {
            const std::lock_guard lock(mutex_);
            seen = news_;
        }
        auto run = database_.read([&](sql::Connection& c) { return store::find_run(c, owner, run_id); });
        if (!run || !*run) return run;
        if ((*run)->state != "queued" && (*run)->state != "running") return run;
        std::unique_lock lock(mutex_);
        if (waiting_ >= most_waiting) return run;
        ++waiting_;
        const bool news = wake_.wait_until(lock, until, [&] { return news_ != seen; });
        --waiting_;
        if (!news) return run;
    }
}

}  // namespace headway::work
