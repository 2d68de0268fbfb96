// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/translator.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/bytes.hpp"
#include "json/json.hpp"
#include "language/manner.hpp"
#include "language/speech.hpp"

namespace headway::language {
namespace {

struct CaseList {
    std::string of;
    std::optional<std::vector<std::string>> names;
    std::vector<std::vector<std::optional<std::string>>> cases;
};
BOOST_DESCRIBE_STRUCT(CaseList, (), (of, names, cases))

struct CaseFile {
    std::vector<CaseList> de;
};
BOOST_DESCRIBE_STRUCT(CaseFile, (), (de))

Translator german() {
    const auto list = read_sentences(german_sentences());
    EXPECT_TRUE(list.has_value()) << (list ? "" : list.error().message());
    return Translator(list.value_or(Sentences()));
}

Translator of(std::vector<std::vector<std::string>> sentences) {
    Sentences list = *read_sentences(german_sentences());
    list.lists = {{"test", std::move(sentences)}};
    return Translator(list);
}

// The same file is run against the web app's translator by server-text.test.ts.
TEST(Translator, SaysTheSharedCasesAsTheWebAppDoes) {
    const auto text = read_file(HEADWAY_SOURCE_DIR "/contract/sentences.cases.json", 1U << 20U);
    ASSERT_TRUE(text.has_value());
    const auto file = json::from_json<CaseFile>(*text);
    ASSERT_TRUE(file.has_value()) << file.error().message();
    const Translator translator = german();
    std::size_t run = 0;
    for (const CaseList& list : file->de) {
        for (const auto& pair : list.cases) {
            EXPECT_EQ(translator.translate(*pair[0], list.names.value_or(std::vector<std::string>())),
                      pair[1])
                << list.of << ": " << *pair[0];
            ++run;
        }
    }
    EXPECT_GT(run, 30U);
}

TEST(Translator, KnowsEverySentenceOfTheListThatHasNoPlaces) {
    const auto list = read_sentences(german_sentences());
    ASSERT_TRUE(list.has_value());
    const Translator translator(*list);
    for (const Topic& topic : list->lists) {
        for (const auto& pair : topic.sentences) {
            if (pair[0].find('{') != std::string::npos) continue;
            EXPECT_EQ(translator.translate(Template(pair[0]).plain()), pair[1]);
        }
    }
}

TEST(Translator, TakesTheFirstSentenceThatFits) {
    const Translator t =
        of({{"The {name} of {count} is here.", "A {name} {count}"}, {"The {name} is here.", "B {name}"}});
    EXPECT_EQ(t.translate("The house of 3 is here."), "A house 3");
    EXPECT_EQ(t.translate("The house of cards is here."), "B house of cards");
    EXPECT_EQ(t.translate("The house is there."), std::nullopt);
}

TEST(Translator, GivesUpWhereAnInnerSentenceHasToBeKnown) {
    const Translator t =
        of({{"so", "also"}, {"It is {known}!", "Es ist {known}!"}, {"Why: {why}!", "Warum: {why}!"}});
    EXPECT_EQ(t.translate("It is so!"), "Es ist also!");
    EXPECT_EQ(t.translate("It is not!"), std::nullopt);
    EXPECT_EQ(t.translate("Why: so!"), "Warum: also!");
    EXPECT_EQ(t.translate("Why: not!"), "Warum: not!");
}

TEST(Translator, EndsWithManyPlacesAndMuchText) {
    const Translator t = of({{"{a} x {b} x {c} x {d} x {e} x {f} y", "{a}"}});
    std::string text;
    for (int i = 0; i < 400; ++i) text += "a x ";
    EXPECT_EQ(t.translate(text + "z"), std::nullopt);
    EXPECT_EQ(t.translate(text + "z y"), "a");
}

TEST(Template, TakesAnyTextAsShortAndListsAsLongAsCanBe) {
    const Template any("{a} and {b}.");
    EXPECT_EQ(any.match("1 and 2 and 3.")->front().text, "1");
    const Template list("{listed} and {b}.");
    EXPECT_EQ(list.match("1 and 2 and 3.")->front().text, "1 and 2");
    const Template name("{skill} is part of {b}.");
    EXPECT_FALSE(name.match("It ends. That is part of it.").has_value());
    EXPECT_FALSE(Template("{day}").match("2026-11-3").has_value());
    EXPECT_FALSE(Template("{count} years").match("3. years").has_value());
}

TEST(Manner, EndsWithNamesThatAreMadeOfOthers) {
    const std::vector<std::string> names = {"a", "a, a", "a, a, a"};
    std::string list;
    for (int i = 0; i < 200; ++i) list += "a, ";
    const Manner manner = german().manner();
    EXPECT_EQ(list_in(manner, list + "b", names), list + "b") << "it is not made of these";
    EXPECT_EQ(list_in(manner, list + "a and a", names), list + "a und a");
}

TEST(Manner, WritesFigures) {
    const Manner manner = read_sentences(german_sentences())->manner;
    EXPECT_EQ(figure_in(manner, "0.5"), "0,5");
    EXPECT_EQ(figure_in(manner, "-1234567.25"), "-1.234.567,25");
    EXPECT_EQ(figure_in(manner, "+100"), "+100");
    EXPECT_EQ(moment_in(manner, "2026-11-03T17:03:11.204Z"), "03.11.2026, 17:03 UTC");
}

TEST(Sentences, SayWhereTheListIsWrong) {
    EXPECT_FALSE(read_sentences("{}").has_value());
    std::string text(german_sentences());
    text.insert(text.find(R"([")", text.find("sentences")), R"(["alone"], )");
    const auto wrong = read_sentences(text);
    ASSERT_FALSE(wrong.has_value());
    EXPECT_EQ(wrong.error().where, "Files that cannot be read, and what to do");
}

TEST(Speech, IsEnglishWhereALanguageIsNotSpoken) {
    EXPECT_EQ(Speech::of("de-AT").say("The title asks for a senior."),
              "Der Titel verlangt jemanden mit viel Erfahrung.");
    EXPECT_EQ(Speech::of("de").level("working"), "Anwendung");
    EXPECT_EQ(Speech::of("de").say("Nobody says this."), "Nobody says this.");
    for (const char* tag : {"en", "", "pt-BR", "den"}) {
        const Speech& speech = Speech::of(tag);
        EXPECT_EQ(speech.code(), "en") << tag;
        EXPECT_EQ(speech.say("The title asks for a senior."), "The title asks for a senior.");
        EXPECT_EQ(speech.figure("1234.5") + speech.day("2026-11-03") + speech.level("none"),
                  "1234.52026-11-03none");
    }
}

}  // namespace
}  // namespace headway::language
