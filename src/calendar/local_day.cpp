// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/local_day.hpp"

#include <chrono>
#include <memory>
#include <unicode/timezone.h>

namespace headway::calendar {

Date local_day(const std::string& zone, Timestamp time) {
    // An unknown name gives a zone without an offset.
    const std::unique_ptr<icu::TimeZone> there(
        icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone)));
    if (!there) return date_of(time);
    std::int32_t standard = 0;
    std::int32_t summer = 0;
    UErrorCode error = U_ZERO_ERROR;
    there->getOffset(static_cast<UDate>(time.micros / 1000), 0, standard, summer, error);
    if (U_FAILURE(error)) return date_of(time);
    return date_of(time + std::chrono::milliseconds(standard + summer));
}

}  // namespace headway::calendar
