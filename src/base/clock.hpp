// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace headway {

/// A point in time: microseconds since 1970-01-01T00:00:00Z. On the wire "2026-11-22T09:05:07.123456Z", the
/// fraction left out when it is zero; in the database the number.
struct Timestamp {
    std::int64_t micros = 0;

    friend auto operator<=>(const Timestamp&, const Timestamp&) = default;
    friend Timestamp operator+(Timestamp t, std::chrono::microseconds d) { return {t.micros + d.count()}; }
    friend Timestamp operator-(Timestamp t, std::chrono::microseconds d) { return {t.micros - d.count()}; }
    friend std::chrono::microseconds operator-(Timestamp a, Timestamp b) {
        return std::chrono::microseconds(a.micros - b.micros);
    }
};

/// A day of the Gregorian calendar without a time zone: days since 1970-01-01. On the wire and in the
/// database "2026-11-22".
struct Date {
    std::int32_t days = 0;

    friend auto operator<=>(const Date&, const Date&) = default;
    friend Date operator+(Date d, std::chrono::days n) {
        return {d.days + static_cast<std::int32_t>(n.count())};
    }
};

/// Where "now" comes from; tests pass their own. Everything that needs the time is given one of these.
using Clock = std::function<Timestamp()>;
[[nodiscard]] Timestamp system_now();

[[nodiscard]] std::string to_string(Timestamp time);
[[nodiscard]] std::string to_string(Date date);

/// RFC 3339 with an offset or Z, up to nine digits of fraction (cut to six); years 1970 to 9999.
[[nodiscard]] Result<Timestamp> parse_timestamp(std::string_view text);
/// YYYY-MM-DD of a day that exists, years 1900 to 9999.
[[nodiscard]] Result<Date> parse_date(std::string_view text);

/// The day in UTC.
[[nodiscard]] Date date_of(Timestamp time);
/// Its first moment in UTC.
[[nodiscard]] Timestamp start_of(Date date);

}  // namespace headway
