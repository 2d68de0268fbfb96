// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <gmock/gmock.h>
#include <sstream>

#include "app/check_command.hpp"
#include "app/import_command.hpp"
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
    const int code = run_import({ImportedFramework::curated, {folder}, out}, streams);
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

TEST_F(OntologyCommands, WrongUseAndUnreadablePacks) {
    std::istringstream in;
    std::ostringstream o;
    std::ostringstream e;
    Streams streams{in, o, e};
    EXPECT_EQ(run_import({ImportedFramework::esco, {"a", "b"}, "x"}, streams), wrong_usage);
    EXPECT_EQ(run_import({ImportedFramework::onet, {}, "x"}, streams), wrong_usage);
    EXPECT_EQ(check_packs({{folder_.file("none.pack")}}).code, unreadable_input);
    folder_.write("bad.pack", "nonsense");
    EXPECT_THAT(check_packs({{folder_.file("bad.pack")}}).err, HasSubstr("not a Headway pack"));
}

}  // namespace
}  // namespace headway::app
