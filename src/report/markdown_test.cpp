// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

#include "report/example_report.hpp"
#include "report/markdown_text.hpp"
#include "report/phrasing.hpp"
#include "report/render.hpp"

namespace headway::report {
namespace {

using testing::HasSubstr;

/// Cells of a table row: "|" parts them unless a backslash stands before it.
std::size_t cells_of(const std::string& row) {
    std::size_t bars = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i] == '\\') {
            ++i;
        } else if (row[i] == '|') {
            ++bars;
        }
    }
    return bars - 1;
}

std::vector<std::vector<std::string>> tables_of(const std::string& markdown) {
    std::vector<std::vector<std::string>> out;
    std::istringstream in(markdown);
    bool inside = false;
    for (std::string line; std::getline(in, line);) {
        const bool row = line.starts_with("|");
        if (row && !inside) out.emplace_back();
        if (row) out.back().push_back(line);
        inside = row;
    }
    return out;
}

TEST(MarkdownText, EscapesWhatWouldBeMarkup) {
    EXPECT_EQ(markdown_text("a|b *c* _d_ `e` [f](g) <b> & ~h~ $i$ \\ #j"),
              "a\\|b \\*c\\* \\_d\\_ \\`e\\` \\[f\\](g) &lt;b&gt; &amp; \\~h\\~ \\$i\\$ \\\\ \\#j");
    EXPECT_EQ(markdown_text("line\nbreak"), "line break");
}

TEST(MarkdownText, StopsLinksThatFormBySelf) {
    EXPECT_EQ(markdown_text("http://a.example"), "http&#58;//a.example");
    EXPECT_EQ(markdown_text("WWW.a.example"), "WWW&#46;a.example");
    EXPECT_EQ(markdown_text("a@b.example"), "a<!-- -->@b.example");
    EXPECT_EQ(markdown_text("ASP.NET, v2.1: yes"), "ASP.NET, v2.1: yes");
}

TEST(MarkdownLink, LinksOnlyToSafeAddresses) {
    EXPECT_EQ(markdown_link("a]b", "https://x.example/a?b=1"), "[a\\]b](<https://x.example/a?b=1>)");
    for (const char* address : {"http://x.example", "javascript:alert(1)", "https://",
                                "https://x.example/>)[y](", "https://x.example/ a", "https://x.example/\n"}) {
        EXPECT_EQ(markdown_link("a", address), "a") << address;
    }
}

TEST(Markdown, HasEveryRequirementInATableOfItsStatus) {
    const WireReport report = example::report();
    const std::string out = to_markdown(report, example::texts, "en");
    for (const Numbered& n : by_gain(report)) {
        const WireRequirement& r = *n.requirement;
        EXPECT_THAT(out, HasSubstr(two_decimals(r.points) + " | " + two_decimals(r.gain) + " |"));
        EXPECT_THAT(out, HasSubstr("- **" + std::to_string(n.number) + ". " + r.name + "**"));
    }
    EXPECT_THAT(out, HasSubstr("## Missing (3)"));
    EXPECT_THAT(out, HasSubstr("## Weak (1)"));
    EXPECT_THAT(out, HasSubstr("## Matched (1)"));
    EXPECT_THAT(out, HasSubstr("[Java](<https://example.org/java>)"));
    EXPECT_THAT(out, HasSubstr("| | **Together** | **4.55** | | **49.01** | |"));
    EXPECT_THAT(out, HasSubstr("Résumé: Wrote the “**GitLab pipelines**” that build"));
    EXPECT_THAT(out, HasSubstr("Résumé, page 2: I have not run “**Kubernetes**” in production."));
    EXPECT_THAT(out, HasSubstr("O\\*NET 30.1 Database"));
}

TEST(Markdown, KeepsItsTablesWhateverTheDocumentsSay) {
    for (const WireReport& report : {example::report(), example::hostile_report()}) {
        const auto tables = tables_of(to_markdown(report, example::hostile_texts, "en"));
        ASSERT_EQ(tables.size(), 4U);
        for (const auto& table : tables) {
            for (const std::string& row : table) EXPECT_EQ(cells_of(row), cells_of(table.front())) << row;
        }
        EXPECT_EQ(tables.back().size(), report.requirements.size() + 3) << "head, rule, sum";
    }
}

TEST(Markdown, MakesHostileTextHarmless) {
    const std::string out = to_markdown(example::hostile_report(), example::hostile_texts, "en");
    for (const char* bad : {"\x1b", "<script", "[x](", "http://", "www.evil", "a@b", "`code`", "**bold**",
                            "\xE2\x80\xAE", "\r", "\t", "https://evil"}) {
        EXPECT_EQ(out.find(bad), std::string::npos) << bad;
    }
}

TEST(Markdown, BeginsNoBlockWithTextOfADocument) {
    WireReport report = example::report();
    report.job_title = report.requirements[0].name = report.beyond[0].name = report.beyond[1].name =
        "- 1. # > x";
    report.warnings = {"1. x"};
    std::istringstream in(to_markdown(report, example::texts, "en"));
    for (std::string line; std::getline(in, line);) {
        EXPECT_FALSE(line.starts_with("- 1. ") || line.starts_with("1.") || line.starts_with("\\#")) << line;
    }
}

TEST(Markdown, TakesAnEmptyReport) {
    EXPECT_THAT(to_markdown(WireReport{}, Texts{}, "en"), HasSubstr("No requirement was found"));
}

}  // namespace
}  // namespace headway::report
