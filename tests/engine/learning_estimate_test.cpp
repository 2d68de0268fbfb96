// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/learning_estimate.hpp"

#include <gtest/gtest.h>

#include "engine/shipped_engine.hpp"

namespace headway::test {
namespace {

career::LearningCorpus corpus_of(const std::string& rows) {
    career::LearningCorpus corpus;
    const auto added = corpus.add("title\turl\tpublisher\tkind\thours\tfrom\tto\tskills\n" + rows, "test.tsv",
                                  shipped_engine().catalog());
    EXPECT_TRUE(added) << added.error().message();
    return corpus;
}

std::string row(const std::string& title, const std::string& hours, const std::string& to,
                const std::string& skill) {
    return title + "\thttps://example.org/" + title + "\tExample\tcourse\t" + hours + "\t0\t" + to + "\t" +
           skill + "\n";
}

ontology::SkillId skill(const char* id) {
    const auto& catalog = shipped_engine().catalog();
    return catalog.lexicon().canonical(catalog.find_skill(id).value());
}

TEST(LearningEstimate, ALevelTakesWhatIsUsualForTheSkill) {
    const auto corpus =
        corpus_of(row("a", "10", "1", "hw:kubernetes") + row("b", "40", "2", "hw:kubernetes") +
                  row("c", "90", "3", "hw:kubernetes") + row("d", "2", "1", "hw:terraform"));
    EXPECT_EQ(career::hours_per_level(corpus, skill("hw:kubernetes")), 20);
    EXPECT_EQ(career::hours_per_level(corpus, skill("hw:terraform")), 20) << "one resource says too little";
    EXPECT_EQ(career::hours_per_level(career::LearningCorpus(), skill("hw:terraform")), 8);
}

TEST(LearningEstimate, ADurationIsSaidAsPeopleDo) {
    EXPECT_EQ(career::duration_words(2.0 / 3), "40 minutes");
    EXPECT_EQ(career::duration_words(0.01), "5 minutes");
    EXPECT_EQ(career::duration_words(0.97), "1 hour");
    EXPECT_EQ(career::duration_words(1), "1 hour");
    EXPECT_EQ(career::duration_words(1.333), "1.3 hours");
    EXPECT_EQ(career::duration_words(12.5), "13 hours");
    EXPECT_EQ(career::duration_words(160), "160 hours");
}

TEST(LearningEstimate, HoursLeadUpwardsButNotAboveWhatIsNeeded) {
    const auto corpus =
        corpus_of(row("a", "10", "1", "hw:kubernetes") + row("b", "10", "1", "hw:kubernetes") +
                  row("c", "10", "1", "hw:kubernetes"));
    const auto after = [&](double from, double needed, double hours) {
        return career::level_after(corpus, skill("hw:kubernetes"), from, needed, hours);
    };
    EXPECT_DOUBLE_EQ(after(1, 4, 10), 2);
    EXPECT_DOUBLE_EQ(after(1, 4, 0.5), 1.05);
    EXPECT_DOUBLE_EQ(after(1, 4, 200), 4) << "however long it claims to be";
    EXPECT_DOUBLE_EQ(after(5, 4, 10), 5);
}

}  // namespace
}  // namespace headway::test
