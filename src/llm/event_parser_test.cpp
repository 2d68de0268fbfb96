// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/event_parser.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace headway::llm {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The events in `bytes` when they come in pieces of `size`.
std::vector<std::string> events(std::string_view bytes, std::size_t size) {
    std::vector<std::string> out;
    EventParser parser([&](std::string_view data) {
        out.emplace_back(data);
        return true;
    });
    for (std::size_t at = 0; at < bytes.size(); at += size) EXPECT_TRUE(parser.feed(bytes.substr(at, size)));
    EXPECT_TRUE(parser.finish());
    return out;
}

TEST(EventParser, ReadsTheSameWhateverThePieces) {
    const std::string bytes =
        "\xEF\xBB\xBF: hello\r\n\r\n"
        "data: {\"a\":1}\n\n"
        "event: x\rid: 7\rdata:two\rdata:  lines\r\r"
        "data\r\n\r\n"
        "retry: 10\n\n"
        "data: caf\xC3\xA9\r\n\r\n"
        "data: [DONE]";
    for (std::size_t size = 1; size <= bytes.size(); ++size)
        EXPECT_THAT(events(bytes, size), ElementsAre("{\"a\":1}", "two\n lines", "", "caf\xC3\xA9", "[DONE]"))
            << size;
}

TEST(EventParser, FindsNothingInWhatIsNoStream) {
    EXPECT_THAT(events("{malformed json: <<<chaos>>>", 5), IsEmpty());
    EXPECT_THAT(events("<html>\n<body>data: x</body>\n</html>\n\n", 3), IsEmpty());
    EXPECT_THAT(events("", 1), IsEmpty());
}

TEST(EventParser, StopsWhenNothingMoreIsWanted) {
    int count = 0;
    EventParser parser([&](std::string_view) { return ++count < 2; });
    EXPECT_TRUE(*parser.feed("data: 1\n\n"));
    EXPECT_FALSE(*parser.feed("data: 2\n\ndata: 3\n\n"));
    EXPECT_FALSE(*parser.feed("data: 4\n\n"));
    EXPECT_EQ(count, 2);
}

TEST(EventParser, RefusesEventsWithoutEnd) {
    EventParser parser([](std::string_view) { return true; }, 1000);
    const std::string line = "data: " + std::string(90, 'x') + "\n";
    Result<bool> fed = true;
    for (int i = 0; i < 12 && fed; ++i) fed = parser.feed(line);
    ASSERT_FALSE(fed);
    EXPECT_EQ(fed.error().code, ErrorCode::too_large);
}

}  // namespace
}  // namespace headway::llm
