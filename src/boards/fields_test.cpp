// SPDX-License-Identifier: GPL-3.0-or-later
#include "boards/fields.hpp"

#include <gtest/gtest.h>

#include "boards/dates.hpp"

namespace headway::boards {
namespace {

constexpr Timestamp now{1'795'392'000'000'000};  // 2026-11-23

std::string day(std::string_view text) {
    const auto found = day_of(text, now);
    return found ? to_string(*found) : "none";
}

std::string pay(std::string_view text) {
    const auto s = salary_of_text(text);
    if (!s) return "none";
    const auto amount = [](std::optional<double> v) {
        return v ? std::to_string(static_cast<long>(*v)) : "?";
    };
    return amount(s->min) + "-" + amount(s->max) + " " + s->currency.value_or("?") + " " +
           s->period.value_or("?");
}

TEST(Dates, AreReadInEveryForm) {
    EXPECT_EQ(day("2026-08-26"), "2026-08-26");
    EXPECT_EQ(day("2026-08-26T13:10:58"), "2026-08-26");
    EXPECT_EQ(day("2024-06-03T19:11:47.266+00:00"), "2024-06-03");
    EXPECT_EQ(day("2026-04-01T23:00:24-04:00"), "2026-04-02") << "in UTC";
    EXPECT_EQ(day("2026-04-01T23:00:24-0400"), "2026-04-02");
    EXPECT_EQ(day("Tue, 01 Sep 2026 10:00:00 GMT"), "2026-09-01");
    EXPECT_EQ(day("1 September 2026"), "2026-09-01");
    EXPECT_EQ(day("Posted 7 Days Ago"), "2026-11-16");
    EXPECT_EQ(day("Posted Today"), "2026-11-23");
    EXPECT_EQ(day("Posted Yesterday"), "2026-11-22");
    EXPECT_EQ(day("3 hours ago"), "2026-11-22");
    EXPECT_EQ(day("2 weeks ago"), "2026-11-09");
}

TEST(Dates, AreNotGuessed) {
    for (const char* text : {"", "Posted 30+ Days Ago", "soon", "2026-13-01", "31 Feb 2026", "0000-00-00",
                             "2031-01-01", "1970-01-01", "99999999999 days ago", "2026-08-26x", "01/02/2026"})
        EXPECT_EQ(day(text), "none") << text;
    EXPECT_EQ(day(std::string(100'000, '1')), "none");
}

TEST(Dates, MayBeNumbers) {
    const auto of = [](const char* json) {
        const auto tree = json::Tree::parse(json);
        const auto found = day_of(tree->root(), now);
        return found ? to_string(*found) : "none";
    };
    EXPECT_EQ(of("1786660000"), "2026-08-13");
    EXPECT_EQ(of("1710188707256"), "2024-03-11");
    for (const char* bad : {"-1", "0", "1e300", "true", "[]", "12345"}) EXPECT_EQ(of(bad), "none") << bad;
}

TEST(Salaries, AssumeNoCurrencyAndNoPeriod) {
    EXPECT_EQ(pay("$40k - $60k"), "40000-60000 ? ?");
    EXPECT_EQ(pay("$120,000 – $150,000 per year"), "120000-150000 ? year");
    EXPECT_EQ(pay("€50k-70k"), "50000-70000 EUR ?");
    EXPECT_EQ(pay("USD 35 per hour"), "35-? USD hour");
    EXPECT_EQ(pay("40-60k"), "40000-60000 ? ?");
    EXPECT_EQ(pay("EUR or USD 500"), "500-? ? ?");
    for (const char* text : {"", "competitive", "401k match", "1 2 3", "0", "90k - 40k"})
        EXPECT_EQ(pay(text), "none") << text;
    EXPECT_FALSE(salary_of(0, 0, "USD", "year"));
    EXPECT_FALSE(salary_of(-5, 1e12, "USD", "year"));
    EXPECT_EQ(salary_of(10, 20, "usd", "")->currency, "USD") << "the same currency in small letters";
    for (const char* none : {"u$d", "us", "dollars", "840"})
        EXPECT_FALSE(salary_of(10, 20, none, "")->currency) << none;
    EXPECT_EQ(pay("35 usd per hour"), "35-? USD hour");
    EXPECT_EQ(pay("30k-40k at a cadet school"), "30000-40000 ? ?");
}

TEST(Words, OfKindsAndPeriods) {
    for (const char* text : {"Full-time", "FullTime", "FULL_TIME", "full_time", "Vollzeit"})
        EXPECT_EQ(job_type_of(text), "full_time") << text;
    EXPECT_EQ(job_type_of("Intern"), "internship");
    EXPECT_EQ(job_type_of("CONTRACTOR"), "contract");
    EXPECT_EQ(job_type_of("TEMPORARY"), "temporary");
    for (const char* text : {"", "Permanent", "International", "Senior Level"})
        EXPECT_FALSE(job_type_of(text)) << text;
    EXPECT_EQ(period_of("per-year-salary"), "year");
    EXPECT_EQ(period_of("PH"), "hour");
    EXPECT_EQ(period_of("1 MONTH"), "month");
    EXPECT_FALSE(period_of("once"));
    EXPECT_TRUE(says_remote("Flexible / Remote"));
    EXPECT_TRUE(says_remote("Anywhere in the U.S. (remote job)"));
    EXPECT_FALSE(says_remote("Not remote") || says_remote("Remoteville") || says_remote(""));
}

TEST(Lines, AreClean) {
    EXPECT_EQ(line_of("  R&amp;D\r\n\tLead \xC2\xA0 "), "R&D Lead");
    EXPECT_EQ(line_of("bad \xFF\xC3 bytes").find('\xFF'), std::string::npos);
    EXPECT_EQ(cut("äöü", 2), "äö");
    EXPECT_FALSE(url_of("javascript:alert(1)") || url_of("https://x.example/a b") ||
                 url_of("https://x.example/\"onclick") || url_of("//x.example/path"));
    EXPECT_EQ(url_of(" https://x.example/a?b=1 "), "https://x.example/a?b=1");
}

TEST(Mojibake, IsMendedWhereItIsCertain) {
    EXPECT_EQ(mend_mojibake("\u00C2\u00A345,500"), "£45,500");
    EXPECT_EQ(mend_mojibake("we\u00E2\u20AC\u2122re"), "we’re") << "as Windows-1252 shows it";
    EXPECT_EQ(mend_mojibake("Ângela, São Paulo, £5"), "Ângela, São Paulo, £5");
    EXPECT_EQ(mend_mojibake("\u00C3"), "\u00C3");
}

}  // namespace
}  // namespace headway::boards
