// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/recurrence.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <regex>

namespace headway::calendar {
namespace {

using Days = std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 7> weekday_names = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr Date last_day_of_all{2'932'896};  ///< 9999-12-31

year_month_day parts_of(Date d) {
    return year_month_day{sys_days{Days{d.days}}};
}

/// 0 Monday … 6 Sunday; day 0 was a Thursday.
int weekday_of(Date d) {
    return ((d.days + 3) % 7 + 7) % 7;
}

std::int64_t month_number(const year_month_day& d) {
    return static_cast<std::int64_t>(static_cast<int>(d.year())) * 12 + static_cast<unsigned>(d.month()) - 1;
}

/// That day of the month with this number, when there is one.
std::optional<Date> day_in_month(std::int64_t number, std::chrono::day day) {
    const year_month_day d{std::chrono::year{static_cast<int>(number / 12)},
                           std::chrono::month{static_cast<unsigned>(number % 12) + 1}, day};
    if (!d.ok()) return std::nullopt;
    return Date{static_cast<std::int32_t>(sys_days{d}.time_since_epoch().count())};
}

int number_of(std::string_view digits) {
    int out = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), out);
    return out;
}

std::unexpected<Error> refused(std::string what) {
    return fail(ErrorCode::invalid, std::move(what), "recurrence",
                "Write it such as FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=20");
}

}  // namespace

Result<Recurrence> Recurrence::parse(std::string_view rule) {
    static const std::regex shape(
        "FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;INTERVAL=([1-9][0-9]?))?"
        "(;BYDAY=((MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU)){0,6}))?"
        "(;(COUNT=([1-9][0-9]{0,2})|UNTIL=([0-9]{4})([0-9]{2})([0-9]{2})))?");
    enum Group : std::size_t {
        freq = 1,
        interval = 3,
        weekdays = 5,
        count = 11,
        year = 12,
        month = 13,
        day = 14
    };
    if (rule.size() > 120) return refused("a rule has at most 120 characters");
    Recurrence out;
    out.text_ = rule;
    std::smatch m;
    if (!std::regex_match(out.text_, m, shape))
        return refused("expected FREQ, then INTERVAL, BYDAY, and COUNT or UNTIL");
    const char first = *m[freq].first;
    out.every_ = first == 'D'   ? Every::day
                 : first == 'W' ? Every::week
                 : first == 'M' ? Every::month
                                : Every::year;
    if (m[interval].matched) out.interval_ = number_of(m[interval].str());
    if (m[weekdays].matched && out.every_ != Every::week) return refused("BYDAY goes with FREQ=WEEKLY only");
    const std::string names = m[weekdays].str();
    for (std::size_t i = 0; i < weekday_names.size(); ++i) {
        if (names.find(weekday_names[i]) != std::string::npos) out.weekdays_.push_back(static_cast<int>(i));
    }
    if (m[count].matched) out.count_ = number_of(m[count].str());
    if (m[year].matched) {
        const auto last = parse_date(fmt::format("{}-{}-{}", m[year].str(), m[month].str(), m[day].str()));
        if (!last) return refused("UNTIL is no day of the calendar");
        out.until_ = *last;
    }
    return out;
}

void Recurrence::add_period(Date start, std::int64_t n, std::vector<Date>& out) const {
    const std::int64_t step = n * interval_;
    switch (every_) {
        case Every::day:
            out.push_back(start + Days(step));
            return;
        case Every::week: {
            const Date monday = start + Days(step * 7 - weekday_of(start));
            if (weekdays_.empty()) out.push_back(monday + Days(weekday_of(start)));
            for (const int w : weekdays_) out.push_back(monday + Days(w));
            return;
        }
        case Every::month:
        case Every::year: {
            const year_month_day d = parts_of(start);
            const std::int64_t months = every_ == Every::month ? step : step * 12;
            if (const auto day = day_in_month(month_number(d) + months, d.day())) out.push_back(*day);
            return;
        }
    }
}

std::int64_t Recurrence::period_of(Date start, Date day) const {
    if (day <= start) return 0;
    const std::int64_t apart = day.days - start.days;
    switch (every_) {
        case Every::day:
            return apart / interval_;
        case Every::week:
            return (apart + weekday_of(start)) / 7 / interval_;
        case Every::month:
        case Every::year: {
            const std::int64_t months = month_number(parts_of(day)) - month_number(parts_of(start));
            return months / (every_ == Every::month ? 1 : 12) / interval_;
        }
    }
    return 0;
}

bool Recurrence::ends_before(Date start, std::int64_t n, Date last) const {
    return n > period_of(start, last);
}

std::vector<Date> Recurrence::days(Date start, Date from, Date to, std::size_t most) const {
    std::vector<Date> out;
    const Date last = std::min({to, until_.value_or(last_day_of_all), last_day_of_all});
    if (start >= from && start <= to && most > 0) out.push_back(start);
    int seen = 1;
    std::vector<Date> period;
    // Without a count the periods before the window need not be walked through.
    for (std::int64_t n = count_ ? 0 : period_of(start, from); !ends_before(start, n, last); ++n) {
        period.clear();
        add_period(start, n, period);
        for (const Date day : period) {
            if (day <= start) continue;
            if (day > last || out.size() >= most || (count_ && seen >= *count_)) return out;
            ++seen;
            if (day >= from) out.push_back(day);
        }
    }
    return out;
}

std::optional<Recurrence::Next> Recurrence::next(Date start) const {
    if (count_ && *count_ == 1) return std::nullopt;
    const auto two = days(start, start, last_day_of_all, 2);
    if (two.size() < 2) return std::nullopt;
    Recurrence rest = *this;
    if (count_) {
        rest.count_ = *count_ - 1;
        rest.text_ = fmt::format("{};COUNT={}", text_.substr(0, text_.rfind(";COUNT=")), *rest.count_);
    }
    return Next{two[1], std::move(rest)};
}

}  // namespace headway::calendar
