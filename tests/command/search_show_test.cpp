// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <gmock/gmock.h>
#include <sstream>

#include "app/search_command.hpp"
#include "app/show_command.hpp"
#include "support/small_catalog.hpp"

namespace headway::app {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

struct Ran {
    int code = 0;
    std::string out, err;
};

class SearchAndShow : public ::testing::Test {
  protected:
    SearchAndShow() { ::setenv("HEADWAY_DATA_DIR", small_.folder().path().c_str(), 1); }
    ~SearchAndShow() override { ::unsetenv("HEADWAY_DATA_DIR"); }

    template <class Options, class Command>
    static Ran run(Command command, const Options& options, const std::string& input = {}) {
        std::istringstream in(input);
        std::ostringstream out;
        std::ostringstream err;
        Streams streams{in, out, err, false, 80};
        const int code = command(options, streams);
        return {code, out.str(), err.str()};
    }
    static Ran search(const SearchOptions& options, const std::string& input = {}) {
        return run(run_search, options, input);
    }
    static Ran show(const std::string& id, bool json = false) { return run(run_show, ShowOptions{id, json}); }
    static SearchOptions query(std::string text) {
        SearchOptions options;
        options.query = std::move(text);
        return options;
    }

    test::SmallCatalog small_;
};

TEST_F(SearchAndShow, SearchPrintsTextAndJson) {
    auto options = query("kubernets");
    EXPECT_THAT(search(options).out,
                HasSubstr("Kubernetes  (tool, hot)\n      hw:kubernetes = onet:tech/kubernetes\n"));
    options.json = true;
    const auto json = search(options);
    EXPECT_EQ(json.code, done);
    EXPECT_THAT(json.out, HasSubstr("\"id\": \"hw:kubernetes\""));
    EXPECT_THAT(json.out, HasSubstr("\"type\": \"skill\""));
}

TEST_F(SearchAndShow, FindingNothingIsNoFailure) {
    const auto nothing = search(query("qqqqqqqq"));
    EXPECT_EQ(nothing.code, done);
    EXPECT_THAT(nothing.out, HasSubstr("Nothing has a name like"));
}

TEST_F(SearchAndShow, SearchRefusesWrongUse) {
    EXPECT_EQ(search({}).code, wrong_usage);
    auto both = query("x");
    both.batch = true;
    EXPECT_EQ(search(both).code, wrong_usage);
    auto kind = query("x");
    kind.kind = "colour";
    EXPECT_EQ(search(kind).code, wrong_usage);
}

TEST_F(SearchAndShow, KindOccupationGivesOccupationsOnly) {
    auto options = query("rn");
    options.kind = "occupation";
    EXPECT_THAT(search(options).out, HasSubstr("29-1141.00"));
    EXPECT_THAT(search(options).out, Not(HasSubstr("hw:rn")));
}

TEST_F(SearchAndShow, SearchAnswersBatches) {
    SearchOptions options;
    options.batch = true;
    options.top = 1;
    const auto run = search(options, "{\"id\":\"7\",\"text\":\"c++\"}\nbad\n");
    EXPECT_EQ(run.code, done);
    EXPECT_THAT(
        run.out,
        HasSubstr("{\"id\":\"7\",\"ranked\":[{\"id\":\"hw:c-plus-plus\",\"name\":\"C++\",\"score\":1}]}\n"));
    EXPECT_THAT(run.out, HasSubstr("\"error\":\"line 2: "));
}

TEST_F(SearchAndShow, ShowsASkillByAnyOfItsIds) {
    const auto text = show("onet:tech/kubernetes");
    EXPECT_EQ(text.code, done);
    for (const char* part : {"Kubernetes  (tool, hot technology)", "Application server software (43232701)",
                             "k8s", "Containers", "Software Developers", "in demand"}) {
        EXPECT_THAT(text.out, HasSubstr(part));
    }
    EXPECT_THAT(show("http://data.europa.eu/esco/skill/1").out, HasSubstr("Microsoft Excel"));
}

TEST_F(SearchAndShow, ShowsAnOccupationWithTheReleaseOfItsRatings) {
    const auto text = show("29-1141");
    EXPECT_EQ(text.code, done);
    for (const char* part : {"Registered Nurses", "Job zone: 3 of 5", "4.12 ±0.25", "29.3", "n/r"}) {
        EXPECT_THAT(text.out, HasSubstr(part));
    }
    EXPECT_THAT(show("29-1141.00", true).out, HasSubstr("\"not_relevant\": true"));
}

TEST_F(SearchAndShow, TextFitsEightyColumns) {
    for (const char* id : {"hw:kubernetes", "onet:2.A.1.a", "29-1141.00", "15-1252.00", "esco:o1"}) {
        std::istringstream lines(show(id).out);
        for (std::string line; std::getline(lines, line);) {
            const auto columns = std::ranges::count_if(line, [](char c) { return (c & 0xC0) != 0x80; });
            EXPECT_LE(columns, 80) << line;
        }
    }
}

TEST_F(SearchAndShow, AnUnknownIdNamesTheNearest) {
    const auto run = show("hw:kubernets");
    EXPECT_EQ(run.code, unreadable_input);
    EXPECT_THAT(run.err, HasSubstr("hw:kubernetes"));
    EXPECT_EQ(run.out, "");
    EXPECT_EQ(show("").code, wrong_usage);
    EXPECT_EQ(show(std::string(100000, 'x')).code, unreadable_input);
    EXPECT_EQ(show("\xff\xfe:\n").code, unreadable_input);
}

TEST_F(SearchAndShow, ShowAnswersBatches) {
    ShowOptions options;
    options.batch = true;
    const auto run_of = [&](const std::string& input) { return run(run_show, options, input); };
    const auto ran = run_of(
        "{\"id\":\"1\",\"text\":\"onet:tech/kubernetes\"}\n{\"id\":\"2\",\"text\":\"29-1141\"}\nbad\n"
        "{\"id\":\"4\",\"text\":\"hw:kubernets\"}\n{\"id\":\"5\",\"text\":\"\"}\n");
    EXPECT_EQ(ran.code, done);
    std::istringstream lines(ran.out);
    std::string line;
    std::getline(lines, line);
    EXPECT_THAT(line, HasSubstr("{\"id\":\"1\",\"ranked\":[{\"id\":\"onet:tech/kubernetes\",\"name\":"));
    EXPECT_THAT(line, HasSubstr("\"score\":1}]}"));
    std::getline(lines, line);
    EXPECT_EQ(
        line,
        "{\"id\":\"2\",\"ranked\":[{\"id\":\"29-1141.00\",\"name\":\"Registered Nurses\",\"score\":1}]}");
    std::getline(lines, line);
    EXPECT_THAT(line, HasSubstr("\"error\":\"line 3: "));
    std::getline(lines, line);
    EXPECT_THAT(line, HasSubstr("{\"id\":\"4\",\"ranked\":[{\"id\":\"hw:kubernetes\""));
    EXPECT_THAT(line, Not(HasSubstr("\"score\":1}")));
    std::getline(lines, line);
    EXPECT_EQ(line, "{\"id\":\"5\",\"ranked\":[]}");
    options.id = "hw:kubernetes";
    EXPECT_EQ(run_of("").code, wrong_usage);
}

}  // namespace
}  // namespace headway::app
