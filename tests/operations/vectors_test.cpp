// SPDX-License-Identifier: GPL-3.0-or-later
// Vectors in a real Chroma, filled by the program: by the command, and at start; made by a model with
// OpenAI's interface on loopback.
#include <algorithm>
#include <atomic>
#include <gmock/gmock.h>

#include "support/api_client.hpp"
#include "support/chroma.hpp"
#include "support/loopback_server.hpp"
#include "support/program.hpp"
#include "support/server_process.hpp"
#include "support/temp_folder.hpp"

namespace headway::test {
namespace {

using testing::HasSubstr;

class VectorsInChroma : public testing::Test {
  protected:
    void SetUp() override {
        chroma_ = Chroma::start();
        HEADWAY_NEEDS_CHROMA(chroma_);
    }
    std::vector<std::string> with_model(std::vector<std::string> command) {
        for (const std::string& more :
             {std::string("--folder"), folder_.file("data"), std::string("--chroma-url"), chroma_->url(),
              std::string("--embedding-url"), model_.origin() + "/v1", std::string("--embedding-model"),
              std::string("letters"), std::string("--embedding-key"), "file:" + key_})
            command.push_back(more);
        return command;
    }
    /// How many skills "Wrote the vectors of 12 skills; those of 0 …" says, and of how many they were there.
    static std::pair<int, int> told(const Ended& ended) {
        EXPECT_EQ(ended.code, 0) << ended.err;
        int written = -1;
        int there = -1;
        std::sscanf(ended.out.c_str(), "Wrote the vectors of %d skills; those of %d were", &written, &there);
        return {written, there};
    }

    TempFolder folder_;
    std::string key_ = folder_.write("key", "sk-vectors\n");
    std::unique_ptr<Chroma> chroma_;
    std::atomic<int> answers_left_{1'000'000};
    /// Vectors of eight components: how often some letters stand there.
    LoopbackServer model_{[this](const Asked& a, const Wire& w) {
        if (a.header("Authorization") != "Bearer sk-vectors") return w.reply(401, "{}");
        if (--answers_left_ < 0) return w.reply(400, R"({"error":{"message":"used up"}})");
        const auto texts = boost::json::parse(a.body).at("input").as_array();
        std::string out = R"({"data":[)";
        for (std::size_t i = 0; i < texts.size(); ++i) {
            out += std::string(i == 0 ? "" : ",") + R"({"index":)" + std::to_string(i) + R"(,"embedding":[)";
            for (char letter = 'a'; letter < 'i'; ++letter)
                out += std::string(letter == 'a' ? "" : ",") +
                       std::to_string(1 + std::ranges::count(texts[i].as_string(), letter));
            out += "]}";
        }
        w.reply(200, out + "]}");
    }};
};

TEST_F(VectorsInChroma, TheCommandFillsGoesOnAndSaysWhatItDid) {
    const Ended without = run_program({"vectors", "sync", "--folder", folder_.file("data")});
    EXPECT_NE(without.code, 0);
    EXPECT_THAT(without.err, HasSubstr("no Chroma is set"));

    answers_left_ = 20;
    const Ended broken = run_program(with_model({"vectors", "sync"}));
    EXPECT_NE(broken.code, 0) << broken.out;
    EXPECT_THAT(broken.err, HasSubstr("used up"));
    answers_left_ = 1'000'000;
    const auto [written, there] = told(run_program(with_model({"vectors", "sync"})));
    EXPECT_GT(there, 5'000) << "what stood there before it broke off";
    EXPECT_GT(written, 15'000);
    EXPECT_EQ(told(run_program(with_model({"vectors", "sync"}))), std::pair(0, written + there));
    EXPECT_EQ(told(run_program(with_model({"vectors", "sync", "--all"}))), std::pair(written + there, 0));

    const Ended well = run_program(with_model({"doctor"}));
    EXPECT_THAT(well.out, HasSubstr("holds " + std::to_string(written + there) + " skills"));
    answers_left_ = 0;
    const Ended ill = run_program(with_model({"doctor"}));
    EXPECT_THAT(ill.out, HasSubstr("own index answers")) << "the model is asked as well";
    EXPECT_THAT(ill.out, HasSubstr("used up"));
    EXPECT_THAT(ill.out + ill.err, testing::Not(HasSubstr("sk-vectors")));
}

TEST_F(VectorsInChroma, AServerFillsThemAtItsStart) {
    ServerProcess server(with_model({"serve", "--workers", "1"}), folder_.file("log"));
    ApiClient client(server.port());
    ASSERT_EQ(client.sign_up("a@example.org").status, 201);
    ApiReply found;
    do {
        found = client.ask("GET", "/api/skills/described?q=first%20aid&limit=5");
        ASSERT_EQ(found.status, 200) << found.text;
    } while (found.at("index") != "chroma");
    EXPECT_NE(found.at("items.0.id"), "");
    EXPECT_EQ(server.stop(), 0);
    EXPECT_EQ(told(run_program(with_model({"vectors", "sync"}))).first, 0) << "all were written";
}

}  // namespace
}  // namespace headway::test
