// SPDX-License-Identifier: GPL-3.0-or-later
// Every other JSON answer of the command line against the schema that docs/formats promises for it; reports
// and lists of skills are in evidence_test.cpp.
#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <set>
#include <sstream>

#include "support/data_folder.hpp"
#include "support/json_schema.hpp"
#include "support/program.hpp"
#include "support/samples.hpp"

namespace headway::test {
namespace {

namespace bj = boost::json;
using Arguments = std::vector<std::string>;

std::string answer_of(const Arguments& arguments, const std::string& input = {}) {
    const Ended ended = run_program({.arguments = arguments, .input = input});
    EXPECT_EQ(ended.code, 0) << ended.err;
    return ended.out;
}

void expect_value_fits(const bj::value& answer, const std::string& schema) {
    const std::string path = HEADWAY_SOURCE_DIR "/docs/formats/" + schema + ".schema.json";
    for (const std::string& problem : schema_problems(read_json(path), answer)) {
        ADD_FAILURE() << schema << ": " << problem;
    }
}

/// The answer, after it was held against the schema.
bj::value expect_fits(const Arguments& arguments, const std::string& schema) {
    bj::value answer = bj::parse(answer_of(arguments));
    expect_value_fits(answer, schema);
    return answer;
}

std::vector<Arguments> batches() {
    return {{"ontology", "search", "--batch"},
            {"ontology", "show", "--batch"},
            {"occupation", "--batch"},
            {"link", "--framework", "esco", "--top", "3", "--batch"},
            {"link", "--framework", "onet", "--top", "3", "--batch"}};
}

std::vector<bj::value> lines_of(const std::string& answer) {
    std::vector<bj::value> out;
    std::istringstream lines(answer);
    for (std::string line; std::getline(lines, line);) out.push_back(bj::parse(line));
    return out;
}

TEST(AnswersFit, TextOfEachSample) {
    std::set<std::string> files;
    for (const SamplePair& pair : sample_pairs()) files.insert({pair.resume, pair.job});
    for (const std::string& file : files) expect_fits({"text", file, "--json"}, "text");
}

TEST(AnswersFit, SearchAndTheCardsOfWhatItFinds) {
    std::set<std::string> ids;
    for (const char* query : {"kuberntes", "nurse", "C++", "welding", "Microsoft Excel", "communicating",
                              "forklift", "Spanish", "project management", "bachelor"}) {
        const bj::value hits = expect_fits({"ontology", "search", query, "--top", "3", "--json"}, "search");
        for (const bj::value& hit : hits.at("results").as_array()) {
            ids.emplace((hit.at("type").as_string() == "skill" ? "s" : "o") +
                        std::string(hit.at("id").as_string()));
        }
    }
    ids.insert({"o15-1252.00", "o29-1141.00", "sonet:2.A.1.a"});
    EXPECT_GT(ids.size(), 20U);
    for (const std::string& id : ids) {
        expect_fits({"ontology", "show", id.substr(1), "--json"},
                    id.front() == 's' ? "skill-card" : "occupation-card");
    }
}

TEST(AnswersFit, NothingFound) {
    expect_fits({"ontology", "search", "qqqqzzzz", "--json"}, "search");
    expect_fits({"link", "qqqqzzzz", "--json"}, "link");
    expect_fits({"occupation", "qqqqzzzz", "--json"}, "occupation");
}

TEST(AnswersFit, QualityOfThePacks) {
    const bj::value reports = expect_fits({"ontology", "check", "--json"}, "check");
    EXPECT_EQ(reports.as_array().size(), 3U);
}

TEST(AnswersFit, OccupationsAndLinks) {
    expect_fits({"occupation", "senior C++ developer", "--json"}, "occupation");
    expect_fits({"link", "weld pipes and read blueprints", "--json"}, "link");
}

TEST(AnswersFit, EachLineOfEachBatch) {
    const std::string questions =
        "{\"id\":\"a\",\"text\":\"registered nurse\"}\n"
        "no json\n"
        "{\"id\":\"b\",\"text\":\"\"}\n"
        "{\"id\":\"c\",\"text\":\"15-1252.00\"}\n";
    for (const Arguments& arguments : batches()) {
        const std::vector<bj::value> answers = lines_of(answer_of(arguments, questions));
        for (const bj::value& answer : answers) expect_value_fits(answer, "ranked-answer");
        EXPECT_EQ(answers.size(), 4U) << arguments.front();
    }
}

/// The Big List of Naughty Strings: whatever a line says, it has its line of answer.
TEST(AnswersFit, NaughtyStringsInEachBatch) {
    HEADWAY_NEEDS_DATA("hostile/blns/blns.json");
    std::string questions;
    std::size_t asked = 0;
    const bj::value naughty = read_json(data_folder() + "/hostile/blns/blns.json");
    for (const bj::value& text : naughty.as_array()) {
        questions += bj::serialize(bj::object{{"id", std::to_string(asked++)}, {"text", text}}) + "\n";
    }
    ASSERT_GT(asked, 400U);
    for (const Arguments& arguments : batches()) {
        const std::vector<bj::value> answers = lines_of(answer_of(arguments, questions));
        ASSERT_EQ(answers.size(), asked) << arguments.front();
        for (std::size_t i = 0; i < asked; ++i) {
            expect_value_fits(answers[i], "ranked-answer");
            EXPECT_EQ(answers[i].at("id").as_string(), std::to_string(i)) << arguments.front();
        }
    }
}

}  // namespace
}  // namespace headway::test
