// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/wire.hpp"

#include <gtest/gtest.h>

namespace headway::document {
namespace {

Answer sample() {
    Answer answer;
    answer.parsed.format = Format::pdf;
    answer.parsed.pages = {"one\n", "", "three \u2022\n"};
    answer.parsed.pictures = {1};
    answer.parsed.warnings = {"Page 2 is odd."};
    answer.image = {2, 3, 300, "abcdef"};
    return answer;
}

TEST(Wire, AnswersSurviveTheJourney) {
    const auto back = decode_answer(encode_answer(sample()));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->parsed.pages, sample().parsed.pages);
    EXPECT_EQ(back->parsed.pictures, sample().parsed.pictures);
    EXPECT_EQ(back->parsed.warnings, sample().parsed.warnings);
    EXPECT_EQ(back->image.pixels, "abcdef");
}

TEST(Wire, ErrorsSurviveTheJourney) {
    const auto back = decode_answer(encode_answer(fail(ErrorCode::too_large, "what", "where", "fix")));
    ASSERT_FALSE(back);
    EXPECT_EQ(back.error().code, ErrorCode::too_large);
    EXPECT_EQ(back.error().message(), "where: what. fix");
}

TEST(Wire, RequestsSurviveTheJourney) {
    Request request;
    request.task = Task::render;
    request.page = 4;
    request.name = "cv.pdf";
    request.limits.pages = 7;
    request.limits.allow_unconfined = true;
    request.bytes = "bytes";
    const std::string frame = encode_request(request);
    const auto back = decode_request(frame);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->task, Task::render);
    EXPECT_EQ(back->page, 4U);
    EXPECT_EQ(back->limits.pages, 7U);
    EXPECT_TRUE(back->limits.allow_unconfined);
    EXPECT_EQ(back->bytes, "bytes");
}

TEST(Wire, ADamagedFrameIsNoAnswer) {
    const std::string whole = encode_answer(sample());
    for (std::size_t n = 0; n < whole.size(); ++n) {
        const auto cut = decode_answer(std::string_view(whole).substr(0, n));
        ASSERT_FALSE(cut) << n;
        EXPECT_EQ(cut.error().code, ErrorCode::internal);
    }
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string flipped = whole;
        flipped[i] = static_cast<char>(static_cast<unsigned char>(flipped[i]) ^ 0xFFU);
        (void)decode_answer(flipped);  // must not crash
    }
    EXPECT_FALSE(decode_answer(whole + "x"));
}

TEST(Wire, ALyingReaderIsNotBelieved) {
    Answer answer = sample();
    answer.parsed.pages[0] = "\xFF\xFE";
    EXPECT_FALSE(decode_answer(encode_answer(answer)));
    answer = sample();
    answer.parsed.pictures = {3};
    EXPECT_FALSE(decode_answer(encode_answer(answer)));
    answer = sample();
    answer.image.width = 1000;
    EXPECT_FALSE(decode_answer(encode_answer(answer)));
}

}  // namespace
}  // namespace headway::document
