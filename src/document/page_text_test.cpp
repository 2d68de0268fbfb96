// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page_text.hpp"

#include <gtest/gtest.h>
#include <iterator>

#include "document/columns.hpp"
#include "document/fixtures.hpp"

namespace headway::document {
namespace {

using fixtures::words_at;

struct Text {
    double x;
    double y;
    std::string text;
};

PageWords page_of(const std::vector<Text>& texts) {
    PageWords page;
    page.width = 595;
    page.height = 842;
    for (const Text& t : texts) std::ranges::copy(words_at(t.x, t.y, t.text), std::back_inserter(page.words));
    return page;
}

std::string text_of(const std::vector<Text>& texts) {
    return text_of_pages({page_of(texts)}).front();
}

/// Lines of a column from `y` on, one per text.
void add_column(std::vector<Text>& page, double x, double y, double pitch,
                const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
        page.push_back({x, y, line});
        y += pitch;
    }
}

const std::vector<std::string> story{
    "The team moved all of its builds to",  "one pipeline and cut the waiting time",
    "for a release from two days to under", "an hour while the number of services",
    "in production grew from six to forty", "over the course of those three years."};

TEST(PageText, TwoColumnsUnderASpanningHeader) {
    std::vector<Text> page{
        {200, 60, "Ada Lovelace"},
        {40, 80,
         "ada@example.org 555 0100 London a line over the whole page width so that nothing is beside it"}};
    add_column(page, 40, 120, 14, story);
    add_column(page, 340, 125, 17, {"Skills", "Python", "Kubernetes", "Terraform", "PostgreSQL"});
    EXPECT_EQ(
        text_of(page),
        "Ada Lovelace\nada@example.org 555 0100 London a line over the whole page width so that nothing is "
        "beside it\n\nThe team moved all of its builds to one pipeline and cut the waiting time for a "
        "release "
        "from two days to under an hour while the number of services in production grew from six to forty "
        "over "
        "the course of those three years.\n\nSkills\nPython\nKubernetes\nTerraform\nPostgreSQL\n");
}

TEST(PageText, ANarrowSidebarOnTheLeft) {
    std::vector<Text> page;
    add_column(page, 30, 60, 19, {"CONTACT", "London", "SKILLS", "Welding", "Forklift", "First aid"});
    add_column(page, 160, 62, 14, story);
    const std::string text = text_of(page);
    EXPECT_LT(text.find("First aid"), text.find("The team"));
    EXPECT_NE(text.find("builds to one pipeline"), std::string::npos);
}

TEST(PageText, ColumnsOnTheSameBaselinesAreKnownByTheirSentences) {
    std::vector<Text> page;
    add_column(page, 40, 60, 14, story);
    add_column(page, 300, 60, 14, story);
    const std::string text = text_of(page);
    EXPECT_EQ(text.find('\t'), std::string::npos);
    EXPECT_NE(text.find("three years.\n\nThe team"), std::string::npos);
}

TEST(PageText, ASentenceRunsOnIntoTheNextColumn) {
    std::vector<Text> page;
    add_column(page, 40, 60, 14, {story[0], story[1], story[2]});
    add_column(page, 300, 60, 14, {story[3], story[4], story[5]});
    EXPECT_NE(text_of(page).find("to under an hour while"), std::string::npos);
}

TEST(PageText, DatesAtTheRightMarginStayWithTheirLines) {
    std::vector<Text> page;
    double y = 60;
    for (const char* title : {"Welder", "Fitter", "Apprentice", "Helper"}) {
        page.push_back({40, y, title});
        page.push_back({480, y, "2019 - 2021"});
        page.push_back({40, y + 14, "Acme Yards"});
        page.push_back({480, y + 14, "Hamburg"});
        page.push_back({40, y + 28, "\u2022 Kept the yard safe"});
        y += 60;
    }
    const std::string text = text_of(page);
    EXPECT_NE(text.find("Welder\t2019 - 2021\nAcme Yards\tHamburg\n\u2022 Kept the yard safe\n"),
              std::string::npos);
    EXPECT_NE(text.find("Helper\t2019 - 2021\n"), std::string::npos);
}

TEST(PageText, ATableKeepsItsRows) {
    EXPECT_EQ(text_of({{40, 60, "Language"},
                       {200, 60, "Level"},
                       {300, 60, "Use"},
                       {40, 74, "German"},
                       {200, 74, "C1"},
                       {300, 74, "daily"},
                       {40, 88, "French"},
                       {200, 88, "B2"},
                       {300, 88, "weekly"},
                       {40, 102, "Latin"},
                       {200, 102, "A2"},
                       {300, 102, "never"}}),
              "Language\tLevel\tUse\nGerman\tC1\tdaily\nFrench\tB2\tweekly\nLatin\tA2\tnever\n");
}

TEST(PageText, BrokenWordsAreMendedAndCompoundsKept) {
    EXPECT_EQ(
        text_of({{40, 60, "Integrated sign on with over twenty enter-"},
                 {40, 74, "prise systems and a lot of other cloud-"},
                 {40, 88, "native tools."}}),
        "Integrated sign on with over twenty enterprise systems and a lot of other cloud-native tools.\n");
}

TEST(PageText, BulletsOnRowsOfTheirOwnFindTheirText) {
    std::vector<Text> page{
        {40, 53, "\u2022"}, {52, 60, "first thing"}, {40, 73, "\u2022"}, {52, 80, "second thing"}};
    EXPECT_EQ(text_of(page), "\u2022 first thing\n\u2022 second thing\n");
}

TEST(PageText, WordsOfTwoColoursAreOneWord) {
    PageWords page = page_of({{40, 60, "Edu"}, {55, 60, "cation"}});
    page.words[0].space_after = false;
    EXPECT_EQ(text_of_pages({page}).front(), "Education\n");
}

TEST(PageText, RunningLinesAreKeptOnce) {
    std::vector<PageWords> pages;
    for (int n = 1; n <= 3; ++n) {
        const std::string number = std::to_string(n);
        pages.push_back(page_of({{40, 30, "Ada Lovelace"},
                                 {40, 200, "Text of page " + number},
                                 {40, 820, "Page " + number + " of 3"}}));
    }
    const auto texts = text_of_pages(pages);
    EXPECT_EQ(texts[0], "Ada Lovelace\n\nText of page 1\n\nPage 1 of 3\n");
    EXPECT_EQ(texts[1], "Text of page 2\n");
    EXPECT_EQ(texts[2], "Text of page 3\n");
}

TEST(PageText, LinesThatDifferInMoreThanThePageNumberStay) {
    std::vector<PageWords> pages;
    for (const char* gamma : {"1.0", "2.2", "5.0"}) {
        pages.push_back(page_of({{40, 30, std::string("Gamma ") + gamma}, {40, 200, "Body"}}));
    }
    const auto texts = text_of_pages(pages);
    EXPECT_EQ(texts[1], "Gamma 2.2\n\nBody\n");
}

TEST(PageText, YearsAndNumbersFarFromThePageAreNoPageNumbers) {
    for (const auto& [first, second] : std::vector<std::pair<std::string, std::string>>{
             {"2018 Staff Nurse, Harbour Hospital", "2019 Staff Nurse, Harbour Hospital"},
             {"Team of 11 at Harbour Hospital", "Team of 12 at Harbour Hospital"},
             {"2018", "2019"},
         }) {
        const auto texts = text_of_pages(
            {page_of({{40, 30, first}, {40, 200, "Body"}}), page_of({{40, 30, second}, {40, 200, "Body"}})});
        EXPECT_EQ(texts[0], first + "\n\nBody\n");
        EXPECT_EQ(texts[1], second + "\n\nBody\n");
    }
    const auto numbered = text_of_pages({page_of({{40, 200, "Body"}, {40, 820, "- 17 -"}}),
                                         page_of({{40, 200, "More"}, {40, 820, "- 18 -"}})});
    EXPECT_EQ(numbered[1], "More\n");
}

TEST(PageText, EverythingOnThePageComesOutOnce) {
    // A scatter of words in no order at all: nothing may get lost or doubled.
    PageWords page;
    page.width = page.height = 800;
    std::uint32_t state = 1;
    const auto random = [&] { return (state = state * 1664525U + 1013904223U) >> 8U; };
    for (int i = 0; i < 500; ++i) {
        auto words = words_at(random() % 700, random() % 780, "w" + std::to_string(i) + "x");
        page.words.push_back(std::move(words.front()));
    }
    const std::string text = text_of_pages({page}).front();
    for (int i = 0; i < 500; ++i) {
        const std::string word = "w" + std::to_string(i) + "x";
        const std::size_t at = text.find(word);
        ASSERT_NE(at, std::string::npos) << word;
        EXPECT_EQ(text.find(word, at + 1), std::string::npos) << word;
    }
}

}  // namespace
}  // namespace headway::document
