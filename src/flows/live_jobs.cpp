// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/live_jobs.hpp"

#include <algorithm>
#include <chrono>
#include <unordered_set>
#include <utility>

#include "base/hash.hpp"
#include "flows/stored_profile.hpp"
#include "store/jobs.hpp"

namespace headway::flows {
namespace {

constexpr std::size_t rows_a_time = 2000;
constexpr std::chrono::seconds retry_after{1};
constexpr std::chrono::seconds longest_wait{10};

}  // namespace

LiveJobs::LiveJobs(sql::Database& database, const Knowledge& knowledge)
    : database_(database), knowledge_(knowledge) {}

void LiveJobs::start() {
    const std::lock_guard lock(news_mutex_);
    if (keeper_.joinable()) return;
    listener_ = database_.listen(store::jobs_channel, [this](std::string_view id) { hear(id); });
    keeper_ = std::thread([this] { keep(); });
}

bool LiveJobs::started() const {
    const std::lock_guard lock(news_mutex_);
    return keeper_.joinable();
}

LiveJobs::~LiveJobs() {
    {
        const std::lock_guard lock(news_mutex_);
        stop_ = true;
    }
    wake_.notify_all();
    if (keeper_.joinable()) keeper_.join();
}

void LiveJobs::hear(std::string_view job_id) {
    {
        const std::lock_guard lock(news_mutex_);
        if (job_id.empty()) {
            all_news_ = true;
        } else {
            news_.emplace_back(job_id);
        }
    }
    wake_.notify_all();
}

void LiveJobs::changed(std::string_view job_id) {
    hear(job_id);
}

Result<void> LiveJobs::refresh() {
    start();
    {
        std::unique_lock lock(news_mutex_);
        if (!wake_.wait_for(lock, longest_wait, [this] { return built_; }))
            return fail(ErrorCode::unavailable, "the jobs are still being read", {}, "Try again in a moment");
    }
    return read_news();
}

Result<void> LiveJobs::read_news() {
    const std::lock_guard reading(reading_mutex_);
    std::vector<std::string> ids;
    {
        const std::lock_guard lock(news_mutex_);
        ids.swap(news_);
    }
    auto done = read_some(ids);
    if (!done) {
        const std::lock_guard lock(news_mutex_);
        news_.insert(news_.end(), ids.begin(), ids.end());
    }
    return done;
}

/// Page by page, so that nobody waits for more than one.
Result<void> LiveJobs::read_all() {
    std::unordered_set<ranking::JobKey> seen;
    std::string after;
    while (true) {
        const std::lock_guard reading(reading_mutex_);
        auto rows = database_.read(
            [&](sql::Connection& c) { return store::list_job_profiles(c, after, rows_a_time); });
        if (!rows) return pass_on(rows);
        if (rows->empty()) break;
        after = rows->back().id;
        const auto keys = take(std::move(*rows));
        seen.insert(keys.begin(), keys.end());
    }
    std::vector<std::string> unseen;
    {
        const std::shared_lock lock(keys_mutex_);
        for (const ranking::JobKey k : keys_.all()) {
            if (!seen.contains(k)) unseen.push_back(*keys_.id(k));
        }
    }
    // Gone, or added behind the page that was being read.
    const std::lock_guard reading(reading_mutex_);
    return read_some(unseen);
}

Result<void> LiveJobs::read_some(const std::vector<std::string>& ids) {
    if (ids.empty()) return {};
    std::vector<ranking::JobKey> gone;
    auto rows = database_.read([&](sql::Connection& c) -> Result<std::vector<store::JobProfileRow>> {
        std::vector<store::JobProfileRow> out;
        gone.clear();
        for (const std::string& id : ids) {
            auto row = store::find_job_profile(c, id);
            if (!row) return pass_on(row);
            if (*row) {
                out.push_back(std::move(**row));
            } else if (const auto there = key(id)) {
                gone.push_back(*there);
            }
        }
        return out;
    });
    if (!rows) return pass_on(rows);
    take(std::move(*rows));
    index_.remove(gone);
    const std::unique_lock lock(keys_mutex_);
    for (const ranking::JobKey k : gone) keys_.remove(k);
    return {};
}

std::vector<ranking::JobKey> LiveJobs::take(std::vector<store::JobProfileRow> rows) {
    std::vector<ranking::JobKey> out;
    std::vector<ranking::JobEntry> entries;
    std::vector<ranking::JobKey> silent;
    std::vector<std::string> stale;
    for (store::JobProfileRow& row : rows) {
        StoredProfile stored = profile_from_store(knowledge_, row.profile.value);
        if (!stored.current) stale.push_back(row.id);
        const std::unique_lock lock(keys_mutex_);
        const auto made = keys_.add(row.id);
        if (!made) continue;
        out.push_back(*made);
        // What asks for nothing fits nobody, and is not ranked.
        if (stored.current && stored.profile.requirements.empty()) {
            silent.push_back(*made);
            continue;
        }
        entries.push_back({*made, row.published ? 0 : owner_key(row.owner_id), std::move(stored.profile)});
    }
    index_.remove(silent);
    index_.put(std::move(entries));
    const std::lock_guard lock(news_mutex_);
    stale_.insert(stale_.end(), stale.begin(), stale.end());
    return out;
}

std::uint64_t LiveJobs::owner_key(std::string_view user_id) {
    return std::max<std::uint64_t>(hash64(user_id), 1);
}

std::optional<ranking::JobKey> LiveJobs::key(std::string_view job_id) const {
    const std::shared_lock lock(keys_mutex_);
    return keys_.find(job_id);
}

std::optional<std::string> LiveJobs::id(ranking::JobKey key) const {
    const std::shared_lock lock(keys_mutex_);
    return keys_.id(key);
}

std::size_t LiveJobs::stale() const {
    const std::lock_guard lock(news_mutex_);
    return stale_.size();
}

/// False when it is time to stop. Comes back at once while jobs wait to be read anew.
bool LiveJobs::wait_for_news() {
    std::unique_lock lock(news_mutex_);
    wake_.wait(lock, [this] { return stop_ || all_news_ || !news_.empty() || !stale_.empty(); });
    return !stop_;
}

Result<void> LiveJobs::catch_up() {
    bool all = false;
    {
        const std::lock_guard lock(news_mutex_);
        all = std::exchange(all_news_, false);
    }
    if (all) {
        auto done = read_all();
        const std::lock_guard lock(news_mutex_);
        all_news_ = all_news_ || !done;
        if (!done) return done;
        built_ = true;
    }
    if (all) wake_.notify_all();
    return read_news();
}

void LiveJobs::keep() {
    while (wait_for_news()) {
        auto done = catch_up();
        while (done && index_.tidy()) {
        }
        if (done) done = renew_one();
        if (done) continue;
        // The database cannot be reached: whoever asks is told so; here it is tried again a little later.
        std::unique_lock lock(news_mutex_);
        wake_.wait_for(lock, retry_after, [this] { return stop_; });
    }
}

Result<void> LiveJobs::renew_one() {
    std::string id;
    {
        const std::lock_guard lock(news_mutex_);
        if (stale_.empty()) return {};
        id = stale_.front();
    }
    if (auto done = renew(id); !done) return done;
    const std::lock_guard lock(news_mutex_);
    stale_.pop_front();
    return {};
}

/// Reads one job anew, unless somebody else was faster.
Result<void> LiveJobs::renew(const std::string& id) {
    auto row = database_.read([&](sql::Connection& c) { return store::find_job_profile(c, id); });
    if (!row) return pass_on(row);
    if (!*row || profile_from_store(knowledge_, (*row)->profile.value).current) return {};
    const auto job =
        database_.read([&](sql::Connection& c) { return store::find_job(c, (*row)->owner_id, id); });
    if (!job) return std::unexpected(job.error());
    if (!*job || (*job)->version != (*row)->version) return {};
    const ReadJob read = read_job(knowledge_, **job, {});
    (*row)->profile.value = profile_to_store(knowledge_, make_profile(knowledge_, read));
    const auto requirements = static_cast<std::int64_t>(read.job.requirements.size());
    const auto renewed =
        database_.write([&](sql::Connection& c) { return store::renew_job_profile(c, **row, requirements); });
    if (!renewed) return std::unexpected(renewed.error());
    changed(id);
    return {};
}

}  // namespace headway::flows
