// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranking/job_index.hpp"

#include <algorithm>
#include <utility>

#include "ranking/query.hpp"
#include "ranking/snapshot.hpp"

namespace headway::ranking {
namespace {

/// More pending jobs than these become a segment.
constexpr std::size_t most_pending = 256;

using Pending = std::vector<std::shared_ptr<const PendingJob>>;

/// Numbers the skills of the jobs; the table is copied only when one of them is new.
void number_skills(const std::vector<JobEntry>& jobs, JobSnapshot& next) {
    std::shared_ptr<SkillNumbers> copy;
    for (const JobEntry& job : jobs) {
        for (const JobRequirement& r : job.profile.requirements) {
            for (const SkillKey key : r.any_of) {
                if ((copy ? *copy : *next.skills).find(key) != SkillNumbers::unknown) continue;
                if (!copy) copy = std::make_shared<SkillNumbers>(*next.skills);
                copy->add(key);
            }
        }
    }
    if (copy) next.skills = std::move(copy);
}

std::shared_ptr<const PendingJob> make_pending(const JobEntry& entry, const SkillNumbers& skills) {
    auto out = std::make_shared<PendingJob>();
    std::uint32_t total = 0;
    for (const JobRequirement& r : entry.profile.requirements) {
        total += r.weight;
        if (r.weight == 0) continue;
        bool again = false;
        for (const SkillKey key : r.any_of) {
            Ask& ask = out->asks.emplace_back();
            ask.skill = skills.find(key);
            ask.weight = r.weight;
            ask.needed = r.needed;
            ask.open = r.open ? 1 : 0;
            ask.partial = r.partial ? 1 : 0;
            ask.again = std::exchange(again, true) ? 1 : 0;
        }
    }
    out->asks.shrink_to_fit();
    out->job = {entry.key, entry.owner, total, out->asks};
    return out;
}

/// Ascending by key, the last of equal keys.
void put_in_order(std::vector<JobEntry>& jobs) {
    std::stable_sort(jobs.begin(), jobs.end(),
                     [](const JobEntry& a, const JobEntry& b) { return a.key < b.key; });
    auto kept = jobs.begin();
    for (auto it = jobs.begin(); it != jobs.end(); ++it) {
        if (std::next(it) != jobs.end() && std::next(it)->key == it->key) continue;
        if (kept != it) *kept = std::move(*it);
        ++kept;
    }
    jobs.erase(kept, jobs.end());
}

/// Takes away what has one of these keys, which ascend.
void take_out(JobSnapshot& next, std::span<const JobKey> keys) {
    std::erase_if(next.pending, [&](const std::shared_ptr<const PendingJob>& p) {
        return std::binary_search(keys.begin(), keys.end(), p->job.key);
    });
    for (JobPart& part : next.parts) kill(part, keys);
    std::erase_if(next.parts, [](const JobPart& p) { return p.live() == 0; });
}

void seal(JobSnapshot& next) {
    std::vector<IndexedJob> jobs;
    for (const auto& p : next.pending) jobs.push_back(p->job);
    for (JobPart& part : make_parts(jobs, next.skills->size())) next.parts.push_back(std::move(part));
    next.pending.clear();
}

}  // namespace

JobIndex::JobIndex() : now_(std::make_shared<JobSnapshot>()) {}
JobIndex::~JobIndex() = default;

std::shared_ptr<const JobSnapshot> JobIndex::now() const {
    const std::lock_guard lock(now_mutex_);
    return now_;
}

void JobIndex::publish(std::shared_ptr<const JobSnapshot> next) {
    {
        const std::lock_guard lock(now_mutex_);
        now_.swap(next);
    }
    // The state before goes away here, outside the lock, unless somebody still reads it.
}

void JobIndex::put(std::vector<JobEntry> jobs) {
    if (jobs.empty()) return;
    put_in_order(jobs);
    std::vector<JobKey> keys;
    for (const JobEntry& j : jobs) keys.push_back(j.key);
    const std::lock_guard lock(write_mutex_);
    auto next = std::make_shared<JobSnapshot>(*now());
    number_skills(jobs, *next);
    take_out(*next, keys);
    Pending added;
    for (const JobEntry& j : jobs) added.push_back(make_pending(j, *next->skills));
    const auto by_key = [](const auto& a, const auto& b) { return a->job.key < b->job.key; };
    Pending all;
    std::merge(next->pending.begin(), next->pending.end(), added.begin(), added.end(),
               std::back_inserter(all), by_key);
    next->pending = std::move(all);
    if (next->pending.size() > most_pending) seal(*next);
    publish(std::move(next));
}

void JobIndex::remove(std::span<const JobKey> keys) {
    std::vector<JobKey> sorted(keys.begin(), keys.end());
    std::sort(sorted.begin(), sorted.end());
    const std::lock_guard lock(write_mutex_);
    auto next = std::make_shared<JobSnapshot>(*now());
    take_out(*next, sorted);
    publish(std::move(next));
}

std::size_t JobIndex::size() const {
    const auto jobs = now();
    std::size_t out = jobs->pending.size();
    for (const JobPart& p : jobs->parts) out += p.live();
    return out;
}

std::size_t JobIndex::count(std::uint64_t reader) const {
    const auto jobs = now();
    std::size_t out = 0;
    for (const auto& p : jobs->pending) out += p->job.owner == 0 || p->job.owner == reader ? 1U : 0U;
    for (const JobPart& part : jobs->parts) {
        out += part.live_owned_by(0);
        if (reader != 0) out += part.live_owned_by(reader);
    }
    return out;
}

std::size_t JobIndex::memory_bytes() const {
    const auto jobs = now();
    std::size_t out = jobs->skills->memory_bytes();
    for (const auto& p : jobs->pending) out += sizeof *p + p->asks.capacity() * sizeof(Ask);
    for (const JobPart& p : jobs->parts)
        out += p.segment->memory_bytes() + (p.dead ? p.dead->capacity() * sizeof(std::uint64_t) : 0);
    return out;
}

std::vector<RankedJob> JobIndex::top(const HeldProfile& held, std::size_t k, const JobFilter& filter) const {
    const auto jobs = now();
    return JobQuery(held, *jobs, filter).top(k);
}

std::vector<std::optional<double>> JobIndex::fits(const HeldProfile& held, std::span<const JobKey> keys,
                                                  const JobFilter& filter) const {
    const auto jobs = now();
    const JobQuery query(held, *jobs, filter);
    std::vector<std::optional<double>> out;
    out.reserve(keys.size());
    for (const JobKey key : keys) out.push_back(query.fit(key));
    return out;
}

}  // namespace headway::ranking
