// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/feed.hpp"

#include <gtest/gtest.h>

namespace headway::calendar {
namespace {

Event event(std::string title) {
    Event e;
    e.uid = "019ab01e-4c1e-7a52-9d3f-6b0e5c2a001e";
    e.title = std::move(title);
    e.first = parse_date("2026-11-24").value();
    e.last = parse_date("2026-11-27").value();
    e.changed_at = parse_timestamp("2026-11-22T17:03:10Z").value();
    return e;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(Feed, WholeDaysEndOnTheDayAfter) {
    const std::string text = to_icalendar("Headway", {event("Spanish")});
    EXPECT_TRUE(text.starts_with("BEGIN:VCALENDAR\r\n")) << text;
    EXPECT_TRUE(text.ends_with("END:VCALENDAR\r\n"));
    EXPECT_TRUE(contains(text, "\r\nDTSTART;VALUE=DATE:20261124\r\n")) << text;
    EXPECT_TRUE(contains(text, "\r\nDTEND;VALUE=DATE:20261128\r\n"));
    EXPECT_TRUE(contains(text, "\r\nDTSTAMP:20261122T170310Z\r\n"));
}

TEST(Feed, TextCannotBreakOutOfItsLine) {
    const std::string text = to_icalendar("Headway", {event("a;b,c\\d\r\nEND:VEVENT\nX:1")});
    EXPECT_TRUE(contains(text, "SUMMARY:a\\;b\\,c\\\\d")) << text;
    EXPECT_FALSE(contains(text, "\nX:1"));
    std::size_t ends = 0;
    for (std::size_t at = text.find("\r\nEND:VEVENT"); at != std::string::npos;
         at = text.find("\r\nEND:VEVENT", at + 1))
        ++ends;
    EXPECT_EQ(ends, 1U);
}

TEST(Feed, LongLinesAreFoldedBetweenCharacters) {
    std::string title;
    for (int i = 0; i < 100; ++i) title += "ü";
    const std::string text = to_icalendar("Headway", {event(title)});
    std::size_t begin = 0;
    for (std::size_t end = text.find("\r\n"); end != std::string::npos; end = text.find("\r\n", begin)) {
        EXPECT_LE(end - begin, 75U);
        EXPECT_NE(static_cast<unsigned char>(text[begin]) & 0xC0U, 0x80U) << "begins inside a character";
        begin = end + 2;
    }
}

TEST(Feed, RulesAreKept) {
    Event e = event("Vocabulary");
    e.recurrence = "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=20";
    const std::string text = to_icalendar("Headway", {e});
    EXPECT_TRUE(contains(text, "RRULE:FREQ=WEEKLY;")) << text;
    EXPECT_TRUE(contains(text, "COUNT=20"));
    EXPECT_TRUE(contains(text, "BYDAY=MO,TH"));
}

}  // namespace
}  // namespace headway::calendar
