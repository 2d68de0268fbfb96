// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "ranking/job_profile.hpp"

namespace headway::ranking {

/// One alternative of one requirement, as the job index keeps it.
struct Ask {
    std::uint32_t skill = 0;   ///< SkillNumbers
    std::uint16_t weight = 0;  ///< in weight_step
    std::uint8_t needed = 0;   ///< in level_step
    std::uint8_t open : 1 = 0;
    std::uint8_t partial : 1 = 0;
    std::uint8_t again : 1 = 0;  ///< Another alternative of the requirement before.
};
static_assert(sizeof(Ask) == 8);

/// A job in the index. Requirements without a skill or weight are only in the total.
struct IndexedJob {
    std::uint64_t key = 0;
    std::uint64_t owner = 0;
    std::uint32_t total = 0;  ///< Σ weight over all requirements
    std::span<const Ask> asks;
};

/// What a posting says of its requirement, in one byte: a class of shares times a class of needs. Together
/// they bound from above what the requirement can add to the fit.
namespace posting_code {
inline constexpr std::size_t shares = 42;
inline constexpr std::size_t needs = 6;
/// Upper ends of the classes of w / Σ w: steps of 0.006 where most shares lie, then of a tenth.
[[nodiscard]] const std::array<double, shares>& share_ends();
/// Lower ends of the classes of needed levels, in level_step.
inline constexpr std::array<std::uint8_t, needs> need_begins = {0, 64, 88, 112, 136, 168};
inline constexpr std::array<std::uint8_t, highest_needed + 1> need_classes = [] {
    std::array<std::uint8_t, highest_needed + 1> out{};
    for (std::size_t level = 0; level < out.size(); ++level) {
        while (out[level] + 1U < needs && need_begins[out[level] + 1U] <= level) ++out[level];
    }
    return out;
}();
[[nodiscard]] inline std::size_t need_class(std::uint8_t needed) {
    return need_classes[needed];
}
[[nodiscard]] std::uint8_t of(double share, std::uint8_t needed);
}  // namespace posting_code

/// Up to 65,536 jobs that never change, ordered by key, and which of them ask for what. Whoever holds it may
/// read it from any thread.
class JobSegment {
  public:
    static constexpr std::size_t most_rows = 65536;
    using Row = std::uint16_t;

    /// `jobs` ascending by key, each key once, at most most_rows; `skills` is above every skill number.
    JobSegment(std::span<const IndexedJob> jobs, std::size_t skills);

    [[nodiscard]] std::uint32_t rows() const { return static_cast<std::uint32_t>(heads_.size()); }
    [[nodiscard]] std::size_t asks() const { return asks_.size(); }
    [[nodiscard]] IndexedJob job(std::uint32_t row) const;
    [[nodiscard]] std::uint64_t key(std::uint32_t row) const { return heads_[row].key; }
    /// The row of a key, rows() when it is not here.
    [[nodiscard]] std::uint32_t find(std::uint64_t key) const;
    [[nodiscard]] std::span<const Row> owned_by(std::uint64_t owner) const;

    /// Who asks for one skill: rows, ascending, and codes beside them.
    struct Postings {
        const Row* rows = nullptr;
        const std::uint8_t* codes = nullptr;
        std::size_t size = 0;
    };
    [[nodiscard]] Postings postings(std::uint32_t skill, bool open) const;

    /// Jobs whose alternatives add up to more than an accumulator holds; they stand in no postings.
    [[nodiscard]] std::span<const Row> wide() const { return wide_; }

    /// Asks the memory for a row's head, and when that is there, for what it asks for.
    void prefetch(std::uint32_t row) const { __builtin_prefetch(&heads_.data()[row]); }
    void prefetch_asks(std::uint32_t row) const {
        const Ask* const asks = asks_.data() + heads_.data()[row].first_ask;
        __builtin_prefetch(asks);
        __builtin_prefetch(asks + 8);
        __builtin_prefetch(asks + 16);
    }

    [[nodiscard]] std::size_t memory_bytes() const;

  private:
    [[nodiscard]] static std::size_t list_of(std::uint32_t skill, bool open) {
        return std::size_t{skill} * 2 + (open ? 1 : 0);
    }
    void keep(std::span<const IndexedJob> jobs);
    void order_by_owner();
    void make_postings(std::size_t lists);
    template <class See>
    void for_each_ask(const See& see) const;

    /// One line of memory holds two.
    struct alignas(32) Head {
        std::uint64_t key = 0;
        std::uint64_t owner = 0;
        std::uint32_t total = 0;
        std::uint32_t first_ask = 0;
        std::uint32_t asks = 0;
    };
    std::vector<Head> heads_;
    std::vector<Ask> asks_;
    std::vector<Row> by_owner_, wide_;
    // Lists that are not empty: a bit each, how many there are before each word, and where each begins.
    std::vector<std::uint64_t> present_;
    std::vector<std::uint32_t> before_, begins_;
    std::vector<Row> rows_;
    std::vector<std::uint8_t> codes_;
};

/// What one posting can add at most is counted in parts of 1/8192 of the whole fit, so that a job's postings
/// stay below the 65536 / 8192 that an accumulator of 16 bits holds.
inline constexpr double bound_unit = 8192;
inline constexpr double widest = 7.5;

}  // namespace headway::ranking
