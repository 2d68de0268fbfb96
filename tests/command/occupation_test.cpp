// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/occupation.hpp"

#include <gmock/gmock.h>
#include <sstream>
#include <utility>

#include "app/occupation_command.hpp"
#include "app/paths.hpp"

namespace headway::app {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class Occupation : public ::testing::Test {
  protected:
    Occupation() { ::setenv("HEADWAY_DATA_DIR", HEADWAY_BINARY_DIR "/data", 1); }

    int run(const OccupationOptions& options, const std::string& input = {}) {
        std::istringstream in(input);
        Streams streams{in, out_, err_};
        return run_occupation(options, streams);
    }
    std::ostringstream out_, err_;
};

TEST_F(Occupation, FindsTitlesAsPeopleWriteThem) {
    const auto catalog = open_catalog();
    ASSERT_TRUE(catalog) << catalog.error().message();
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"Senior Accountant", "13-2011.00"},
        {"Graphic Designer", "27-1024.00"},
        {"Dairy Herd Manager", "11-9013.00"},
        {"Senior Backend Engineer (m/f/d)", "15-1254.00"},
        {"Sr. RN - Night Shift ICU", "29-1141.00"},
        {"Nurse, Registered", "29-1141.00"},
        {"HR Generalist - Remote", "13-1071.00"},
        {"Softwar Enginer", "15-1252.00"},
        {"High School Mathematics Teacher", "25-2031.00"},
        {"Apprentice Electrician", "47-3013.00"},
        {"Security Guard, Night", "33-9032.00"},
        {"Physiotherapist", "29-1123.00"},  // listed by ESCO alone
        {"Data Scientist II @ Nimbolt", "15-2051.00"},
    };
    for (const auto& [title, code] : cases) {
        const auto found = career::find_occupations(title, {}, 3, *catalog);
        ASSERT_FALSE(found.empty()) << title;
        EXPECT_EQ(catalog->occupation_code(found[0].occupation), code) << title;
    }
}

TEST_F(Occupation, DutiesTellManagersOfCowsFromManagersOfShops) {
    const auto catalog = open_catalog();
    ASSERT_TRUE(catalog) << catalog.error().message();
    const auto cows = career::find_occupations(
        "Manager", career::Duties("Milking, calving, feeding the herd, pasture, farm hands."), 1, *catalog);
    const auto shop = career::find_occupations(
        "Manager", career::Duties("Cashiers, shelves, store customers, sales floor, retail."), 1, *catalog);
    ASSERT_FALSE(cows.empty() || shop.empty());
    EXPECT_NE(catalog->occupation_code(cows[0].occupation), catalog->occupation_code(shop[0].occupation));
}

TEST_F(Occupation, PrintsATable) {
    OccupationOptions options;
    options.title = "Plumber";
    options.top = 2;
    EXPECT_EQ(run(options), 0);
    EXPECT_THAT(out_.str(), HasSubstr("47-2152.00  Plumbers, Pipefitters, and Steamfitters\n"));
    options.title = "!!!";
    EXPECT_EQ(run(options), 0);
    EXPECT_THAT(out_.str(), HasSubstr("No occupation fits this title.\n"));
}

TEST_F(Occupation, AnswersABatchLineByLine) {
    OccupationOptions options;
    options.batch = true;
    options.top = 1;
    EXPECT_EQ(run(options, "{\"id\":\"a\",\"text\":\"Plumber\"}\nnot JSON\n{\"id\":\"b\",\"text\":\"\"}\n"),
              0);
    std::istringstream lines(out_.str());
    std::string line;
    std::getline(lines, line);
    EXPECT_THAT(line, StartsWith(R"({"id":"a","ranked":[{"id":"47-2152.00","name":"Plumbers)"));
    std::getline(lines, line);
    EXPECT_THAT(line, StartsWith(R"({"id":null,"error":"line 2: )"));
    std::getline(lines, line);
    EXPECT_EQ(line, R"({"id":"b","ranked":[]})");
    EXPECT_FALSE(std::getline(lines, line));
}

TEST_F(Occupation, WantsATitleOrABatch) {
    EXPECT_EQ(run({}), 2);
    OccupationOptions both;
    both.title = "Plumber";
    both.batch = true;
    EXPECT_EQ(run(both), 2);
}

}  // namespace
}  // namespace headway::app
