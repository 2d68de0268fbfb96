// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/answer.hpp"

#include <gtest/gtest.h>

#include "report/example_report.hpp"

namespace headway::report {
namespace {

std::string ask(std::string_view question) {
    const WireReport report = example::report();
    return answer(question, {&report, "Senior Backend Engineer", "imogen.pdf", {}});
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST(Answer, WhyIsAnsweredWithFiguresAndBothQuotations) {
    const std::string out = ask("Why is Java not enough for them?");
    EXPECT_TRUE(contains(out, "**Java** is **")) << out;
    EXPECT_TRUE(contains(out, "> The job: “")) << out;
    EXPECT_TRUE(contains(out, "> Your résumé: “")) << out;
    EXPECT_TRUE(contains(out, "weight "));
}

TEST(Answer, WhatToLearnIsOrderedByGain) {
    const WireReport report = example::report();
    const std::string out =
        answer("what should I learn first",
               {&report, "x", "y", {{"Kube [basics]", "https://example.org/a", "Kubernetes", 4, 8}}});
    const WireRequirement* best = nullptr;
    for (const auto& r : report.requirements) {
        if (best == nullptr || r.gain > best->gain) best = &r;
    }
    EXPECT_TRUE(contains(out, "1. **" + best->name)) << out;
    EXPECT_TRUE(contains(out, "[Kube \\[basics\\]](<https://example.org/a>): 4.0 hours for 8.0 points"))
        << out;
}

TEST(Answer, DistanceShowsTheArithmetic) {
    EXPECT_TRUE(contains(ask("How far am I?"), "The arithmetic: 100 × ")) << ask("How far am I?");
}

TEST(Answer, WithoutAReportOrAnUnderstoodQuestionItSaysWhatToDo) {
    EXPECT_TRUE(contains(answer("anything", {}), "Upload a résumé"));
    EXPECT_TRUE(contains(ask("Sing a song"), "No language model")) << ask("Sing a song");
    EXPECT_TRUE(contains(ask(""), "No language model"));
}

TEST(Answer, SpeaksTheLanguageOfThePerson) {
    const WireReport report = example::report();
    const auto say = [&](std::string_view question) {
        return answer(question, {.report = &report,
                                 .job_title = "Senior Backend Engineer",
                                 .resume_name = "imogen.pdf",
                                 .learning = {{"Kube", "https://example.org/a", "Kubernetes", 4.5, 8.25}},
                                 .why = WithoutModel::silent,
                                 .language = "de"});
    };
    const std::string first = say("Was soll ich zuerst lernen?");
    EXPECT_TRUE(contains(first, "Nach dem, was jede Lücke allein")) << first;
    EXPECT_TRUE(contains(first, "4,5 Stunden für 8,3 Punkte bei Kubernetes")) << first;
    const std::string why = say("Warum fehlt Java?");
    EXPECT_TRUE(contains(why, "**Java** ist **")) << why;
    EXPECT_TRUE(contains(why, "Die Stelle verlangt")) << why;
    EXPECT_TRUE(contains(why, "> Dein Lebenslauf: “")) << why;
    const std::string far = say("Wie weit bin ich von der Stelle entfernt?");
    EXPECT_TRUE(contains(far, "von 100 Punkten")) << far;
    EXPECT_TRUE(contains(far, "Die Rechnung: 100 × ")) << far;
    EXPECT_TRUE(contains(far, "Allein ")) << far;
    EXPECT_TRUE(contains(say("Was spricht für mich?"), "nach Punkten")) << say("Was spricht für mich?");
    EXPECT_TRUE(contains(say("Sing ein Lied"), "Das Sprachmodell antwortet nicht, deshalb"));
    EXPECT_TRUE(contains(answer("irgendwas", {nullptr, {}, {}, {}, WithoutModel::none_set_up, "de"}),
                         "Lade einen Lebenslauf hoch"));
    EXPECT_TRUE(contains(say("How far am I?"), "Die Rechnung")) << "a question in another language";
    for (const std::string& text : {first, why, far})
        for (const char* english : {"The ", " points", "nothing", "proficient", "résumé", "implied", " sure"})
            EXPECT_FALSE(contains(text, english)) << english << " in " << text;
}

TEST(Answer, DocumentsCannotAddMarkup) {
    const WireReport report = example::hostile_report();
    for (const char* question : {"what first", "how far", "strengths"}) {
        const std::string out =
            answer(question, {&report, std::string(example::hostile), std::string(example::hostile), {}});
        EXPECT_FALSE(contains(out, "<script>")) << out;
        EXPECT_FALSE(contains(out, "[x](javascript")) << out;
        EXPECT_FALSE(contains(out, "\x1b")) << out;
    }
}

}  // namespace
}  // namespace headway::report
