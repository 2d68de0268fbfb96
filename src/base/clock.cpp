// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.hpp"

#include <array>
#include <optional>

namespace headway {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

year_month_day calendar(std::int32_t day) {
    return year_month_day(sys_days(days(day)));
}

/// Exactly `digits` decimal digits from the front of `text`.
std::optional<int> take(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return std::nullopt;
    int value = 0;
    for (const char c : text.substr(0, digits)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool take_char(std::string_view& text, char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<std::int32_t> take_day(std::string_view& text) {
    const auto year = take(text, 4);
    if (!year || !take_char(text, '-')) return std::nullopt;
    const auto month = take(text, 2);
    if (!month || !take_char(text, '-')) return std::nullopt;
    const auto day = take(text, 2);
    if (!day) return std::nullopt;
    const year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                              std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    return static_cast<std::int32_t>(sys_days(date).time_since_epoch().count());
}

/// Microseconds after midnight of "hh:mm:ss[.fraction]".
std::optional<std::int64_t> take_time(std::string_view& text) {
    const auto hour = take(text, 2);
    if (!hour || *hour > 23 || !take_char(text, ':')) return std::nullopt;
    const auto minute = take(text, 2);
    if (!minute || *minute > 59 || !take_char(text, ':')) return std::nullopt;
    const auto second = take(text, 2);
    if (!second || *second > 59) return std::nullopt;
    std::int64_t micros = ((*hour * 60LL + *minute) * 60 + *second) * 1'000'000;
    if (!take_char(text, '.')) return micros;
    std::int64_t unit = 100'000;
    std::size_t digits = 0;
    for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits, unit /= 10) {
        micros += unit * (text[digits] - '0');
    }
    if (digits == 0 || digits > 9) return std::nullopt;
    text.remove_prefix(digits);
    return micros;
}

/// Minutes east of UTC of "Z" or "+hh:mm".
std::optional<int> take_offset(std::string_view& text) {
    if (take_char(text, 'Z') || take_char(text, 'z')) return 0;
    const bool west = text.starts_with('-');
    if (!take_char(text, west ? '-' : '+')) return std::nullopt;
    const auto hours = take(text, 2);
    if (!hours || *hours > 23 || !take_char(text, ':')) return std::nullopt;
    const auto minutes = take(text, 2);
    if (!minutes || *minutes > 59) return std::nullopt;
    return (west ? -1 : 1) * (*hours * 60 + *minutes);
}

/// A number below 100 as two digits; returns the place behind. A list of twenty tasks writes sixty days and
/// times: these are as quick as copying.
char* put_two(char* to, std::uint32_t number) {
    to[0] = static_cast<char>('0' + number / 10);
    to[1] = static_cast<char>('0' + number % 10);
    return to + 2;
}

constexpr std::string_view longest_time = "2026-11-22T09:05:07.123456Z";

/// "2026-11-22"
char* put_day(char* to, Date date) {
    const auto d = calendar(date.days);
    const auto year = static_cast<std::uint32_t>(static_cast<int>(d.year()));
    to = put_two(put_two(to, year / 100), year % 100);
    *to++ = '-';
    to = put_two(to, static_cast<unsigned>(d.month()));
    *to++ = '-';
    return put_two(to, static_cast<unsigned>(d.day()));
}

}  // namespace

Timestamp system_now() {
    return {std::chrono::duration_cast<std::chrono::microseconds>(
                std::chrono::system_clock::now().time_since_epoch())
                .count()};
}

// Of the years 0 to 9999, which is all that parsing gives.
std::string to_string(Date date) {
    std::array<char, longest_time.size()> text;
    return std::string(text.data(), put_day(text.data(), date));
}

std::string to_string(Timestamp time) {
    const Date date = date_of(time);
    const std::int64_t micros = time.micros - start_of(date).micros;
    const auto seconds = static_cast<std::uint32_t>(micros / 1'000'000);
    const auto fraction = static_cast<std::uint32_t>(micros % 1'000'000);
    std::array<char, longest_time.size()> text;
    char* to = put_day(text.data(), date);
    *to++ = 'T';
    to = put_two(to, seconds / 3600);
    *to++ = ':';
    to = put_two(to, seconds / 60 % 60);
    *to++ = ':';
    to = put_two(to, seconds % 60);
    if (fraction != 0) {
        *to++ = '.';
        to = put_two(put_two(put_two(to, fraction / 10'000), fraction / 100 % 100), fraction % 100);
    }
    *to++ = 'Z';
    return std::string(text.data(), to);
}

Result<Timestamp> parse_timestamp(std::string_view text) {
    std::string_view rest = text;
    const auto refuse = [] {
        return fail(ErrorCode::invalid, "expected a time such as 2026-11-22T09:05:07Z");
    };
    const auto day = take_day(rest);
    if (!day || !(take_char(rest, 'T') || take_char(rest, 't'))) return refuse();
    const auto micros = take_time(rest);
    if (!micros) return refuse();
    const auto offset = take_offset(rest);
    if (!offset || !rest.empty()) return refuse();
    const Timestamp time{*day * 86'400'000'000LL + *micros - *offset * 60'000'000LL};
    if (time.micros < 0) return refuse();
    return time;
}

Result<Date> parse_date(std::string_view text) {
    std::string_view rest = text;
    const auto day = take_day(rest);
    if (!day || !rest.empty() || text < "1900") {
        return fail(ErrorCode::invalid, "expected a date such as 2026-11-22");
    }
    return Date{*day};
}

Date date_of(Timestamp time) {
    const std::int64_t day = 86'400'000'000LL;
    const std::int64_t down = time.micros >= 0 ? time.micros / day : -((-time.micros + day - 1) / day);
    return {static_cast<std::int32_t>(down)};
}

Timestamp start_of(Date date) {
    return {date.days * 86'400'000'000LL};
}

}  // namespace headway
