// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"

namespace headway::calendar {

/// How a task repeats: a subset of an RFC 5545 RRULE. Parts in this order: FREQ (DAILY, WEEKLY, MONTHLY,
/// YEARLY), INTERVAL (1–99), BYDAY (weekly only, days without ordinals), then COUNT (1–999) or UNTIL (a date,
/// included). Weeks begin on Monday. The first occurrence is always the day it starts on; months and years
/// that lack the day are skipped.
class Recurrence {
  public:
    /// `invalid` for anything outside the subset, saying what was expected.
    [[nodiscard]] static Result<Recurrence> parse(std::string_view rule);

    [[nodiscard]] const std::string& text() const { return text_; }

    /// Occurrences in [from, to], ascending, at most `most`. Costs what lies in the window, and with a COUNT
    /// what lies before it.
    [[nodiscard]] std::vector<Date> days(Date start, Date from, Date to, std::size_t most) const;

    /// What is left once the occurrence on `start` is done: the day of the next one and the rule from there
    /// (COUNT is one less). None when it was the last.
    struct Next;
    [[nodiscard]] std::optional<Next> next(Date start) const;

  private:
    enum class Every : std::uint8_t { day, week, month, year };

    /// Appends the days of period number `n` behind that of `start` (its n-th day, week, …), ascending.
    void add_period(Date start, std::int64_t n, std::vector<Date>& out) const;
    /// The last period that ends before `day` or holds it; not below 0.
    [[nodiscard]] std::int64_t period_of(Date start, Date day) const;
    /// Whether no period from `n` on can hold a day that counts.
    [[nodiscard]] bool ends_before(Date start, std::int64_t n, Date last) const;

    std::string text_;
    Every every_ = Every::day;
    int interval_ = 1;
    std::vector<int> weekdays_;  ///< 0 Monday … 6 Sunday, ascending; empty: that of the start.
    std::optional<int> count_;
    std::optional<Date> until_;
};

struct Recurrence::Next {
    Date day;
    Recurrence rule;
};

}  // namespace headway::calendar
