// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/curated_reader.hpp"

#include <gmock/gmock.h>

#include "support/temp_folder.hpp"

namespace headway::ontology {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string entry(const std::string& more) {
    return "[[skill]]\nid = \"baking\"\nname = \"Baking\"\nkind = \"skill\"\n" + more + "\n";
}

std::string refusal(const std::string& text) {
    const test::TempFolder folder;
    folder.write("a.toml", text);
    auto framework = read_curated(folder.path());
    return framework ? "accepted" : framework.error().message();
}

TEST(CuratedReader, ReadsEveryKey) {
    const test::TempFolder folder;
    folder.write(
        "a.toml",
        "[[skill]]\nid = \"go\"\nname = \"Go\"\nkind = \"programming_language\"\naliases = [\"Golang\", "
        "\"golang\"]\nclass = \"43232405\"\nambiguous = true\ncontext = [\"goroutine\"]\navoid = "
        "[\"board\"]\n"
        "broader = [\"programming\"]\nnear = [\"rust\"]\nsignals = [\"go mod\"]\nwords = \"goroutine "
        "vet\"\nonet = \"Go\"\nesco = "
        "\"Go!\"\n");
    folder.write("b.toml",
                 "[[skill]]\nid = \"programming\"\nname = \"Programming\"\nkind = \"skill\"\n[[skill]]\n"
                 "id = \"rust\"\nname = \"Rust\"\nkind = \"programming_language\"\n");
    folder.write("notes.md", "not read");
    const Framework f = read_curated(folder.path()).value();
    EXPECT_EQ(f.name, "headway");
    ASSERT_EQ(f.skills.size(), 3U);
    const Skill& go = f.skills[0];
    EXPECT_EQ(go.id, "hw:go");
    EXPECT_EQ(go.kind, Kind::programming_language);
    ASSERT_EQ(go.aliases.size(), 1U) << "one that differs only in letter case is dropped";
    EXPECT_EQ(go.aliases[0].text, "Golang");
    EXPECT_EQ(go.commodity, 43232405U);
    EXPECT_TRUE(go.ambiguous);
    EXPECT_THAT(go.context, ElementsAre("goroutine"));
    EXPECT_THAT(go.avoid, ElementsAre("board"));
    EXPECT_THAT(go.signals, ElementsAre("go mod", "goroutine + vet"));
    EXPECT_THAT(go.same_as, ElementsAre("onet=Go", "esco=Go!"));
    ASSERT_EQ(f.links.size(), 3U) << "near is symmetric";
    EXPECT_EQ(f.links[2].from, 2U);
    EXPECT_EQ(f.links[2].to, 0U);
    ASSERT_EQ(f.files.size(), 2U);
    EXPECT_EQ(f.files[1].rows, 2U);
}

TEST(CuratedReader, RefusesWithFileAndLine) {
    EXPECT_THAT(refusal(entry("colour = \"red\"")), HasSubstr("a.toml:5: unknown key \"colour\""));
    EXPECT_THAT(refusal(entry("") + entry("")), HasSubstr("a.toml:6: baking: the id is used before"));
    EXPECT_THAT(refusal("[[skill]\n"), HasSubstr("a.toml:1: is not TOML"));
    EXPECT_THAT(refusal("title = \"x\"\n"), HasSubstr("only [[skill]] tables"));
    EXPECT_THAT(refusal("skill = [1]\n"), HasSubstr("expected a [[skill]] table"));
    EXPECT_THAT(refusal(entry("aliases = \"x\"")), HasSubstr("must be a list of texts"));
    EXPECT_THAT(refusal(entry("aliases = [1]")), HasSubstr("must be a list of texts"));
    EXPECT_THAT(refusal(entry("class = 43232405")), HasSubstr("\"class\" must be a text"));
    EXPECT_THAT(refusal(entry("ambiguous = \"yes\"")), HasSubstr("true or false"));
}

TEST(CuratedReader, RefusesWrongValues) {
    EXPECT_THAT(refusal(entry("broader = [\"nothing\"]")), HasSubstr("there is no skill \"nothing\""));
    EXPECT_THAT(refusal(entry("near = [\"nothing\"]")), HasSubstr("there is no skill \"nothing\""));
    EXPECT_THAT(refusal(entry("near = [\"baking\"]")), HasSubstr("refers to itself"));
    EXPECT_THAT(refusal(entry("ambiguous = true")), HasSubstr("has no \"context\""));
    EXPECT_THAT(refusal(entry("class = \"1234\"")), HasSubstr("eight digits"));
    EXPECT_THAT(refusal(entry("signals = [\" x\"]")), HasSubstr("blanks around it"));
    EXPECT_THAT(refusal(entry("signals = [\"oven + flour\"]")), HasSubstr("belong to \"words\""));
    EXPECT_THAT(refusal(entry("words = \"oven  flour\"")), HasSubstr("one blank between"));
    EXPECT_THAT(refusal(entry("words = \"oven\"")), HasSubstr("two words or more"));
    EXPECT_THAT(refusal(entry("words = \"oven " + std::string(190, 'x') + " " + std::string(190, 'x') + " " +
                              std::string(190, 'x') + " " + std::string(190, 'x') + " " +
                              std::string(190, 'x') + " " + std::string(190, 'x') + "\"")),
                HasSubstr("thousand bytes"));
    EXPECT_THAT(refusal("[[skill]]\nid = \"A b\"\nname = \"x\"\nkind = \"skill\"\n"),
                HasSubstr("made of a-z"));
    EXPECT_THAT(refusal("[[skill]]\nid = \"a\"\nname = \"x\"\nkind = \"group\"\n"),
                HasSubstr("no kind of skill"));
    EXPECT_THAT(refusal("[[skill]]\nid = \"a\"\nkind = \"skill\"\n"), HasSubstr("\"name\" must be"));
    EXPECT_THAT(refusal(entry("") +
                        "[[skill]]\nid = \"b\"\nname = \"b\"\nkind = \"skill\"\naliases = [\"BAKING\"]\n"),
                HasSubstr("\"BAKING\" also names baking"));
    EXPECT_THAT(refusal(""), HasSubstr("holds no .toml file with skills"));
}

}  // namespace
}  // namespace headway::ontology
