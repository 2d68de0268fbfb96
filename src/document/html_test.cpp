// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/html.hpp"

#include <gtest/gtest.h>

#include "document/clean.hpp"

namespace headway::document {
namespace {

std::string text_of(const std::string& html) {
    auto result = parse_html(html, "page.html", Limits{});
    return result ? result->text : "error: " + result.error().message();
}

TEST(Html, BlocksListsAndTables) {
    EXPECT_EQ(
        text_of("<html><body><h1>Ada</h1><p>One\n two <b>bold</b>ly</p>"
                "<ul><li>first</li><li><p>second</p></li></ul>"
                "<table><tr><th>Years</th><td>5</td></tr><tr><td><p>a</p></td><td>b<br></td></tr></table>"),
        "Ada\n\nOne two boldly\n\n\u2022 first\n\u2022 second\n\nYears\t5\na\tb\n");
}

TEST(Html, LeavesOutWhatNobodySees) {
    EXPECT_EQ(
        text_of("<head><title>t</title><style>p{}</style></head><body><nav>Home</nav><script>x()</script>"
                "<p hidden>no</p><div style='display: none'>no</div><svg><text>no</text></svg><p>yes</p>"
                "<select><option>no</option></select></body>"),
        "yes\n");
}

TEST(Html, EntitiesAndPreformattedText) {
    EXPECT_EQ(text_of("<p>R&amp;D &lt;C++&gt; caf&eacute; &#8364;&nbsp;5</p><pre>a\nb</pre>"),
              "R&D <C++> caf\u00E9 \u20AC 5\n\na\nb\n");
}

TEST(Html, CharsetByDeclarationThenByValidity) {
    EXPECT_EQ(text_of("<meta charset=\"iso-8859-1\"><p>caf\xE9"), "caf\u00E9\n");
    EXPECT_EQ(text_of("<meta charset=\"iso-8859-1\"><p>caf\u00E9"), "caf\u00E9\n");
    const auto guessed = parse_html("<p>caf\xE9", "x", Limits{});
    ASSERT_TRUE(guessed);
    EXPECT_EQ(guessed->warnings.size(), 1U);
}

TEST(Html, ALayoutTableIsReadCellByCell) {
    EXPECT_EQ(
        text_of(
            "<table><tr><td><h2>Skills</h2><p>C++</p></td><td><h2>Work</h2><p>Acme</p></td></tr></table>"),
        "Skills\n\nC++\n\nWork\n\nAcme\n");
}

TEST(Html, NestingThatTheParserGivesUpOnIsAnError) {
    std::string deep = "start";
    for (int i = 0; i < 100'000; ++i) deep += "<div><span>";
    const auto nested = parse_html(deep + "end", "x", Limits{});
    ASSERT_FALSE(nested);
    EXPECT_EQ(nested.error().code, ErrorCode::invalid);
}

TEST(Html, TheLimitOfTextHolds) {
    Limits limits;
    limits.text_bytes = 10;
    const auto result = parse_html("<p>more than ten bytes</p>", "x", limits);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::too_large);
}

}  // namespace
}  // namespace headway::document
