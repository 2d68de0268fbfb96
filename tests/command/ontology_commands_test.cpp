// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <gmock/gmock.h>
#include <sstream>

#include "app/check_command.hpp"
#include "app/import_command.hpp"
#include "support/program.hpp"
#include "support/temp_folder.hpp"

namespace headway::app {
namespace {

using ::testing::HasSubstr;

struct Run {
    int code = 0;
    std::string out, err;
};

Run import_curated(const std::string& folder, const std::string& out) {
    std::istringstream in;
    std::ostringstream o;
    std::ostringstream e;
    Streams streams{in, o, e};
    const int code = run_import({ImportedFramework::curated, {folder}, out, {}}, streams);
    return {code, o.str(), e.str()};
}

Run check_packs(const CheckOptions& options) {
    std::istringstream in;
    std::ostringstream o;
    std::ostringstream e;
    Streams streams{in, o, e};
    const int code = run_check(options, streams);
    return {code, o.str(), e.str()};
}

class OntologyCommands : public ::testing::Test {
  protected:
    OntologyCommands() {
        folder_.write(
            "skills/a.toml",
            "[[skill]]\nid = \"baking\"\nname = \"Baking\"\nkind = \"skill\"\naliases = [\"bread\"]\n");
    }
    test::TempFolder folder_;
};

TEST_F(OntologyCommands, ImportWritesAPackThatCheckReads) {
    const auto made = import_curated(folder_.file("skills"), folder_.file("x.pack"));
    EXPECT_EQ(made.code, done) << made.err;
    EXPECT_THAT(made.out, HasSubstr("1 skills"));
    const auto text = check_packs({{folder_.file("x.pack")}});
    EXPECT_EQ(text.code, done);
    EXPECT_THAT(text.out, HasSubstr("no problem found"));
    EXPECT_THAT(text.out, ::testing::Not(HasSubstr("\x1b")));
    const auto json = check_packs({{folder_.file("x.pack")}, true});
    EXPECT_THAT(json.out, HasSubstr("\"framework\": \"headway\""));
    EXPECT_THAT(json.out, HasSubstr("\"problems\": []"));
}

TEST_F(OntologyCommands, AFailedImportWritesNothing) {
    folder_.write("skills/b.toml", "[[skill]]\nid = \"x\"\n");
    const auto run = import_curated(folder_.file("skills"), folder_.file("x.pack"));
    EXPECT_EQ(run.code, unreadable_input);
    EXPECT_THAT(run.err, HasSubstr("b.toml:1"));
    EXPECT_FALSE(std::filesystem::exists(folder_.file("x.pack")));
}

TEST_F(OntologyCommands, AnImportSaysHowItIsUsed) {
    EXPECT_THAT(import_curated(folder_.file("skills"), folder_.file("x.pack")).out,
                HasSubstr("--install FOLDER"));
    EXPECT_EQ(
        test::run_program({"import", "curated", folder_.file("skills"), "--out", "x", "--install", "y"}).code,
        wrong_usage);
}

TEST_F(OntologyCommands, AnInstalledFolderWorksAsDataFolder) {
    const std::string place = folder_.file("own/data");
    const auto made = test::run_program({"import", "curated", folder_.file("skills"), "--install", place});
    EXPECT_EQ(made.code, done) << made.err;
    EXPECT_THAT(made.out, HasSubstr("HEADWAY_DATA_DIR=" + place));
    const std::vector<std::pair<std::string, std::string>> environment = {{"HEADWAY_DATA_DIR", place}};
    const auto shown =
        test::run_program({.arguments = {"ontology", "show", "hw:baking"}, .environment = environment});
    EXPECT_EQ(shown.code, done) << shown.err;
    EXPECT_EQ(test::run_program({.arguments = {"link", "bread"}, .environment = environment}).code, done);

    // A pack put there by hand stops the program until what was made of the packs is made anew.
    const auto pack = [&](const char* name) {
        folder_.write("other/a.toml", std::string("[[skill]]\nid = \"") + name + "\"\nname = \"" + name +
                                          "\"\nkind = \"skill\"\n");
        return import_curated(folder_.file("other"), place + "/headway.pack");
    };
    EXPECT_EQ(pack("knitting").code, done);
    const auto stopped =
        test::run_program({.arguments = {"ontology", "show", "hw:knitting"}, .environment = environment});
    EXPECT_EQ(stopped.code, unreadable_input);
    EXPECT_THAT(stopped.err, HasSubstr("ontology compile"));
    EXPECT_EQ(test::run_program({.arguments = {"ontology", "compile"}, .environment = environment}).code,
              done);
    EXPECT_EQ(
        test::run_program({.arguments = {"ontology", "show", "hw:knitting"}, .environment = environment})
            .code,
        done);

    // The pack that lies there stays when another is installed; what fails changes nothing.
    folder_.write("bad/a.toml", "[[skill]]\nid = \"x\"\n");
    EXPECT_EQ(test::run_program({"import", "curated", folder_.file("bad"), "--install", place}).code,
              unreadable_input);
    EXPECT_EQ(
        test::run_program({.arguments = {"ontology", "show", "hw:knitting"}, .environment = environment})
            .code,
        done);
    EXPECT_FALSE(std::filesystem::exists(place + "/.making"));
}

TEST_F(OntologyCommands, CompileWritesOnlyWhereItIsTold) {
    EXPECT_EQ(
        test::run_program({.arguments = {"ontology", "compile"}, .environment = {{"HEADWAY_DATA_DIR", ""}}})
            .code,
        wrong_usage);
    const auto before = std::filesystem::last_write_time(HEADWAY_BINARY_DIR "/data/lexicon.bin");
    // Not beside the curated pack that is found elsewhere.
    const auto compiled = test::run_program(
        {.arguments = {"ontology", "compile"}, .environment = {{"HEADWAY_DATA_DIR", folder_.path()}}});
    EXPECT_EQ(compiled.code, done) << compiled.err;
    EXPECT_TRUE(std::filesystem::exists(folder_.file("lexicon.bin")));
    EXPECT_TRUE(std::filesystem::exists(folder_.file("link.bin")));
    EXPECT_EQ(std::filesystem::last_write_time(HEADWAY_BINARY_DIR "/data/lexicon.bin"), before);
}

TEST_F(OntologyCommands, WrongUseAndUnreadablePacks) {
    std::istringstream in;
    std::ostringstream o;
    std::ostringstream e;
    Streams streams{in, o, e};
    EXPECT_EQ(run_import({ImportedFramework::esco, {"a", "b"}, "x", {}}, streams), wrong_usage);
    EXPECT_EQ(run_import({ImportedFramework::onet, {}, "x", {}}, streams), wrong_usage);
    EXPECT_EQ(check_packs({{folder_.file("none.pack")}}).code, unreadable_input);
    folder_.write("bad.pack", "nonsense");
    EXPECT_THAT(check_packs({{folder_.file("bad.pack")}}).err, HasSubstr("not a Headway pack"));
}

}  // namespace
}  // namespace headway::app
