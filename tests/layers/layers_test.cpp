// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <regex>
#include <string>

#include "layers/checks.hpp"

namespace headway::layers {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string source_root = HEADWAY_SOURCE_DIR "/src";

const std::vector<Source>& sources() {
    static const std::vector<Source> all = read_sources(source_root);
    return all;
}

const Layers& layers() {
    static const Layers read = parse_layers(read_text(source_root + "/layers.txt"));
    return read;
}

const std::vector<AllowedName>& allowed_names() {
    static const auto read =
        parse_allowed_names(read_text(HEADWAY_SOURCE_DIR "/tests/layers/allowed_names.txt"));
    return read;
}

// The tree as it is.

TEST(Layers, ThereAreSources) {
    EXPECT_GT(sources().size(), 50U);
}
TEST(Layers, EveryIncludeIsAllowed) {
    EXPECT_THAT(check_includes(sources(), layers()), IsEmpty());
}
TEST(Layers, AllowedArrowsHaveNoRing) {
    EXPECT_THAT(check_rings(layers()), IsEmpty());
}
TEST(Layers, JsonStaysAtTheEdges) {
    EXPECT_THAT(check_json(sources()), IsEmpty());
}
TEST(Layers, SqlStaysInTheStore) {
    EXPECT_THAT(check_sql(sources()), IsEmpty());
}
TEST(Layers, NamesSayWhatThingsAre) {
    EXPECT_THAT(check_names(sources(), allowed_names()), IsEmpty());
}
TEST(Layers, AllowListHoldsNothingUnneeded) {
    EXPECT_THAT(check_allowed_names_are_used(sources(), allowed_names()), IsEmpty());
}
TEST(Layers, FilesBeginWithTheirLicence) {
    EXPECT_THAT(check_first_lines(sources()), IsEmpty());
}

TEST(Layers, EveryFolderExplainsItselfInAtMost25Lines) {
    for (const auto& entry : std::filesystem::directory_iterator(source_root)) {
        if (!entry.is_directory()) continue;
        const std::string readme = (entry.path() / "README.md").string();
        ASSERT_TRUE(std::filesystem::exists(readme)) << readme;
        EXPECT_LE(lines_of(read_text(readme)).size(), 25U) << readme;
    }
}

TEST(Layers, MainIsShort) {
    EXPECT_LE(lines_of(read_text(source_root + "/main.cpp")).size(), 25U);
}

// In a script with pipefail a reader that stops early ends the writer before it by SIGPIPE, now and then
// only.
TEST(Layers, ScriptsPipeIntoNothingThatStopsEarly) {
    const std::regex stops_early(R"(\|\s*(head\b|grep\s+-[a-zA-Z]*q|sed\s+[^|]*;?q['" ]))");
    for (const auto& entry : std::filesystem::directory_iterator(HEADWAY_SOURCE_DIR "/scripts")) {
        if (entry.path().extension() != ".sh") continue;
        const std::string text = read_text(entry.path().string());
        if (text.find("pipefail") == std::string::npos) continue;
        std::smatch found;
        EXPECT_FALSE(std::regex_search(text, found, stops_early)) << entry.path() << ": " << found.str();
    }
}

// The checks themselves: each is shown a file that breaks its rule.

TEST(LayerChecks, ReadsTheRules) {
    const Layers read = parse_layers("# comment\nbase:\ntext:\ncareer: text ontology # why\napp: *\n");
    EXPECT_THAT(read.allowed.at("career"), ElementsAre("ontology", "text"));
    EXPECT_TRUE(read.unlimited.contains("app"));
    EXPECT_THROW((void)parse_layers("career text\n"), std::runtime_error);
    EXPECT_THROW((void)parse_layers("text:\ntext:\n"), std::runtime_error);
}

TEST(LayerChecks, RefusesAnArrowThatIsNotDrawn) {
    const Layers rules = parse_layers("base:\ntext:\ncareer: text\napp: *\n");
    const auto problems = [&](const char* path, const char* text) {
        return check_includes({make_source(path, text)}, rules);
    };
    EXPECT_THAT(problems("career/gap.cpp", "#include \"text/tokens.hpp\"\n#include \"base/result.hpp\"\n"),
                IsEmpty());
    EXPECT_THAT(problems("text/tokens.cpp", "#include \"career/gap.hpp\"\n"),
                ElementsAre(HasSubstr("text may not include career/gap.hpp")));
    EXPECT_THAT(problems("text/tokens.cpp", "  #  include \"career/gap.hpp\"\n").size(), 1U);
    EXPECT_THAT(problems("career/gap.cpp", "#include \"app/streams.hpp\"\n"),
                ElementsAre(HasSubstr("nobody includes app")));
    EXPECT_THAT(problems("career/gap.cpp", "#include \"gap.hpp\"\n"),
                ElementsAre(HasSubstr("by its folder")));
    EXPECT_THAT(problems("unheard/of.cpp", ""), ElementsAre(HasSubstr("does not know")));
    EXPECT_THAT(problems("career/gap_test.cpp", "#include \"support/temp_folder.hpp\"\n"), IsEmpty());
    EXPECT_THAT(problems("career/gap.cpp", "#include \"support/temp_folder.hpp\"\n").size(), 1U);
}

