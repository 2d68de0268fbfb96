// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

#include "report/columns.hpp"
#include "report/example_report.hpp"
#include "report/phrasing.hpp"
#include "report/quotation.hpp"
#include "report/render.hpp"
#include "text/utf8.hpp"

namespace headway::report {
namespace {

using testing::HasSubstr;

std::vector<std::string> lines_of(const std::string& s) {
    std::vector<std::string> out;
    std::istringstream in(s);
    for (std::string line; std::getline(in, line);) out.push_back(line);
    return out;
}

/// The text without the colours that the renderer itself may write: ESC [ digits and ';' m.
std::string without_colour(const std::string& s) {
    std::string out;
    for (std::size_t i = 0; i < s.size(); ++i) {
        std::size_t end = i + 2;
        while (s[i] == '\x1b' && end < s.size() && (std::isdigit(s[end]) != 0 || s[end] == ';')) ++end;
        if (s[i] == '\x1b' && end < s.size() && s[i + 1] == '[' && s[end] == 'm') {
            i = end;
        } else {
            out += s[i];
        }
    }
    return out;
}

TEST(Terminal, ShowsScoreAndEveryRequirementWithItsFigures) {
    const WireReport report = example::report();
    const std::string out = to_terminal(report, example::texts, {false, 100}, "en");
    EXPECT_THAT(out, HasSubstr("Senior Backend Engineer"));
    EXPECT_THAT(out, HasSubstr("Software Developers (15-1252.00), 95% sure"));
    EXPECT_THAT(out, HasSubstr("49 of 100"));
    EXPECT_THAT(out, HasSubstr("100 × 2.23 / 4.55 = 49.01"));
    for (const WireRequirement& r : report.requirements) {
        bool found = false;
        for (const std::string& line : lines_of(out)) {
            found = found || (line.find(" " + r.name + " ") != std::string::npos &&
                              line.find(" " + one_decimal(r.points) + " ") != std::string::npos &&
                              line.find(two_decimals(r.weight) + " × " + two_decimals(r.coverage)) !=
                                  std::string::npos &&
                              (r.gain < 0.05 || line.ends_with("+" + one_decimal(r.gain))));
        }
        EXPECT_TRUE(found) << r.name << " in\n" << out;
    }
}

TEST(Terminal, ProvesEachRequirement) {
    const std::string out = to_terminal(example::report(), example::texts, {false, 100}, "en");
    EXPECT_THAT(out, HasSubstr("job     “Kubernetes” in production"));
    EXPECT_THAT(out, HasSubstr("résumé  nothing found"));
    EXPECT_THAT(out, HasSubstr("Built the seat reservation API in “Java” for nine ferry companies."));
    EXPECT_THAT(out, HasSubstr("“GitLab pipelines”"));
    EXPECT_THAT(out, HasSubstr("GitLab CI/CD is part of CI/CD"));
    EXPECT_THAT(out, HasSubstr("Kubernetes: the résumé says it is not held"));
    EXPECT_THAT(out, HasSubstr("Currently learning “Rust”."));
    EXPECT_THAT(out, HasSubstr("SQL 5.8, Hungarian 4.3"));
    EXPECT_THAT(out, HasSubstr("! Résumé: page 2 was read by character recognition."));
}

TEST(Terminal, StaysWithinTheWidth) {
    for (const auto& [report, texts] : {std::pair(example::report(), example::texts),
                                        std::pair(example::hostile_report(), example::hostile_texts)}) {
        for (int width = 48; width <= 160; ++width) {
            for (const std::string& line : lines_of(to_terminal(report, texts, {false, width}, "en"))) {
                ASSERT_LE(columns_of(line), width) << line;
            }
        }
    }
}

TEST(Terminal, ColourAddsNothingButColour) {
    const WireReport report = example::report();
    const std::string plain = to_terminal(report, example::texts, {false, 80}, "en");
    const std::string coloured = to_terminal(report, example::texts, {true, 80}, "en");
    EXPECT_EQ(plain.find('\x1b'), std::string::npos);
    EXPECT_THAT(coloured, HasSubstr("\x1b["));
    EXPECT_EQ(without_colour(coloured), plain);
}

TEST(Terminal, LetsNoControlCharacterThrough) {
    const std::string coloured =
        to_terminal(example::hostile_report(), example::hostile_texts, {true, 80}, "en");
    const std::string plain = without_colour(coloured);
    EXPECT_EQ(plain, to_terminal(example::hostile_report(), example::hostile_texts, {false, 80}, "en"));
    EXPECT_EQ(text::first_invalid(plain), std::string::npos);
    for (std::size_t at = 0; at < plain.size();) {
        const text::CodePoint c = text::decode(plain, at);
        EXPECT_TRUE(c.value == '\n' || (c.value >= 0x20 && (c.value < 0x7F || c.value >= 0xA0))) << at;
        EXPECT_FALSE(c.value >= 0x202A && c.value <= 0x202E);
        at += c.length;
    }
}

TEST(Terminal, TakesAnEmptyReportAndAnyWidth) {
    for (int width : {-5, 0, 1, 100000}) {
        EXPECT_THAT(to_terminal(WireReport{}, Texts{}, {false, width}, "en"),
                    HasSubstr("No requirement was found in the job ad."));
    }
}

}  // namespace
}  // namespace headway::report
