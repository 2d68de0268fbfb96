// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdexcept>

#include "support/json_schema.hpp"

namespace headway::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> problems(const char* schema, const char* value) {
    return schema_problems(boost::json::parse(schema), boost::json::parse(value));
}

TEST(JsonSchema, NamesThePlaceOfAProblem) {
    const char* schema = R"({"type":"object","properties":{"a":{"type":"array","items":{"$ref":"#/$defs/n"}}},
        "required":["a"],"additionalProperties":false,"$defs":{"n":{"type":["integer","null"],"minimum":1}}})";
    EXPECT_THAT(problems(schema, R"({"a":[1,null,2.0]})"), IsEmpty());
    EXPECT_THAT(problems(schema, R"({"a":[1,0.5]})"),
                ElementsAre(R"($.a[1]: is not of type ["integer","null"])", "$.a[1]: too small"));
    EXPECT_THAT(problems(schema, R"({"b":1,"a":[]})"), ElementsAre("$.b: not allowed"));
    EXPECT_THAT(problems(schema, "{}"), ElementsAre("$: a is missing"));
}

TEST(JsonSchema, ChecksValues) {
    EXPECT_THAT(problems(R"({"enum":["a","b"]})", R"("c")"), ElementsAre(R"($: "c" is not in the enum)"));
    EXPECT_EQ(problems(R"({"const":1})", "2").size(), 1U);
    EXPECT_EQ(problems(R"({"pattern":"^a+$"})", R"("ab")").size(), 1U);
    EXPECT_EQ(problems(R"({"minLength":2})", R"("é")").size(), 1U);
    EXPECT_EQ(problems(R"({"maximum":7})", "7.5").size(), 1U);
    EXPECT_EQ(problems(R"({"exclusiveMinimum":0})", "0").size(), 1U);
    EXPECT_EQ(problems(R"({"minItems":1})", "[]").size(), 1U);
    EXPECT_EQ(problems(R"({"anyOf":[{"type":"string"},{"type":"null"}]})", "1").size(), 1U);
    EXPECT_THAT(problems(R"({"anyOf":[{"type":"string"},{"type":"null"}]})", "null"), IsEmpty());
    EXPECT_EQ(problems(R"({"oneOf":[{"type":"number"},{"type":"integer"}]})", "1").size(), 1U);
}

TEST(JsonSchema, RefusesWhatItDoesNotCheck) {
    EXPECT_THROW((void)problems(R"({"multipleOf":2})", "[]"), std::runtime_error);
    EXPECT_THROW((void)problems(R"({"type":"text"})", "1"), std::runtime_error);
}

}  // namespace
}  // namespace headway::test
