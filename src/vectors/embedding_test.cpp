// SPDX-License-Identifier: GPL-3.0-or-later
#include "vectors/embedding.hpp"

#include <array>
#include <fstream>
#include <gmock/gmock.h>
#include <iomanip>
#include <sstream>

#include "base/bytes.hpp"
#include "support/temp_folder.hpp"
#include "vectors/features.hpp"

namespace headway::vectors {
namespace {

using ::testing::HasSubstr;

const std::string model_path = HEADWAY_SOURCE_DIR "/data/link.model";

Embedding shipped() {
    return Embedding::open(model_path).value();
}

/// What research/link/reference.py computes for a text.
struct Case {
    std::string text;
    std::size_t features = 0;
    std::string joint_hash;
    std::vector<float> values;
};

std::vector<Case> read_cases() {
    std::ifstream in(HEADWAY_SOURCE_DIR "/src/vectors/embedding_cases.tsv");
    std::vector<Case> out;
    for (std::string line; std::getline(in, line);) {
        Case c;
        std::istringstream fields(line);
        std::string count;
        std::getline(fields, c.text, '\t');
        std::getline(fields, count, '\t');
        std::getline(fields, c.joint_hash, '\t');
        c.features = std::stoul(count);
        for (float v = 0; fields >> v;) c.values.push_back(v);
        out.push_back(c);
    }
    return out;
}

TEST(Embedding, IsWhatTheTrainingProgramComputes) {
    const Embedding model = shipped();
    const auto cases = read_cases();
    ASSERT_EQ(cases.size(), 40U);
    for (const Case& c : cases) {
        std::vector<std::uint64_t> features;
        const auto words = plain_words(c.text);
        for (const auto& word : words) add_features(word, features);
        std::uint64_t joint = 0;
        for (const std::uint64_t f : features) joint = joint * 31 + f;
        std::ostringstream hex;
        hex << std::hex << std::setw(16) << std::setfill('0') << joint;
        EXPECT_EQ(features.size(), c.features) << c.text;
        EXPECT_EQ(hex.str(), c.joint_hash) << c.text;
        const Vector v = model.embed(words);
        ASSERT_EQ(c.values.size(), 8U);
        for (std::size_t i = 0; i < c.values.size(); ++i) {
            EXPECT_NEAR(static_cast<float>(v.values[i]) * v.scale, c.values[i], v.scale * 1.1F + 1e-4F)
                << c.text;
        }
    }
}

TEST(Embedding, PutsLikeThingsTogether) {
    const Embedding model = shipped();
    const auto like = [&](const char* a, const char* b) {
        return cosine(model.embed(plain_words(a)), model.embed(plain_words(b)));
    };
    EXPECT_GT(like("train employees", "staff training"), like("train employees", "repair engines"));
}

TEST(Embedding, ARunIsTheTextOfItsWords) {
    const Embedding model = shipped();
    const auto words = plain_words("prepare monthly sales reports");
    const std::array<std::size_t, 2> lengths = {2, 9};
    const auto runs = model.embed_runs(words, lengths);
    ASSERT_EQ(runs.size(), 3U) << "no run of nine words in a text of four";
    const std::vector<std::string> last = {"sales", "reports"};
    EXPECT_GT(cosine(runs.back(), model.embed(last)), 0.97);
    EXPECT_LT(cosine(runs.front(), model.embed(last)), 0.7);
}

TEST(Embedding, OfUnknownWordsIsNothing) {
    EXPECT_EQ(shipped().embed({}).scale, 0);
    EXPECT_TRUE(shipped().embed_runs({}, {}).empty());
}

TEST(Embedding, RefusesOtherAndDamagedFiles) {
    const test::TempFolder folder;
    EXPECT_EQ(Embedding::open(folder.file("none")).error().code, ErrorCode::not_found);
    EXPECT_EQ(Embedding::open(folder.write("text", std::string(500, 'x'))).error().code, ErrorCode::invalid);
    const std::string whole = read_file(model_path, std::size_t{64} << 20U).value();
    EXPECT_EQ(Embedding::open(folder.write("cut", whole.substr(0, whole.size() / 2))).error().code,
              ErrorCode::invalid);
    TableFileWriter file;
    const std::vector<std::uint64_t> features = {2, 1};
    file.add<std::uint64_t>("features", features);
    file.add<float>("scales", std::vector<float>{1, 1});
    file.add<Row>("vectors", std::vector<Row>(2));
    ASSERT_TRUE(file.write(folder.file("unsorted"), embedding_magic, embedding_version));
    EXPECT_THAT(Embedding::open(folder.file("unsorted")).error().what, HasSubstr("damaged"));
}

}  // namespace
}  // namespace headway::vectors
