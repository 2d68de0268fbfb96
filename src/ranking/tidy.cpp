// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <numeric>
#include <optional>

#include "ranking/job_index.hpp"
#include "ranking/snapshot.hpp"

namespace headway::ranking {
namespace {

/// Alternatives in one segment, so that its tables stay in bounds whatever the jobs are.
constexpr std::size_t most_asks = std::size_t{1} << 27U;
/// Parts below a size come together when there are this many of them.
constexpr std::size_t many = 8;
constexpr std::array<std::size_t, 3> sizes = {2048, 16384, JobSegment::most_rows};

/// The living jobs of these parts, by key.
std::vector<IndexedJob> living(const std::vector<JobPart>& parts, std::span<const std::size_t> chosen) {
    std::vector<IndexedJob> out;
    for (const std::size_t p : chosen) {
        for (std::uint32_t row = 0; row < parts[p].segment->rows(); ++row) {
            if (!parts[p].is_dead(row)) out.push_back(parts[p].segment->job(row));
        }
    }
    std::sort(out.begin(), out.end(), [](const IndexedJob& a, const IndexedJob& b) { return a.key < b.key; });
    return out;
}

/// Keys that were alive in `before` and are dead in `after`, which has the same segment; ascending.
std::vector<JobKey> died_since(const JobPart& before, const JobPart& after) {
    std::vector<JobKey> out;
    if (before.dead == after.dead) return out;
    for (std::uint32_t row = 0; row < before.segment->rows(); ++row) {
        if (after.is_dead(row) && !before.is_dead(row)) out.push_back(before.segment->key(row));
    }
    return out;
}

}  // namespace

void kill(JobPart& part, std::span<const JobKey> keys) {
    std::optional<std::vector<std::uint64_t>> dead;
    for (const JobKey key : keys) {
        const std::uint32_t row = part.segment->find(key);
        if (row == part.segment->rows() || part.is_dead(row)) continue;
        if (dead && ((*dead)[row / 64] >> (row % 64) & 1U) != 0) continue;
        if (!dead) {
            dead = part.dead ? *part.dead : std::vector<std::uint64_t>((part.segment->rows() + 63) / 64);
        }
        (*dead)[row / 64] |= std::uint64_t{1} << (row % 64);
        ++part.dead_count;
    }
    if (dead) part.dead = std::make_shared<const std::vector<std::uint64_t>>(std::move(*dead));
}

std::vector<JobPart> make_parts(std::span<const IndexedJob> jobs, std::size_t skills) {
    std::vector<JobPart> out;
    while (!jobs.empty()) {
        std::size_t count = 0;
        for (std::size_t asks = 0; count < std::min(jobs.size(), JobSegment::most_rows); ++count) {
            asks += jobs[count].asks.size();
            if (count > 0 && asks > most_asks) break;
        }
        JobPart& part = out.emplace_back();
        part.segment = std::make_shared<const JobSegment>(jobs.first(count), skills);
        jobs = jobs.subspan(count);
    }
    return out;
}

/// A part of which a quarter is dead is made anew; else, from the smallest size up, parts below that size
/// come together when there are many or when they fill three quarters of a segment.
std::vector<std::size_t> parts_to_merge(const std::vector<JobPart>& parts) {
    for (std::size_t p = 0; p < parts.size(); ++p) {
        if (std::size_t{4} * parts[p].dead_count >= parts[p].segment->rows()) return {p};
    }
    std::vector<std::size_t> by_size(parts.size());
    std::iota(by_size.begin(), by_size.end(), std::size_t{0});
    std::stable_sort(by_size.begin(), by_size.end(),
                     [&](std::size_t a, std::size_t b) { return parts[a].live() < parts[b].live(); });
    for (const std::size_t size : sizes) {
        std::vector<std::size_t> out;
        std::size_t jobs = 0;
        std::size_t asks = 0;
        for (const std::size_t p : by_size) {
            jobs += parts[p].live();
            asks += parts[p].segment->asks();
            if (parts[p].live() >= size || jobs > JobSegment::most_rows || asks > most_asks) break;
            out.push_back(p);
        }
        std::size_t live = 0;
        for (const std::size_t p : out) live += parts[p].live();
        if (out.size() >= many || (out.size() >= 2 && live * 4 >= JobSegment::most_rows * 3)) return out;
    }
    return {};
}

bool JobIndex::tidy() {
    const std::lock_guard only_one(tidy_mutex_);
    const auto before = now();
    const std::vector<std::size_t> chosen = parts_to_merge(before->parts);
    if (chosen.empty()) return false;
    // The long part, while others read and write. Only tidy() takes parts away that have living jobs.
    std::vector<JobPart> made = make_parts(living(before->parts, chosen), before->skills->size());

    const std::lock_guard lock(write_mutex_);
    auto next = std::make_shared<JobSnapshot>(*now());
    for (const std::size_t p : chosen) {
        const JobPart& old = before->parts[p];
        const auto there = std::find_if(next->parts.begin(), next->parts.end(),
                                        [&](const JobPart& part) { return part.segment == old.segment; });
        // A part that is gone by now lost its last jobs meanwhile: all that lived in it died.
        JobPart all_dead = old;
        all_dead.dead = std::make_shared<const std::vector<std::uint64_t>>((old.segment->rows() + 63) / 64,
                                                                           ~std::uint64_t{0});
        const auto died = died_since(old, there == next->parts.end() ? all_dead : *there);
        for (JobPart& m : made) kill(m, died);
        if (there != next->parts.end()) next->parts.erase(there);
    }
    std::erase_if(made, [](const JobPart& p) { return p.live() == 0; });
    next->parts.insert(next->parts.end(), made.begin(), made.end());
    publish(std::move(next));
    return true;
}

}  // namespace headway::ranking
