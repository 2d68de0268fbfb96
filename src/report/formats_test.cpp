// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/bytes.hpp"
#include "json/json.hpp"
#include "report/report.hpp"
#include "report/wire.hpp"

// tests/command holds real answers against the schemas; here documents and structs are held against each
// other.
namespace headway::report {
namespace {

using testing::HasSubstr;

std::string document(const std::string& name) {
    const auto content = read_file(HEADWAY_SOURCE_DIR "/docs/formats/" + name, 1U << 20U);
    EXPECT_TRUE(content.has_value()) << name;
    return content.value_or(std::string());
}

/// `"required": [` of the object schema that has exactly the members of the struct, laid out as in the files.
template <class T>
std::string required_of(std::string_view indent) {
    std::string out = std::string(indent) + "\"required\": [\n";
    bool first = true;
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>([&](auto d) {
        out +=
            (first ? "" : ",\n") + std::string(indent) + "  \"" + std::string(json::wire_name(d.name)) + "\"";
        first = false;
    });
    return out + "\n" + std::string(indent) + "],\n" + std::string(indent) +
           "\"additionalProperties\": false";
}

TEST(Formats, DocumentsHoldTheSchemasWordForWord) {
    EXPECT_THAT(document("gap-report-json.md"),
                HasSubstr("```json\n" + document("gap-report.schema.json") + "```\n"));
    EXPECT_THAT(document("skills-json.md"),
                HasSubstr("```json\n" + document("skills.schema.json") + "```\n"));
}

TEST(Formats, GapReportSchemaHasExactlyTheFieldsOfTheStructs) {
    const std::string schema = document("gap-report.schema.json");
    EXPECT_THAT(schema, HasSubstr(required_of<WireReport>("  ")));
    for (const std::string& required :
         {required_of<WireRequirement>("      "), required_of<WireOccupation>("      "),
          required_of<WireLevel>("      "), required_of<WireEvidence>("      "),
          required_of<WireSkillRef>("      "), required_of<WireSkill>("      "),
          required_of<WireUnclaimed>("      "), required_of<WireProvenance>("      "),
          required_of<WirePack>("            "), required_of<WireModelFile>("            "),
          required_of<WireParameter>("            ")}) {
        EXPECT_THAT(schema, HasSubstr(required));
    }
}

TEST(Formats, FieldsOfReportsNameThoseInside) {
    const std::string fields = fields_of_reports();
    for (const char* name : {"{score ", "weight_sum ", "provenance{program ", "ratings_release ", "because "})
        EXPECT_THAT(fields, HasSubstr(name));
}

TEST(Formats, SkillsSchemaHasExactlyTheFieldsOfTheStructs) {
    const std::string schema = document("skills.schema.json");
    EXPECT_THAT(schema, HasSubstr(required_of<WireSkillList>("  ")));
    for (const std::string& required :
         {required_of<WireSkill>("      "), required_of<WireLevel>("      "),
          required_of<WireEvidence>("      "), required_of<WireUnclaimed>("      ")}) {
        EXPECT_THAT(schema, HasSubstr(required));
    }
}

}  // namespace
}  // namespace headway::report
