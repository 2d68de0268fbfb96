// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <gmock/gmock.h>
#include <sstream>
#include <vector>

#include "app/link_command.hpp"
#include "app/paths.hpp"
#include "support/program.hpp"

namespace headway::app {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

/// A text with the five best skills and their scores as research/link/reference.py computes them over all
/// labels.
struct Case {
    std::string text;
    std::vector<std::pair<std::string, double>> best;
};

std::vector<Case> read_cases() {
    std::ifstream in(HEADWAY_SOURCE_DIR "/tests/command/link_cases.tsv");
    std::vector<Case> out;
    for (std::string line; std::getline(in, line);) {
        Case c;
        std::istringstream fields(line);
        std::getline(fields, c.text, '\t');
        for (std::string field; std::getline(fields, field, '\t');) {
            const std::size_t space = field.find(' ');
            c.best.emplace_back(field.substr(0, space), std::stod(field.substr(space + 1)));
        }
        out.push_back(c);
    }
    return out;
}

TEST(Link, RanksAsTheReferenceDoes) {
    ::setenv("HEADWAY_DATA_DIR", HEADWAY_BINARY_DIR "/data", 1);
    const auto catalog = open_catalog();
    ASSERT_TRUE(catalog) << catalog.error().message();
    const auto linker = open_linker(*catalog);
    ASSERT_TRUE(linker) << linker.error().message();
    const auto cases = read_cases();
    ASSERT_EQ(cases.size(), 40U);
    int same = 0;
    int all = 0;
    for (const Case& c : cases) {
        const auto found = linker->link(c.text, career::LinkFramework::esco, 5);
        ASSERT_EQ(found.size(), c.best.size()) << c.text;
        for (std::size_t i = 0; i < found.size(); ++i) {
            // Neighbours whose scores differ by rounding only may change places; the score at a rank may not.
            EXPECT_NEAR(found[i].score, c.best[i].second, 0.003) << c.text << " rank " << i;
            ++all;
            for (const auto& [id, score] : c.best) same += id == catalog->id(found[i].skill) ? 1 : 0;
        }
    }
    EXPECT_GE(same, all - 3);
}

TEST(Link, AnswersABatchLineByLine) {
    const auto run = test::run_program(
        {.arguments = {"link", "--batch", "--framework", "esco", "--top", "2"},
         .input = "{\"id\":\"a\",\"text\":\"weld metal parts\"}\nnonsense\n{\"id\":\"b\",\"text\":\"\"}\n"});
    EXPECT_EQ(run.code, done) << run.err;
    std::istringstream lines(run.out);
    std::string line;
    std::getline(lines, line);
    EXPECT_THAT(line, StartsWith("{\"id\":\"a\",\"ranked\":[{\"id\":\"esco:"));
    std::getline(lines, line);
    EXPECT_THAT(line, StartsWith("{\"id\":null,\"error\":\"line 2: "));
    std::getline(lines, line);
    EXPECT_EQ(line, "{\"id\":\"b\",\"ranked\":[]}");
    EXPECT_FALSE(std::getline(lines, line));
}

TEST(Link, PrintsATableOrJson) {
    const auto table = test::run_program({"link", "planning the menus of a restaurant"});
    EXPECT_EQ(table.code, done) << table.err;
    EXPECT_THAT(table.out, HasSubstr("plan menus"));
    const auto json = test::run_program({"link", "SQL", "--framework", "onet", "--top", "1", "--json"});
    EXPECT_THAT(json.out, HasSubstr("\"text\": \"SQL\""));
    EXPECT_THAT(json.out, HasSubstr("onet:tech/"));
}

TEST(Link, RefusesWrongUse) {
    EXPECT_EQ(test::run_program(std::vector<std::string>{"link"}).code, wrong_usage);
    EXPECT_EQ(test::run_program({"link", "text", "--batch"}).code, wrong_usage);
    EXPECT_EQ(test::run_program({"link", "text", "--framework", "isco"}).code, wrong_usage);
    EXPECT_EQ(test::run_program({"link", "text", "--top", "0"}).code, wrong_usage);
}

}  // namespace
}  // namespace headway::app
