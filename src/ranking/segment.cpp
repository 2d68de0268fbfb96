// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranking/segment.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "ranking/held_profile.hpp"

namespace headway::ranking {
namespace posting_code {
namespace {

std::array<double, shares> make_share_ends() {
    std::array<double, shares> out{};
    for (std::size_t i = 0; i < 20; ++i) out[i] = 0.006 * static_cast<double>(i + 1);
    const double growth = std::pow(1 / out[19], 1.0 / 22);
    for (std::size_t i = 20; i < shares; ++i) out[i] = out[i - 1] * growth;
    out[shares - 1] = 1;
    return out;
}

}  // namespace

const std::array<double, shares>& share_ends() {
    static const std::array<double, shares> ends = make_share_ends();
    return ends;
}

std::uint8_t of(double share, std::uint8_t needed) {
    const auto& ends = share_ends();
    const auto s = std::min<std::ptrdiff_t>(std::lower_bound(ends.begin(), ends.end(), share) - ends.begin(),
                                            shares - 1);
    return static_cast<std::uint8_t>(need_class(needed) * shares + static_cast<std::size_t>(s));
}

}  // namespace posting_code

namespace {

/// Share of the whole that an alternative can bring.
double share(const Ask& ask, std::uint32_t total) {
    return ask.weight * (ask.partial != 0 ? partial_share : 1.0) / total;
}

/// What a job's postings can add up to, if every alternative of every requirement is held.
double widest_sum(const IndexedJob& job) {
    double sum = 0;
    for (const Ask& a : job.asks) {
        const auto code = posting_code::of(share(a, job.total), a.needed);
        sum += posting_code::share_ends()[code % posting_code::shares] + 1 / bound_unit;
    }
    return sum;
}

template <class T>
std::size_t bytes_of(const std::vector<T>& v) {
    return v.capacity() * sizeof(T);
}

}  // namespace

JobSegment::JobSegment(std::span<const IndexedJob> jobs, std::size_t skills) {
    keep(jobs);
    order_by_owner();
    make_postings(2 * skills);
}

void JobSegment::keep(std::span<const IndexedJob> jobs) {
    std::size_t asks = 0;
    for (const IndexedJob& j : jobs) asks += j.asks.size();
    heads_.reserve(jobs.size());
    asks_.reserve(asks);
    for (const IndexedJob& j : jobs) {
        heads_.push_back({j.key, j.owner, j.total, static_cast<std::uint32_t>(asks_.size()),
                          static_cast<std::uint32_t>(j.asks.size())});
        asks_.insert(asks_.end(), j.asks.begin(), j.asks.end());
    }
}

void JobSegment::order_by_owner() {
    by_owner_.resize(rows());
    std::iota(by_owner_.begin(), by_owner_.end(), Row{0});
    std::stable_sort(by_owner_.begin(), by_owner_.end(),
                     [&](Row a, Row b) { return heads_[a].owner < heads_[b].owner; });
}

/// Every alternative of the jobs that stand in lists, by row.
template <class See>
void JobSegment::for_each_ask(const See& see) const {
    for (std::uint32_t row = 0; row < rows(); ++row) {
        if (std::binary_search(wide_.begin(), wide_.end(), row)) continue;
        const IndexedJob j = job(row);
        for (const Ask& a : j.asks) see(row, a, j.total);
    }
}

void JobSegment::make_postings(std::size_t lists) {
    for (std::uint32_t row = 0; row < rows(); ++row) {
        if (widest_sum(job(row)) > widest) wide_.push_back(static_cast<Row>(row));
    }
    std::vector<std::uint32_t> count(lists);
    for_each_ask([&](std::uint32_t, const Ask& a, std::uint32_t) { ++count[list_of(a.skill, a.open != 0)]; });
    present_.resize(lists / 64 + 1);
    before_.reserve(present_.size());
    std::uint32_t all = 0;
    for (std::size_t list = 0; list < lists; ++list) {
        if (list % 64 == 0) before_.push_back(static_cast<std::uint32_t>(begins_.size()));
        if (count[list] == 0) continue;
        present_[list / 64] |= std::uint64_t{1} << (list % 64);
        begins_.push_back(all);
        all += std::exchange(count[list], all);
    }
    before_.resize(present_.size(), static_cast<std::uint32_t>(begins_.size()));
    begins_.push_back(all);
    begins_.shrink_to_fit();
    rows_.resize(all);
    codes_.resize(all);
    for_each_ask([&](std::uint32_t row, const Ask& a, std::uint32_t total) {
        const std::uint32_t at = count[list_of(a.skill, a.open != 0)]++;
        rows_[at] = static_cast<Row>(row);
        codes_[at] = posting_code::of(share(a, total), a.needed);
    });
}

IndexedJob JobSegment::job(std::uint32_t row) const {
    const Head& h = heads_[row];
    return {h.key, h.owner, h.total, std::span(asks_).subspan(h.first_ask, h.asks)};
}

std::uint32_t JobSegment::find(std::uint64_t key) const {
    const auto found = std::lower_bound(heads_.begin(), heads_.end(), key,
                                        [](const Head& h, std::uint64_t k) { return h.key < k; });
    return found != heads_.end() && found->key == key ? static_cast<std::uint32_t>(found - heads_.begin())
                                                      : rows();
}

std::span<const JobSegment::Row> JobSegment::owned_by(std::uint64_t owner) const {
    const auto first = std::lower_bound(by_owner_.begin(), by_owner_.end(), owner,
                                        [&](Row r, std::uint64_t o) { return heads_[r].owner < o; });
    const auto last = std::upper_bound(first, by_owner_.end(), owner,
                                       [&](std::uint64_t o, Row r) { return o < heads_[r].owner; });
    return {first, last};
}

JobSegment::Postings JobSegment::postings(std::uint32_t skill, bool open) const {
    const std::size_t list = list_of(skill, open);
    const std::size_t word = list / 64;
    if (word >= present_.size()) return {};
    const std::uint64_t bit = std::uint64_t{1} << (list % 64);
    if ((present_[word] & bit) == 0) return {};
    const std::size_t at =
        before_[word] + static_cast<std::size_t>(std::popcount(present_[word] & (bit - 1)));
    const std::uint32_t begin = begins_[at];
    return {rows_.data() + begin, codes_.data() + begin, begins_[at + 1] - begin};
}

std::size_t JobSegment::memory_bytes() const {
    return sizeof *this + bytes_of(heads_) + bytes_of(asks_) + bytes_of(by_owner_) + bytes_of(wide_) +
           bytes_of(present_) + bytes_of(before_) + bytes_of(begins_) + bytes_of(rows_) + bytes_of(codes_);
}

}  // namespace headway::ranking
