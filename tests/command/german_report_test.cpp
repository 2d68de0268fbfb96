// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <regex>

#include "json/json.hpp"
#include "report/quotation.hpp"
#include "report/wire.hpp"
#include "support/program.hpp"

namespace headway::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct Pair {
    std::string resume;
    std::string job;
};
const std::vector<Pair> pairs = {{"samples/resume-backend.pdf", "samples/job-backend.txt"},
                                 {"samples/resume-nurse.pdf", "samples/job-data.txt"},
                                 {"samples/resume-logistics.txt", "samples/job-logistics.txt"},
                                 {"samples/resume-welder.docx", "samples/job-paralegal.txt"}};

std::string gap(const Pair& pair, const std::string& format, const std::string& language) {
    const Ended e = run_program({"gap", pair.resume, pair.job, "--format", format, "--language", language});
    EXPECT_EQ(e.code, 0) << e.err;
    return e.out;
}

/// Each stretch from `begin` to the next `end`, both included, becomes `by`.
void cut(std::string& text, std::string_view begin, std::string_view end, std::string_view by = {}) {
    std::string out;
    std::size_t at = 0;
    while (true) {
        const std::size_t first = text.find(begin, at);
        const std::size_t last = text.find(end, std::min(first, text.size() - 1) + begin.size());
        if (last == std::string::npos) break;
        out.append(text, at, first - at).append(by);
        at = last + end.size();
    }
    text = out.append(text, at);
}

/// Names of skills and occupations, and the title: they stay as they are. The longest first.
std::vector<std::string> names_of(const report::WireReport& r) {
    std::vector<std::string> out = {r.job_title};
    for (const auto& q : r.requirements) {
        out.push_back(q.name);
        if (q.met_by) out.push_back(q.met_by->name);
        for (const auto& any : q.any_of) out.push_back(any.name);
    }
    for (const auto& s : r.beyond) out.push_back(s.name);
    for (const auto& u : r.unclaimed) out.push_back(u.skill.name);
    if (r.occupation) out.push_back(r.occupation->name);
    std::ranges::sort(out, std::ranges::greater(), &std::string::size);
    return out;
}

/// Words that only English has, and that a sentence of ours hardly does without.
std::vector<std::string> english_in(std::string text) {
    static const std::regex words(
        R"(\b(the|and|of|is|are|with|for|to|not|by|from|this|that|held|needed|years?|points|asks|shown?|sure|found|weak|missing|matched|nice|working|proficient|advanced|basic|none)\b)",
        std::regex::icase);
    std::vector<std::string> out;
    for (std::sregex_iterator it(text.begin(), text.end(), words), end; it != end; ++it) {
        const auto at = static_cast<std::size_t>(it->position());
        out.push_back(text.substr(at > 40 ? at - 40 : 0, 80));
    }
    return out;
}

/// What the report itself says: without markup, quotations and names.
std::string own_words(std::string text, const report::WireReport& r) {
    cut(text, "<style>", "</style>");
    cut(text, "<blockquote>", "</blockquote>");
    cut(text, "<div class=\"text\"", "</article>");
    cut(text, " lang=\"en\">", "</p>");
    cut(text, "<code>", "</code>");
    cut(text, "<text class=\"name\"", "</text>");  // names again, shortened
    cut(text, "<", ">", "\n");
    for (const auto& [entity, letter] : {std::pair{"&#39;", "'"}, {"&quot;", "\""}, {"&amp;", "&"}})
        text = std::regex_replace(text, std::regex(entity), letter);
    for (const std::string& name : names_of(r)) {
        const std::string shown = report::one_line(name);
        for (std::size_t at = text.find(shown); !shown.empty() && at != std::string::npos;
             at = text.find(shown, at))
            text.erase(at, shown.size());
    }
    cut(text, "„", "“");
    cut(text, "“", "”");
    return text;
}

TEST(GermanReport, HasNoEnglishSentenceOfOurs) {
    for (const Pair& pair : pairs) {
        const auto report = json::from_json<report::WireReport>(gap(pair, "json", "de"));
        ASSERT_TRUE(report.has_value());
        const std::string page = gap(pair, "html", "de");
        EXPECT_THAT(page, HasSubstr("<html lang=\"de\">"));
        EXPECT_THAT(english_in(own_words(page, *report)), IsEmpty()) << pair.resume;
        // The same words are found in the English one: the search would see them.
        EXPECT_THAT(english_in(own_words(gap(pair, "html", "en"), *report)), Not(IsEmpty()));
    }
}

TEST(GermanReport, HasGermanWordsInMarkdownAndOnTheTerminal) {
    const Pair& pair = pairs.front();
    const std::string markdown = gap(pair, "md", "de");
    EXPECT_THAT(markdown, HasSubstr("# Abgleich: "));
    EXPECT_THAT(markdown, HasSubstr("## Wie die Punkte zusammenkommen"));
    EXPECT_THAT(markdown, HasSubstr("; Stand 11/2026; "));
    const std::string text = gap(pair, "text", "de");
    EXPECT_THAT(text, HasSubstr(" von 100"));
    EXPECT_THAT(text, HasSubstr("Fehlt ("));
    const auto report = json::from_json<report::WireReport>(gap(pair, "json", "de"));
    ASSERT_TRUE(report.has_value());
    std::size_t reasons = 0;
    for (const auto& r : report->requirements) {
        for (const auto& e : r.resume_evidence) {
            std::string because = e.because.value_or("");
            if (because.ends_with('.')) because.pop_back();  // as both formats show it
            if (because.empty()) continue;
            ++reasons;
            EXPECT_THAT(markdown, Not(HasSubstr(because)));
            EXPECT_THAT(text, Not(HasSubstr(because)));
        }
    }
    EXPECT_GT(reasons, 2U);
}

TEST(GermanReport, LeavesJsonAsItIsAndEnglishTheRule) {
    const Pair& pair = pairs.front();
    EXPECT_EQ(gap(pair, "json", "de"), gap(pair, "json", "en"));
    EXPECT_EQ(run_program({"gap", pair.resume, pair.job}).out, gap(pair, "text", "en"));
    const Ended wrong = run_program({"gap", pair.resume, pair.job, "--language", "fr"});
    EXPECT_EQ(wrong.code, 2);
    EXPECT_THAT(wrong.err, HasSubstr("--language"));
}

}  // namespace
}  // namespace headway::test
