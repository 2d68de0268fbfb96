// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranking/query.hpp"

#include <algorithm>
#include <cmath>
#include <system_error>
#include <thread>

#include "ranking/fit.hpp"

namespace headway::ranking {
namespace {

constexpr double bounds_a_point = bound_unit / 100;
/// Scoring a row by itself takes as long as adding up this many.
constexpr std::size_t rows_worth_one = 64;
/// Beginning a thread takes as long as ranking a fifth of a full part.
constexpr std::size_t parts_a_thread = 4;
constexpr std::size_t most_threads = 4;

bool better(const RankedJob& a, const RankedJob& b) {
    return a.fit != b.fit ? a.fit > b.fit : a.key < b.key;
}

}  // namespace

void BestJobs::offer(RankedJob job) {
    if (k_ == 0) return;
    if (full()) {
        if (!better(job, last())) return;
        std::pop_heap(jobs_.begin(), jobs_.end(), better);
        jobs_.back() = job;
    } else {
        jobs_.push_back(job);
    }
    std::push_heap(jobs_.begin(), jobs_.end(), better);
}

std::vector<RankedJob> BestJobs::take() {
    std::sort_heap(jobs_.begin(), jobs_.end(), better);
    return std::move(jobs_);
}

JobQuery::JobQuery(const HeldProfile& held, const JobSnapshot& jobs, const JobFilter& filter)
    : held_(held), jobs_(jobs), filter_(filter), held_at_(jobs.skills->size()) {
    for (std::size_t i = 0; i < held.size(); ++i) {
        const std::uint32_t number = jobs.skills->find(held.skill(i));
        if (number != SkillNumbers::unknown) held_at_[number] = static_cast<std::uint32_t>(i + 1);
    }
}

double JobQuery::coverage(const Ask& ask) const {
    const std::uint32_t at = held_at_[ask.skill];
    return at == 0 ? 0 : held_.coverage(at - 1, ask.needed, ask.open != 0, ask.partial != 0);
}

double JobQuery::fit(const IndexedJob& job) const {
    FitSum sum;
    for (std::size_t i = 0; i < job.asks.size();) {
        const std::uint16_t weight = job.asks[i].weight;
        double best = 0;
        do {
            best = std::max(best, coverage(job.asks[i]));
        } while (++i < job.asks.size() && job.asks[i].again != 0);
        sum.add(weight, best);
    }
    return sum.fit(job.total);
}

/// From above as the postings do it, but with the job's own shares and the best of alternatives: rules out
/// most candidates without a division.
bool JobQuery::can_reach(const IndexedJob& job, double wanted) const {
    const std::uint32_t* const at = held_at_.data();
    float sum = 0;
    float best = 0;
    float weight = 0;
    for (const Ask& ask : job.asks) {
        if (ask.again == 0) {
            sum += weight * best;
            best = 0;
            weight = ask.weight;
        }
        const std::uint32_t held = at[ask.skill];
        if (held == 0) continue;
        const Wanted& w = wanted_.data()[wanted_at_.data()[held - 1] + ask.open];
        const float part = ask.partial != 0 ? static_cast<float>(partial_share) : 1.0F;
        best = std::max(best, part * w.covered[posting_code::need_class(ask.needed)]);
    }
    sum += weight * best;
    // A float sum of up to 1,024 terms is off by less than this.
    return 100.0 * sum * (1 + 1e-3) >= wanted * job.total;
}

bool JobQuery::visible(const IndexedJob& job) const {
    if (filter_.reader && job.owner != 0 && job.owner != *filter_.reader) return false;
    return !filter_.accept || filter_.accept(job.key);
}

void JobQuery::offer(const IndexedJob& job, BestJobs& best) const {
    const RankedJob ranked{job.key, fit(job)};
    if (filter_.after && !better(*filter_.after, ranked)) return;
    best.offer(ranked);
}

void JobQuery::offer(const JobPart& part, std::uint32_t row, BestJobs& best) const {
    if (part.is_dead(row)) return;
    const IndexedJob job = part.segment->job(row);
    if (best.full() && !can_reach(job, best.last().fit)) return;
    if (visible(job)) offer(job, best);
}

void JobQuery::want(std::size_t held, std::uint32_t skill) {
    const double* const ends = posting_code::share_ends().data();
    wanted_at_[held] = static_cast<std::uint32_t>(wanted_.size());
    for (const bool open : {false, true}) {
        Wanted& w = wanted_.emplace_back();
        w.skill = skill;
        w.open = open;
        for (std::size_t n = 0; n < posting_code::needs; ++n) {
            // What is asked of a part of it weighs less already.
            const double covered = held_.coverage(held, posting_code::need_begins[n], open, false);
            w.covered[n] = static_cast<float>(covered * (1 + 1e-6));
            if (covered <= 0) continue;
            // To the next whole above, and a little for the rounding of the exact sum.
            std::uint16_t* const adds = w.adds.data() + n * posting_code::shares;
            for (std::size_t s = 0; s < posting_code::shares; ++s)
                adds[s] = static_cast<std::uint16_t>(
                    static_cast<std::int32_t>(covered * bound_unit * ends[s] + 1e-3) + 1);
        }
    }
}

bool JobQuery::few_visible(const JobPart& part) const {
    if (!filter_.reader) return false;
    std::size_t count = part.segment->owned_by(0).size();
    if (*filter_.reader != 0) count += part.segment->owned_by(*filter_.reader).size();
    return count * rows_worth_one <= part.segment->rows();
}

void JobQuery::rank_visible(const JobPart& part, BestJobs& best) const {
    for (const auto row : part.segment->owned_by(0)) offer(part, row, best);
    if (*filter_.reader == 0) return;
    for (const auto row : part.segment->owned_by(*filter_.reader)) offer(part, row, best);
}

/// In bands of falling bounds, so that few are put in order and fewer computed.
void JobQuery::rank(const JobPart& part, BestJobs& best, Bounds& bounds) const {
    bounds.sum(*part.segment, wanted_);
    for (const auto row : part.segment->wide()) offer(part, row, best);
    std::uint32_t below = std::uint32_t{bounds.greatest()} + 1;
    while (below > 1) {
        std::uint32_t least = 1;
        if (best.full())
            least = std::max(least, static_cast<std::uint32_t>(best.last().fit * bounds_a_point));
        if (below <= least) return;
        const std::uint32_t from = std::max(least, (below - 1) * 7 / 8);
        const std::span<const std::uint32_t> candidates = bounds.between(from, below);
        const std::size_t count = candidates.size();
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint32_t c = candidates[i];
            if (best.full() && (c >> 16U) < best.last().fit * bounds_a_point) return;
            if (i + 16 < count) part.segment->prefetch(candidates[i + 16] & 0xFFFFU);
            if (i + 8 < count) part.segment->prefetch_asks(candidates[i + 8] & 0xFFFFU);
            offer(part, c & 0xFFFFU, best);
        }
        below = from;
    }
}

