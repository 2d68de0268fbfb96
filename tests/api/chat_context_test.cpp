// SPDX-License-Identifier: GPL-3.0-or-later
// What a chat rests on: the résumé and the job that its person chose, and no line that the model is not
// given.
#include "api/chat_fixture.hpp"

namespace headway::test {
namespace {

std::string json_of(boost::json::object value) {
    return boost::json::serialize(value);
}

class ChatContextTest : public ModelChatTest {
  protected:
    ChatContextTest()
        : ModelChatTest(
              R"([{"match":{"userMessage":"first"},"response":{"content":"As it stands there [S1]."}}])") {}

    /// The data that the last question came with.
    std::string given() {
        const auto all = asked();
        return all.empty() ? "" : text_at(all.back(), "messages.0.content");
    }
    boost::json::value part(const std::string& kind) {
        const auto context = ask(&anna, Method::get, path_ + "/context");
        for (const auto& p : context.at("items").as_array()) {
            if (text_at(p, "kind") == kind) return p;
        }
        return nullptr;
    }
    /// Lines of the last question whose id begins with the letter.
    std::size_t lines_of(char letter) {
        const std::string data = given();
        std::size_t out = 0;
        for (std::size_t at = data.find('\n'); at != std::string::npos; at = data.find('\n', at + 1)) {
            const std::size_t bar = data.find_first_not_of("0123456789", at + 2);
            if (at + 1 < data.size() && data[at + 1] == letter && bar != std::string::npos && bar > at + 2 &&
                data[bar] == '|')
                ++out;
        }
        return out;
    }
};

TEST_F(ChatContextTest, AChatRestsOnTheResumeThatWasChosen) {
    const std::string other =
        make("/api/resumes", {{"name", "the other one"},
                              {"set_default", false},
                              {"text", "Experience\n- Kubernetes clusters at Alder Ltd, 2018 - 2024\n"}});
    say("What first?");
    EXPECT_NE(given().find("Birch Ltd"), std::string::npos) << "the default one";
    EXPECT_EQ(at(ask(&anna, Method::get, path_), "resume_id"), nullptr);
    const auto chosen =
        ask(&anna, Method::patch, path_, json_of({{"resume_id", other}}), matching(anna, path_));
    EXPECT_EQ(text_at(chosen, "resume_id"), other);
    EXPECT_EQ(text_at(part("resume"), "id"), other);
    const auto events = say("What first?");
    EXPECT_EQ(given().find("Birch Ltd"), std::string::npos);
    EXPECT_NE(given().find("Alder Ltd"), std::string::npos);
    EXPECT_NE(text_at(part("report"), "title").find("the other one against Platform engineer"),
              std::string::npos)
        << "the report is of that résumé";
    EXPECT_NE(text_at(events.back().data, "citations.0.text").find("Experience"), std::string::npos);
    // Without a job: the newest report of that résumé, none of another.
    ask(&anna, Method::patch, path_, json_of({{"resume_id", resume_}, {"job_id", nullptr}}),
        matching(anna, path_));
    EXPECT_NE(text_at(part("report"), "title").find("cv against"), std::string::npos);
    // From the start, and what is gone is not asked for any more.
    const std::string fresh = make("/api/chats", {{"job_id", job_}, {"resume_id", other}});
    path_ = "/api/chats/" + fresh;
    const std::string of_resume = "/api/resumes/" + other;
    ask(&anna, Method::delete_, "/api/backend/resumes/" + other, {}, matching(anna, of_resume), 204);
    EXPECT_EQ(at(ask(&anna, Method::get, path_), "resume_id"), nullptr);
    EXPECT_EQ(text_at(part("resume"), "id"), resume_);
}

TEST_F(ChatContextTest, NobodyChoosesTheResumeOfAnother) {
    const std::string bens =
        text_at(ask(&ben, Method::post, "/api/resumes",
                    json_of({{"name", "ben's"}, {"text", "Skills\n- Alpaca shearing\n"}}), {}, 201),
                "id");
    const auto refused =
        ask(&anna, Method::patch, path_, json_of({{"resume_id", bens}}), matching(anna, path_), 400);
    EXPECT_EQ(text_at(refused, "errors.0.field"), "resume_id");
    ask(&anna, Method::post, "/api/chats", json_of({{"resume_id", bens}}), {}, 400);
    EXPECT_EQ(at(ask(&anna, Method::get, path_), "resume_id"), nullptr);
}

TEST_F(ChatContextTest, LinesThatAreNotGivenAreCountedAsLeftOut) {
    std::string text = "Experience\n";
    for (int i = 0; i < 149; ++i)
        text += "- Looked after server number " + std::to_string(i) + " of the harbour, " +
                std::string(360, 'x') + " to its end.\n";
    const std::string longest = make("/api/resumes", {{"name", "long"}, {"text", text}});
    std::string ad = "Requirements\n- Python\n- Kubernetes\n\nAbout us\n";
    for (int i = 0; i < 300; ++i) ad += "- We met on day " + std::to_string(i) + ".\n";
    const std::string wordy = make("/api/jobs", {{"title", "Wordy"}, {"description", ad}});
    ask(&anna, Method::patch, path_, json_of({{"resume_id", longest}, {"job_id", wordy}}),
        matching(anna, path_));
    say("What first?");
    const auto resume = part("resume");
    const auto job = part("job");
    EXPECT_EQ(static_cast<std::int64_t>(lines_of('S')), at(resume, "lines").as_int64());
    EXPECT_EQ(static_cast<std::int64_t>(lines_of('J')), at(job, "lines").as_int64());
    EXPECT_EQ(at(resume, "cut"), true) << "the longest part gives up its end";
    EXPECT_GE(at(resume, "lines").as_int64() + at(resume, "left_out").as_int64(), 149);
    EXPECT_EQ(at(job, "lines"), 150);
    EXPECT_GE(at(job, "left_out").as_int64(), 150);
    EXPECT_EQ(at(part("report"), "cut"), false) << "short ones stay whole";
    EXPECT_EQ(at(part("plan"), "cut"), false);
    const std::string data = given();
    EXPECT_LE(data.find("\nEND DATA") - data.find("BEGIN DATA"), std::size_t{61} << 10U);
    EXPECT_NE(
        data.find("Of the resume " + std::to_string(at(resume, "left_out").as_int64()) + " further lines"),
        std::string::npos)
        << "the model is told";
    const auto citation = text_at(at(messages(), "items.1"), "citations.0.id");
    EXPECT_EQ(citation, "S1");
}

}  // namespace
}  // namespace headway::test
