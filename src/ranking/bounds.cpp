// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranking/bounds.hpp"

#include <algorithm>
#include <cstring>
#include <functional>

namespace headway::ranking {
namespace {

/// Rows whose greatest bound is kept, so that most of them need not be looked at again.
constexpr std::size_t block = 64;

/// Four rows and codes at a time save loads.
void add_up(const JobSegment::Postings& from, const std::uint16_t* adds, std::uint16_t* bounds) {
    const auto add = [&](std::uint64_t row, std::uint64_t code) {
        bounds[row & 0xFFFFU] = static_cast<std::uint16_t>(bounds[row & 0xFFFFU] + adds[code & 0xFFU]);
    };
    std::size_t i = 0;
    for (; i + 4 <= from.size; i += 4) {
        std::uint64_t rows = 0;
        std::uint32_t codes = 0;
        std::memcpy(&rows, from.rows + i, sizeof rows);
        std::memcpy(&codes, from.codes + i, sizeof codes);
        for (unsigned k = 0; k < 4; ++k) add(rows >> (16 * k), codes >> (8 * k));
    }
    for (; i < from.size; ++i) add(from.rows[i], from.codes[i]);
}

void prefetch(const JobSegment::Postings& list) {
    const std::size_t ahead = std::min<std::size_t>(list.size, 256);
    for (std::size_t i = 0; i < ahead; i += 32) __builtin_prefetch(list.rows + i);
    for (std::size_t i = 0; i < ahead; i += 64) __builtin_prefetch(list.codes + i);
}

}  // namespace

void Bounds::sum(const JobSegment& segment, std::span<const Wanted> held) {
    bounds_.assign((segment.rows() + block - 1) / block * block, 0);
    turns_.clear();
    for (const Wanted& w : held) {
        const JobSegment::Postings list = segment.postings(w.skill, w.open);
        if (list.size == 0) continue;
        __builtin_prefetch(list.rows);
        __builtin_prefetch(list.codes);
        turns_.push_back({list, &w});
    }
    for (std::size_t i = 0; i < turns_.size(); ++i) {
        if (i + 1 < turns_.size()) prefetch(turns_[i + 1].postings);
        add_up(turns_[i].postings, turns_[i].wanted->adds.data(), bounds_.data());
    }
    find_tops();
}

void Bounds::find_tops() {
    tops_.clear();
    for (std::size_t i = 0; i < bounds_.size(); i += block) {
        std::uint16_t top = 0;
        for (std::size_t k = i; k < i + block; ++k) top = std::max(top, bounds_[k]);
        tops_.push_back(top);
    }
}

std::uint16_t Bounds::greatest() const {
    return tops_.empty() ? std::uint16_t{0} : *std::ranges::max_element(tops_);
}

std::span<const std::uint32_t> Bounds::between(std::uint32_t from, std::uint32_t below) {
    candidates_.clear();
    for (std::size_t b = 0; b < tops_.size(); ++b) {
        if (tops_[b] < from) continue;
        for (std::size_t row = b * block; row < (b + 1) * block; ++row) {
            const std::uint32_t bound = bounds_[row];
            if (bound >= from && bound < below)
                candidates_.push_back(bound << 16U | static_cast<std::uint32_t>(row));
        }
    }
    std::ranges::sort(candidates_, std::greater<>());
    return candidates_;
}

}  // namespace headway::ranking
