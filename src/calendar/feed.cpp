// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/feed.hpp"

#include <libical/ical.h>
#include <memory>

namespace headway::calendar {
namespace {

struct FreeComponent {
    void operator()(icalcomponent* c) const { icalcomponent_free(c); }
};
struct FreeText {
    void operator()(char* text) const { icalmemory_free_buffer(text); }
};

icaltimetype date(Date day) {
    const std::chrono::year_month_day d{std::chrono::sys_days{std::chrono::days{day.days}}};
    icaltimetype out = icaltime_null_date();
    out.year = static_cast<int>(d.year());
    out.month = static_cast<int>(static_cast<unsigned>(d.month()));
    out.day = static_cast<int>(static_cast<unsigned>(d.day()));
    return out;
}

icaltimetype moment(Timestamp time) {
    return icaltime_from_timet_with_zone(static_cast<time_t>(time.micros / 1'000'000), 0,
                                         icaltimezone_get_utc_timezone());
}

icalproperty* named(const char* name, const char* value) {
    icalproperty* out = icalproperty_new_x(value);
    icalproperty_set_x_name(out, name);
    return out;
}

icalcomponent* to_component(const Event& e) {
    icalcomponent* out = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    const auto add = [&](icalproperty* p) { icalcomponent_add_property(out, p); };
    add(icalproperty_new_uid(e.uid.c_str()));
    add(icalproperty_new_dtstamp(moment(e.changed_at)));
    add(icalproperty_new_lastmodified(moment(e.changed_at)));
    add(icalproperty_new_sequence(static_cast<int>(e.sequence)));
    add(icalproperty_new_dtstart(date(e.first)));
    add(icalproperty_new_dtend(date(e.last + std::chrono::days(1))));
    add(icalproperty_new_summary(e.title.c_str()));
    if (!e.description.empty()) add(icalproperty_new_description(e.description.c_str()));
    if (e.recurrence) add(icalproperty_new_rrule(icalrecurrencetype_from_string(e.recurrence->c_str())));
    add(icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));  // a task does not make its day busy
    return out;
}

}  // namespace

std::string to_icalendar(const std::string& name, const std::vector<Event>& events) {
    const std::unique_ptr<icalcomponent, FreeComponent> calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_prodid("-//Headway//EN"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_method(ICAL_METHOD_PUBLISH));
    icalcomponent_add_property(calendar.get(), named("X-WR-CALNAME", name.c_str()));
    icalcomponent_add_property(calendar.get(), named("X-PUBLISHED-TTL", "PT1H"));
    for (const Event& e : events) icalcomponent_add_component(calendar.get(), to_component(e));
    const std::unique_ptr<char, FreeText> text(icalcomponent_as_ical_string_r(calendar.get()));
    return text.get();
}

}  // namespace headway::calendar