TEST(LayerChecks, FindsARing) {
    EXPECT_THAT(check_rings(parse_layers("a: b\nb: c\nc: a\n")), ElementsAre(HasSubstr("a -> b -> c -> a")));
    EXPECT_THAT(check_rings(parse_layers("a: b\n")), ElementsAre(HasSubstr("b has no line")));
    EXPECT_THAT(check_rings(parse_layers("a: b c\nb: d\nc: d\nd:\n")), IsEmpty());
}

TEST(LayerChecks, RefusesJsonInTheEngine) {
    EXPECT_EQ(check_json({make_source("career/gap.hpp", "#include \"json/json.hpp\"\n")}).size(), 1U);
    EXPECT_EQ(check_json({make_source("app/gap.hpp", "#include <boost/json.hpp>\n")}).size(), 1U);
    EXPECT_EQ(check_json({make_source("app/gap.cpp", "boost::json::value v;\n")}).size(), 1U);
    EXPECT_THAT(check_json({make_source("app/gap.cpp", "// boost::json is elsewhere\n"),
                            make_source("report/wire.hpp", "#include <boost/describe.hpp>\n"),
                            make_source("json/json.hpp", "#include <boost/json.hpp>\n")}),
                IsEmpty());
}

TEST(LayerChecks, RefusesSqlOutsideTheStore) {
    for (const char* text : {
             "auto q = \"select id from jobs where owner = $1\";",
             "auto q = R\"sql(\n  INSERT INTO jobs values ($1))sql\";",
             "auto q = \"update jobs set title = $1\";",
             "auto q = \"Delete From jobs\";",
             "auto q = \"create table jobs (id integer)\";",
             "auto q = \"pragma journal_mode = wal\";",
             "auto q = \"begin immediate\";",
             "auto q = \"with best as (select 1) select * from best\";",
             "auto q = \"select 1\";",
         }) {
        EXPECT_EQ(check_sql({make_source("app/jobs.cpp", text)}).size(), 1U) << text;
        EXPECT_THAT(check_sql({make_source("store/jobs.cpp", text)}), IsEmpty()) << text;
    }
    EXPECT_THAT(check_sql({make_source("app/jobs.cpp",
                                       "// select id from jobs\n"
                                       "auto s = \"Update the packs, then look again\";\n"
                                       "auto t = \"nothing to select\";\n")}),
                IsEmpty());
}

TEST(LayerChecks, RefusesNamesThatSayNothing) {
    const auto problems = [](const char* path, const char* text) {
        return check_names({make_source(path, text)}, {});
    };
    EXPECT_EQ(problems("app/x.cpp", "class JobManager {};").size(), 1U);
    EXPECT_EQ(problems("app/x.cpp", "struct PDFInfo {};").size(), 1U);
    EXPECT_EQ(problems("app/x.cpp", "void date_helper();").size(), 1U);
    EXPECT_EQ(problems("app/utils.hpp", "").size(), 1U);
    EXPECT_EQ(problems("app/common.hpp", "").size(), 1U);
    EXPECT_EQ(problems("app/x.cpp", "struct CommonThings {};").size(), 1U);
    EXPECT_THAT(problems("app/x.cpp", "int common_prefix;"), IsEmpty());
    EXPECT_EQ(problems("app/utils_test.cpp", "").size(), 1U);
    EXPECT_THAT(problems("app/x_test.cpp", "TEST(X, RunsOnAnyProcessor) {}"), IsEmpty());
    EXPECT_THAT(problems("app/x.cpp", "// a helper\nauto s = \"Manager\"; int information; int reutilise;"),
                IsEmpty());
    const auto allowed = parse_allowed_names("# why\ndocument/ helper the child process\n");
    EXPECT_THAT(check_names({make_source("document/helper.hpp", "int helper;")}, allowed), IsEmpty());
    EXPECT_EQ(check_names({make_source("app/helper.hpp", "")}, allowed).size(), 1U);
    EXPECT_EQ(check_allowed_names_are_used({make_source("app/x.hpp", "")}, allowed).size(), 1U);
    EXPECT_THROW((void)parse_allowed_names("document/ helper\n"), std::runtime_error);
}

TEST(LayerChecks, RefusesAFileWithoutItsLicence) {
    const std::string licence = "// SPDX-License-Identifier: GPL-3.0-or-later\n";
    EXPECT_EQ(check_first_lines({make_source("app/x.cpp", "int x;\n")}).size(), 1U);
    EXPECT_EQ(check_first_lines({make_source("app/x.hpp", licence + "int x;\n")}).size(), 1U);
    EXPECT_THAT(check_first_lines({make_source("app/x.hpp", licence + "#pragma once\n")}), IsEmpty());
}

TEST(LayerChecks, ScannerTellsCodeFromTextAndComments) {
    const Scanned scanned = scan(
        "int a = 1'000; // \"no\"\nauto b = \"x\\\"y\"; /* \"no\" */ char c = '\"';\n"
        "auto d = R\"re(raw \" text)re\"; int e;\n");
    EXPECT_THAT(scanned.literals, ElementsAre("x\\\"y", "raw \" text"));
    EXPECT_THAT(scanned.code, HasSubstr("int e;"));
    EXPECT_EQ(lines_of(scanned.code).size(), 3U);
}

}  // namespace
}  // namespace headway::layers
