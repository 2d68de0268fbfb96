// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/schedule.hpp"

#include <algorithm>
#include <cmath>

namespace headway::career {
namespace {

constexpr double tiny = 1e-9;  // days; keeps a piece that fills its day from reaching into the next

/// 0 Monday … 6 Sunday.
int weekday_of(Date day) {
    return ((day.days + 3) % 7 + 7) % 7;  // day 0 was a Thursday
}

/// The days from the first one on that carry work, counted from 0.
class WorkingDays {
  public:
    WorkingDays(Date first, const Weekdays& weekdays) : first_(first) {
        for (int i = 0; i < 7; ++i) {
            if (weekdays[static_cast<std::size_t>(weekday_of(first + std::chrono::days(i)))])
                offsets_.push_back(i);
        }
    }
    [[nodiscard]] int a_week() const { return static_cast<int>(offsets_.size()); }
    [[nodiscard]] Date operator[](int n) const {
        const int within = offsets_[static_cast<std::size_t>(n % a_week())];
        return first_ + std::chrono::days(n / a_week() * 7 + within);
    }

  private:
    Date first_;
    std::vector<int> offsets_;
};

/// What lies between two points, in working days, by weeks.
std::vector<WeekShare> shares(const WorkingDays& days, double from, double until, double daily) {
    std::vector<WeekShare> out;
    for (int n = static_cast<int>(std::floor(from + tiny)); n < until - tiny; ++n) {
        const Date monday = days[n] + std::chrono::days(-weekday_of(days[n]));
        if (out.empty() || out.back().monday != monday) out.push_back({monday, 0});
        out.back().hours += (std::min(until, n + 1.0) - std::max(from, static_cast<double>(n))) * daily;
    }
    return out;
}

}  // namespace

std::vector<Slot> schedule(std::span<const double> hours, int weekly_hours, const Weekdays& weekdays,
                           Date first_day, std::optional<Date> deadline) {
    std::vector<Slot> out;
    const WorkingDays days(first_day, weekdays);
    if (weekly_hours <= 0 || days.a_week() == 0) return out;
    const double daily = weekly_hours / static_cast<double>(days.a_week());
    double used = 0;  // working days since the first one
    for (std::uint32_t i = 0; i < hours.size(); ++i) {
        const double until = used + std::max(hours[i], 0.0) / daily;
        Slot slot;
        slot.item = i;
        slot.start = days[static_cast<int>(std::floor(used + tiny))];
        slot.end = days[std::max(static_cast<int>(std::ceil(until - tiny)) - 1, 0)];
        slot.end = std::max(slot.end, slot.start);
        slot.fits = !deadline || slot.end <= *deadline;
        if (slot.fits) {
            slot.weeks = shares(days, used, until, daily);
            used = until;
        }
        out.push_back(std::move(slot));
    }
    return out;
}

}  // namespace headway::career