/// Jobs without anything in common, the lowest keys first, where there is room for them.
void JobQuery::fill_with_nothing(const JobPart& part, BestJobs& best) const {
    const auto wide = part.segment->wide();
    for (std::uint32_t row = 0; row < part.segment->rows(); ++row) {
        if (best.full() && (best.last().fit > 0 || best.last().key < part.segment->key(row))) return;
        if (part.is_dead(row) || std::binary_search(wide.begin(), wide.end(), row)) continue;
        const IndexedJob job = part.segment->job(row);
        if (fit(job) == 0 && visible(job)) offer(job, best);
    }
}

/// Takes parts that nobody has taken until there are none.
void JobQuery::rank_from(std::atomic<std::size_t>& next, BestJobs& best) const {
    Bounds bounds;
    for (std::size_t i = next++; i < jobs_.parts.size(); i = next++) {
        const JobPart& part = jobs_.parts[i];
        if (few_visible(part)) {
            rank_visible(part, best);
        } else {
            rank(part, best, bounds);
        }
    }
}

void JobQuery::rank_parts(BestJobs& best) const {
    const std::size_t cores = std::min<std::size_t>(most_threads, std::thread::hardware_concurrency());
    const std::size_t threads = std::min(cores, jobs_.parts.size() / parts_a_thread);
    std::atomic<std::size_t> next{0};
    std::vector<BestJobs> found(threads > 1 ? threads - 1 : 0, BestJobs(best.size()));
    {
        std::vector<std::jthread> others;
        try {
            for (BestJobs& b : found) others.emplace_back([&] { rank_from(next, b); });
        } catch (const std::system_error&) {
            // No more threads are to be had: those that are there do it all.
        }
        rank_from(next, best);
    }
    for (BestJobs& b : found) {
        for (const RankedJob& job : b.take()) best.offer(job);
    }
}

std::vector<RankedJob> JobQuery::top(std::size_t k) {
    BestJobs best(k);
    if (k == 0) return {};
    wanted_.reserve(2 * held_.size());
    wanted_at_.resize(held_.size());
    for (std::uint32_t number = 0; number < held_at_.size(); ++number) {
        if (held_at_[number] != 0) want(held_at_[number] - 1, number);
    }
    for (const auto& p : jobs_.pending) {
        if (visible(p->job)) offer(p->job, best);
    }
    rank_parts(best);
    for (const JobPart& part : jobs_.parts) {
        if (!few_visible(part)) fill_with_nothing(part, best);
    }
    return best.take();
}

std::optional<double> JobQuery::fit(JobKey key) const {
    const auto pending =
        std::lower_bound(jobs_.pending.begin(), jobs_.pending.end(), key,
                         [](const std::shared_ptr<const PendingJob>& p, JobKey k) { return p->job.key < k; });
    if (pending != jobs_.pending.end() && (*pending)->job.key == key)
        return visible((*pending)->job) ? std::optional(fit((*pending)->job)) : std::nullopt;
    for (const JobPart& part : jobs_.parts) {
        const std::uint32_t row = part.segment->find(key);
        if (row == part.segment->rows() || part.is_dead(row)) continue;
        const IndexedJob job = part.segment->job(row);
        return visible(job) ? std::optional(fit(job)) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace headway::ranking
