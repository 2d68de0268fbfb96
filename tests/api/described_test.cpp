// SPDX-License-Identifier: GPL-3.0-or-later
// Skills by meaning: the embedded index, and a real Chroma in its place.
#include <cstdlib>
#include <gmock/gmock.h>
#include <limits>
#include <thread>

#include "api/server_fixture.hpp"
#include "support/chroma.hpp"
#include "support/loopback_server.hpp"

namespace headway::test {
namespace {

using flows::ChromaSkills;
using testing::HasSubstr;

const std::vector<std::string>& sentences() {
    static const std::vector<std::string> all = {"looked after wounds of patients at home",
                                                 "balanced the books at the end of each month",
                                                 "built data pipelines that run every night",
                                                 "welding pipes under pressure",
                                                 "planned lessons for a class of thirty",
                                                 "drove trucks with refrigerated goods",
                                                 "talked with customers about what they need",
                                                 "kept machines of the dairy running",
                                                 "wrote contracts and read those of others",
                                                 "cooked for two hundred guests",
                                                 "programming in Python and SQL",
                                                 "project management",
                                                 "first aid",
                                                 "speak German",
                                                 "tested software by hand and by scripts",
                                                 "grew vegetables in a greenhouse"};
    return all;
}

class DescribedTest : public ApiTest {
  protected:
    /// Ids of what is found, best first, and the index that answered.
    std::pair<std::string, std::string> found(const std::string& query) {
        const auto body = ask(&anna, Method::get, "/api/skills/described?" + query);
        std::string ids;
        for (const auto& item : body.at("items").as_array())
            ids += std::string(item.at("id").as_string()) + " ";
        return {ids, text_at(body, "index")};
    }
    std::string check_of_vectors() {
        const auto health = ask(&admin, Method::get, "/api/admin/health");
        for (const auto& check : health.at("checks").as_array()) {
            if (check.at("name") == "vectors") return boost::json::serialize(check);
        }
        return "not there";
    }
};

TEST_F(DescribedTest, FindsWhatATextDescribesWithoutNamingIt) {
    const auto body =
        ask(&anna, Method::get, "/api/skills/described?q=looked%20after%20wounds%20of%20patients&limit=5");
    EXPECT_EQ(text_at(body, "index"), "embedded");
    EXPECT_THAT(text_at(body, "items.0.name"), testing::ContainsRegex("[Ww]ound"));
    EXPECT_EQ(body.at("items").as_array().size(), 5U);
    EXPECT_EQ(found("q=python&limit=1").first, "hw:python ") << "and what it names";
    for (const auto& item :
         ask(&anna, Method::get,
             "/api/skills/described?q=repair%20cars&framework=esco&kind=knowledge&limit=20")
             .at("items")
             .as_array()) {
        EXPECT_EQ(item.at("framework"), "esco");
        EXPECT_EQ(item.at("kind"), "knowledge");
    }
    EXPECT_EQ(send(&anna, Method::get, "/api/skills/described?q=x&kind=nothing").status, 400);
    EXPECT_EQ(send(&anna, Method::get, "/api/skills/described?q=").status, 400);
    EXPECT_EQ(send(&anna, Method::get, "/api/skills/described?q=x&other=1").status, 400);
    EXPECT_EQ(found("q=%F0%9F%98%80").first, "") << "nothing is known of it";
    EXPECT_THAT(check_of_vectors(), HasSubstr("\"off\""));
}

/// A Chroma that takes every question and says nothing.
class DescribedBySilence : public DescribedTest {
  protected:
    void configure(app::Configuration& c) override {
        c.chroma_url = silent_.origin();
        c.workers = 0;
    }
    LoopbackServer silent_{[](const Asked&, const Wire& w) { w.wait_for_end(); }};
};

TEST_F(DescribedBySilence, TheOwnIndexAnswersAndTheNextTimeNobodyWaits) {
    // The first answer takes a sanitized build longer than the other rests; from the second on none is slow.
    EXPECT_EQ(found("q=first%20aid").second, "embedded");
    EXPECT_EQ(found("q=first%20aid").second, "embedded");
    const std::size_t asked = silent_.asked().size();
    EXPECT_GE(asked, 1U);
    EXPECT_EQ(found("q=first%20aid").second, "embedded");
    EXPECT_EQ(silent_.asked().size(), asked) << "it rests";
    EXPECT_THAT(check_of_vectors(), HasSubstr("own index answers"));
}

/// The same where vectors are kept in step.
class StoppingBySilence : public DescribedBySilence {
  protected:
    void configure(app::Configuration& c) override {
        DescribedBySilence::configure(c);
        c.workers = 1;
    }
};

TEST_F(StoppingBySilence, EndsSoonThoughChromaSaysNothing) {
    backend_->keep_house();
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (silent_.asked().empty() && std::chrono::steady_clock::now() < until) std::this_thread::yield();
    ASSERT_FALSE(silent_.asked().empty());
    const auto began = std::chrono::steady_clock::now();
    backend_->stop_workers(std::chrono::milliseconds(100));
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(5));
}

class DescribedByChroma : public DescribedTest {
  protected:
    void SetUp() override {
        if (std::getenv("HEADWAY_SCENARIOS_ON") != nullptr) GTEST_SKIP() << "no database has a part in it";
        chroma_ = Chroma::start();
        HEADWAY_NEEDS_CHROMA(chroma_);
        ApiTest::SetUp();
    }
    void configure(app::Configuration& c) override {
        c.chroma_url = chroma_->url();
        c.workers = 0;  // the test says when the vectors are written
    }
    ChromaSkills skills(const chroma::Client& client) {
        return {knowledge().knowledge(), client, flows::embedded_model(knowledge().knowledge())};
    }
    std::unique_ptr<Chroma> chroma_;
};

TEST_F(DescribedByChroma, AnswersAsTheEmbeddedIndexDoesOnTheSameVectors) {
    EXPECT_EQ(found("q=first%20aid").second, "embedded") << "nothing is there yet";
    EXPECT_THAT(check_of_vectors(), HasSubstr("headway vectors sync"));
    chroma::Settings settings;
    settings.url = chroma_->url();
    const chroma::Client client(settings);
    ChromaSkills chroma = skills(client);
    const auto written = chroma.sync(ChromaSkills::Extent::missing);
    ASSERT_TRUE(written) << written.error().message();
    EXPECT_GT(written->written, 25'000);
    const auto again = chroma.sync(ChromaSkills::Extent::missing);
    ASSERT_TRUE(again) << again.error().message();
    EXPECT_EQ(again->written, 0) << "it is in step";
    EXPECT_EQ(again->there_already, written->written);

    flows::SkillVectors embedded(knowledge().knowledge());
    std::size_t same = 0;
    std::size_t all = 0;
    for (const std::string& text : sentences()) {
        for (const flows::SkillFilter& filter :
             {flows::SkillFilter{}, {"esco", {}}, {"onet", ontology::Kind::tool}, {"headway", {}}}) {
            const auto ours = embedded.nearest(text, filter, 20);
            const auto theirs = chroma.nearest(text, filter, 20);
            ASSERT_TRUE(theirs) << theirs.error().message();
            for (const flows::NearSkill& n : ours) {
                // Of equals either may come first; what is as near as the last counts as found.
                const bool there =
                    std::ranges::any_of(*theirs, [&](const auto& t) { return t.row == n.row; }) ||
                    (!theirs->empty() && n.cosine <= theirs->back().cosine + 1e-5);
                same += there ? 1 : 0;
                ++all;
            }
            EXPECT_EQ(theirs->size(), ours.size()) << text;
            if (!ours.empty()) EXPECT_NEAR(theirs->front().cosine, ours.front().cosine, 1e-4) << text;
        }
    }
    EXPECT_GE(same * 100, all * 99) << "its graph is a good guess, no proof";
    EXPECT_GT(all, 500U);
    EXPECT_THAT(check_of_vectors(), HasSubstr("holds"));

    chroma_->stop();
    chroma_->start_again();
    EXPECT_TRUE(chroma.nearest("first aid", {}, 5)) << "it was killed and is there again";
    EXPECT_EQ(chroma.sync(ChromaSkills::Extent::missing)->written, 0);
    chroma_->stop();
    EXPECT_EQ(chroma.nearest("first aid", {}, 5).error().code, ErrorCode::unavailable);
    EXPECT_THAT(check_of_vectors(), HasSubstr("own index answers"));
    EXPECT_EQ(found("q=first%20aid").second, "embedded");
}

/// Counts letters, and how many texts it was asked for; it fails after `good` of them.
struct CountingModel {
    std::atomic<std::size_t> asked{0};
    std::atomic<std::size_t> good{std::numeric_limits<std::size_t>::max()};

    flows::Embedder embedder(std::string name) {
        return {std::move(name),
                [this](const std::vector<std::string>& texts,
                       const net::GoOn&) -> Result<std::vector<std::vector<float>>> {
                    if (asked + texts.size() > good) return fail(ErrorCode::unavailable, "the model is gone");
                    asked += texts.size();
                    std::vector<std::vector<float>> out;
                    for (const std::string& text : texts) {
                        auto& vector = out.emplace_back();
                        for (char letter = 'a'; letter < 'i'; ++letter)
                            vector.push_back(1.0F + static_cast<float>(std::ranges::count(text, letter)));
                    }
                    return out;
                }};
    }
};

TEST_F(DescribedByChroma, AFillingThatFailedIsGoneOnWith) {
    chroma::Settings settings;
    settings.url = chroma_->url();
    const chroma::Client client(settings);
    const flows::Knowledge& known = knowledge().knowledge();
    CountingModel model;
    const auto all = static_cast<std::size_t>(flows::skills_with_meaning(known).size());
    model.good = all / 2;
    ChromaSkills chroma(known, client, model.embedder("first"));
    const auto broken = chroma.sync(ChromaSkills::Extent::missing);
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().what, "the model is gone");
    const std::size_t begun = model.asked;
    EXPECT_GT(begun, all / 3);
    chroma_->stop();
    chroma_->start_again();
    model.good = std::numeric_limits<std::size_t>::max();
    const auto rest = chroma.sync(ChromaSkills::Extent::missing);
    ASSERT_TRUE(rest) << rest.error().message();
    EXPECT_EQ(model.asked, all) << "no text is asked for twice";
    EXPECT_EQ(static_cast<std::size_t>(rest->written), all - begun);
    EXPECT_EQ(static_cast<std::size_t>(rest->there_already), begun);
    ASSERT_TRUE(chroma.check());
    EXPECT_EQ(static_cast<std::size_t>(*chroma.check()), all);

    // Another model: until its vectors are whole, those of the first stand, and then they are gone.
    CountingModel other;
    other.good = all / 2;
    ChromaSkills next(known, client, other.embedder("second"));
    EXPECT_FALSE(next.sync(ChromaSkills::Extent::missing));
    EXPECT_TRUE(chroma.nearest("first aid", {"onet", {}}, 5)) << "the first still answers";
    other.good = std::numeric_limits<std::size_t>::max();
    ASSERT_TRUE(next.sync(ChromaSkills::Extent::missing));
    EXPECT_EQ(other.asked, all);
    EXPECT_TRUE(next.nearest("first aid", {}, 5));
    EXPECT_EQ(chroma.nearest("first aid", {}, 5).error().code, ErrorCode::conflict);
}

TEST_F(DescribedByChroma, TwoThatFillAtTheSameTimeDoNoHarm) {
    chroma::Settings settings;
    settings.url = chroma_->url();
    const chroma::Client client(settings);
    const flows::Knowledge& known = knowledge().knowledge();
    CountingModel old;
    // What stands there is of another model, so that both want to put something in its place.
    const auto made = client.find_or_make(flows::public_skills, {{"source", "old"}, {"complete", "yes"}});
    ASSERT_TRUE(made) << made.error().message();
    std::vector<Result<flows::SyncedSkills>> done(2);
    CountingModel models[2];
    {
        std::vector<std::jthread> both;
        for (std::size_t i = 0; i < 2; ++i) {
            both.emplace_back([&, i] {
                done[i] = ChromaSkills(known, client, models[i].embedder("new"))
                              .sync(ChromaSkills::Extent::missing);
            });
        }
    }
    for (const auto& d : done) EXPECT_TRUE(d) << d.error().message();
    ChromaSkills chroma(known, client, old.embedder("new"));
    const auto there = chroma.check();
    ASSERT_TRUE(there) << there.error().message();
    EXPECT_EQ(static_cast<std::size_t>(*there), flows::skills_with_meaning(known).size());
    EXPECT_EQ(chroma.sync(ChromaSkills::Extent::missing)->written, 0);
}

TEST_F(DescribedByChroma, TakesVectorsOfAnotherModelAndSeesWhenTheyDoNotFit) {
    // A model with OpenAI's interface whose vectors have `width` components: how often some letters stand.
    std::atomic<std::size_t> width{8};
    const LoopbackServer model([&](const Asked& a, const Wire& w) {
        const auto texts = boost::json::parse(a.body).at("input").as_array();
        std::string out = R"({"data":[)";
        for (std::size_t i = 0; i < texts.size(); ++i) {
            out += std::string(i == 0 ? "" : ",") + R"({"index":)" + std::to_string(i) + R"(,"embedding":[)";
            for (std::size_t k = 0; k < width; ++k) {
                const auto& text = texts[i].as_string();
                const auto letter = static_cast<char>('a' + k);
                out += std::string(k == 0 ? "" : ",") + std::to_string(1 + std::ranges::count(text, letter));
            }
            out += "]}";
        }
        w.reply(200, out + "]}");
    });
    chroma::Settings settings;
    settings.url = chroma_->url();
    const chroma::Client client(settings);
    llm::Client models{llm::Settings()};
    const llm::Endpoint endpoint{model.origin() + "/v1", "letters", "", llm::Trust::administrator};
    ChromaSkills by_letters(knowledge().knowledge(), client,
                            {"letters", [&](const auto& texts, const net::GoOn& go_on) {
                                 return models.embed(endpoint, texts, go_on);
                             }});
    ASSERT_TRUE(by_letters.sync(ChromaSkills::Extent::missing));
    ASSERT_TRUE(by_letters.nearest("abc", {}, 5)) << "and they answer";
    EXPECT_EQ(skills(client).nearest("first aid", {}, 5).error().code, ErrorCode::conflict)
        << "of another model";
    width = 9;
    const auto refused = by_letters.nearest("abc", {}, 5);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message(), HasSubstr("8 components, the model makes 9"));
    EXPECT_THAT(by_letters.check().error().message(), HasSubstr("8 components, the model makes 9"))
        << "whoever looks at its health is told";
    ASSERT_TRUE(by_letters.sync(ChromaSkills::Extent::all));
    EXPECT_TRUE(by_letters.nearest("abc", {}, 5)) << "made anew they fit";
    EXPECT_TRUE(by_letters.check());
}

}  // namespace
}  // namespace headway::test
