// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/schedule.hpp"

#include <algorithm>
#include <cmath>

namespace headway::career {

namespace {
constexpr double tiny = 1e-9;  // days; keeps a piece that fills its day from reaching into the next
}

std::vector<Slot> schedule(std::span<const double> hours, int weekly_hours, Date first_day,
                           std::optional<Date> deadline) {
    std::vector<Slot> out;
    if (weekly_hours <= 0) return out;
    const double daily = weekly_hours / 7.0;
    double used = 0;  // days since the first one
    for (std::uint32_t i = 0; i < hours.size(); ++i) {
        const double until = used + std::max(hours[i], 0.0) / daily;
        Slot slot;
        slot.item = i;
        slot.start = first_day + std::chrono::days(static_cast<int>(std::floor(used + tiny)));
        slot.end = first_day + std::chrono::days(static_cast<int>(std::ceil(until - tiny)) - 1);
        slot.end = std::max(slot.end, slot.start);
        slot.fits = !deadline || slot.end <= *deadline;
        out.push_back(slot);
        used = until;
    }
    return out;
}

}  // namespace headway::career
