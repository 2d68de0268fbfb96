// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/batch.hpp"

#include <gtest/gtest.h>
#include <sstream>

namespace headway::app {
namespace {

struct Run {
    int code = 0;
    std::string out;
};

Run batch(const std::string& input) {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    Streams streams{in, out, err};
    const int code = run_batch(streams, [](const BatchQuestion& q) { return q.id + "=" + q.text; });
    return {code, out.str()};
}

TEST(Batch, AnswersEveryLineInOrder) {
    const auto run = batch(
        "{\"id\":\"1\",\"text\":\"a\"}\n\n  "
        "\t\r\n{\"text\":\"b\",\"id\":\"2\"}\r\n{\"id\":\"3\",\"text\":\"\"}");
    EXPECT_EQ(run.code, done);
    EXPECT_EQ(run.out, "1=a\n2=b\n3=\n");
}

TEST(Batch, ABadLineIsAnsweredAndTheRunGoesOn) {
    const auto run =
        batch("nonsense\n{\"id\":\"2\",\"text\":\"b\"}\n{\"id\":3,\"text\":\"c\"}\n{\"id\":\"4\"}\n");
    EXPECT_EQ(run.code, done);
    EXPECT_EQ(run.out,
              "{\"id\":null,\"error\":\"line 1: not valid JSON: syntax error\"}\n2=b\n"
              "{\"id\":null,\"error\":\"line 3: id: expected a string\"}\n"
              "{\"id\":null,\"error\":\"line 4: text: field is missing\"}\n");
}

TEST(Batch, OnlyBadLinesAreUnreadableInput) {
    EXPECT_EQ(batch("x\ny\n").code, unreadable_input);
    EXPECT_EQ(batch("").code, done) << "nothing asked, nothing wrong";
    EXPECT_EQ(batch("\n\n").code, done);
}

TEST(Batch, LinesAreBounded) {
    const std::string frame = R"({"id":"1","text":""})";
    const auto line = [&](std::size_t size) {
        return R"({"id":"1","text":")" + std::string(size - frame.size(), 'x') + "\"}\n";
    };
    EXPECT_EQ(batch(line(BatchReader::longest_line)).code, done);
    const auto run = batch(line(BatchReader::longest_line + 1) + "{\"id\":\"2\",\"text\":\"b\"}\n");
    EXPECT_EQ(run.code, done);
    EXPECT_EQ(run.out, "{\"id\":null,\"error\":\"line 1: longer than 1048576 bytes\"}\n2=b\n");
}

TEST(Batch, BytesThatAreNoTextAreRefused) {
    EXPECT_EQ(batch("{\"id\":\"1\",\"text\":\"\xFF\"}\n").code, unreadable_input);
    EXPECT_EQ(batch(std::string("\0\n", 2)).code, unreadable_input);
}

}  // namespace
}  // namespace headway::app
