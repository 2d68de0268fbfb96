// SPDX-License-Identifier: GPL-3.0-or-later
// Every quotation in every answer about every sample is found at its offsets in what `headway text` prints.
#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <string_view>

#include "support/json_schema.hpp"
#include "support/program.hpp"
#include "support/samples.hpp"

namespace headway::test {
namespace {

namespace bj = boost::json;

std::string text_of(const std::string& file) {
    const Ended ended = run_program({"text", file});
    EXPECT_EQ(ended.code, 0) << ended.err;
    return ended.out;
}

bj::value json_of(std::vector<std::string> arguments) {
    const Ended ended = run_program(std::move(arguments));
    EXPECT_EQ(ended.code, 0) << ended.err;
    return bj::parse(ended.out);
}

void expect_quoted(const bj::value& evidence, const std::string& text) {
    const auto start = evidence.at("start").to_number<std::size_t>();
    const auto end = evidence.at("end").to_number<std::size_t>();
    ASSERT_LE(start, end);
    ASSERT_LE(end, text.size());
    EXPECT_EQ(std::string_view(evidence.at("text").as_string()),
              std::string_view(text).substr(start, end - start));
}

/// Walks the whole answer; what lies below `job_evidence` quotes the job, all else `text`.
std::size_t expect_all_quoted(const bj::value& value, const std::string& text, const std::string& job_text) {
    std::size_t count = 0;
    if (const auto* list = value.if_array()) {
        for (const auto& item : *list) count += expect_all_quoted(item, text, job_text);
    } else if (const auto* object = value.if_object()) {
        if (object->contains("start") && object->contains("text")) {
            expect_quoted(value, text);
            ++count;
        }
        for (const auto& [key, member] : *object) {
            count += expect_all_quoted(member, key == "job_evidence" ? job_text : text, job_text);
        }
    }
    return count;
}

class Samples : public testing::TestWithParam<SamplePair> {};

TEST_P(Samples, EveryQuotationOfTheReportIsInTheDocument) {
    const SamplePair& pair = GetParam();
    const bj::value report = json_of({"gap", pair.resume, pair.job, "--json"});
    EXPECT_GT(expect_all_quoted(report, text_of(pair.resume), text_of(pair.job)), 0U);
    for (const auto& requirement : report.at("requirements").as_array()) {
        if (requirement.at("support").as_string() == "none") continue;
        EXPECT_FALSE(requirement.at("resume_evidence").as_array().empty())
            << requirement.at("name") << " is said to be held, without a sentence that shows it";
    }
}

TEST_P(Samples, EveryQuotationOfTheSkillListsIsInTheDocument) {
    const SamplePair& pair = GetParam();
    const std::string resume_text = text_of(pair.resume);
    const std::string job_text = text_of(pair.job);
    EXPECT_GT(expect_all_quoted(json_of({"skills", pair.resume, "--json"}), resume_text, resume_text), 0U);
    EXPECT_GT(expect_all_quoted(json_of({"skills", pair.job, "--as", "job", "--json"}), job_text, job_text),
              0U);
}

TEST_P(Samples, AnswersFitTheirSchemas) {
    const SamplePair& pair = GetParam();
    const std::string formats = HEADWAY_SOURCE_DIR "/docs/formats/";
    const bj::value gap_schema = read_json(formats + "gap-report.schema.json");
    const bj::value skills_schema = read_json(formats + "skills.schema.json");
    for (const std::string& problem :
         schema_problems(gap_schema, json_of({"gap", pair.resume, pair.job, "--json"}))) {
        ADD_FAILURE() << "gap: " << problem;
    }
    for (const std::string& problem :
         schema_problems(skills_schema, json_of({"skills", pair.resume, "--json"}))) {
        ADD_FAILURE() << "skills: " << problem;
    }
    for (const std::string& problem :
         schema_problems(skills_schema, json_of({"skills", pair.job, "--as", "job", "--json"}))) {
        ADD_FAILURE() << "skills of a job: " << problem;
    }
}

TEST_P(Samples, TheSameInputGivesTheSameAnswer) {
    const SamplePair& pair = GetParam();
    EXPECT_EQ(run_program({"gap", pair.resume, pair.job, "--json"}).out,
              run_program({"gap", pair.resume, pair.job, "--json"}).out);
}

INSTANTIATE_TEST_SUITE_P(All, Samples, testing::ValuesIn(sample_pairs()),
                         [](const auto& info) { return info.param.name; });

TEST(SamplePairs, AreThere) {
    EXPECT_GE(sample_pairs().size(), 8U);
}

}  // namespace
}  // namespace headway::test
