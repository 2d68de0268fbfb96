// SPDX-License-Identifier: GPL-3.0-or-later
// Against a real Chroma; and against what answers as none should.
#include "chroma/client.hpp"

#include <gmock/gmock.h>

#include "support/chroma.hpp"
#include "support/loopback_server.hpp"

namespace headway::chroma {
namespace {

using test::Asked;
using test::LoopbackServer;
using test::Wire;
using testing::HasSubstr;
using testing::Not;

Settings at(const std::string& url) {
    Settings out;
    out.url = url;
    out.token = "hidden";
    return out;
}

TEST(ChromaClient, KeepsVectorsAndFindsTheNearestThroughFilters) {
    const auto server = test::Chroma::start();
    HEADWAY_NEEDS_CHROMA(server);
    const Client client(at(server->url()));
    ASSERT_TRUE(client.check());
    EXPECT_EQ(client.find("things").value(), std::nullopt);
    const auto made = client.find_or_make("things", {{"source", "a"}, {"complete", "no"}});
    ASSERT_TRUE(made) << made.error().message();
    EXPECT_EQ(made->dimension, std::nullopt);
    EXPECT_EQ(client.find_or_make("things", {{"source", "b"}})->id, made->id) << "it is there";
    const std::vector<Record> records = {
        {"x", {1, 0, 0}, "one \"quoted\"\n", {{"framework", "esco"}, {"kind", "skill"}}},
        {"y", {0, 1, 0}, "two", {{"framework", "onet"}, {"kind", "skill"}}},
        {"z", {0.9F, 0.1F, 0}, "three", {{"framework", "onet"}, {"kind", "tool"}}}};
    ASSERT_TRUE(client.upsert(*made, records));
    ASSERT_TRUE(client.upsert(*made, records)) << "a second time changes nothing";
    EXPECT_EQ(client.count(*made).value(), 3);
    const auto ids = [&](const Metadata& where) {
        std::string out;
        const auto near = client.nearest(*made, std::vector<float>{1, 0, 0}, where, 10);
        EXPECT_TRUE(near) << near.error().message();
        for (const Near& n : near.value_or(std::vector<Near>())) out += n.id;
        return out;
    };
    EXPECT_EQ(ids({}), "xzy");
    EXPECT_EQ(ids({{"framework", "onet"}}), "zy");
    EXPECT_EQ(ids({{"framework", "onet"}, {"kind", "skill"}}), "y");
    EXPECT_NEAR(client.nearest(*made, std::vector<float>{2, 0, 0}, {}, 1)->front().distance, 0, 1e-6);

    const auto refused = client.nearest(*made, std::vector<float>{1, 0}, {}, 1);
    ASSERT_FALSE(refused) << "another dimension";
    EXPECT_EQ(refused.error().code, ErrorCode::invalid);
    ASSERT_TRUE(client.describe(*made, {{"source", "a"}, {"complete", "yes"}}));

    server->stop();
    EXPECT_EQ(client.check().error().code, ErrorCode::unavailable);
    server->start_again();
    const auto again = client.find("things");
    ASSERT_TRUE(again && *again) << "it survives that it is killed";
    EXPECT_EQ((*again)->value("complete"), "yes");
    EXPECT_EQ((*again)->dimension, 3);
    EXPECT_EQ(client.count(**again).value(), 3);
    ASSERT_TRUE(client.remove("things"));
    EXPECT_TRUE(client.remove("things")) << "a second time is no error";
}

TEST(ChromaClient, SaysWhatIsWrongAndKeepsItsToken) {
    const LoopbackServer server([](const Asked& a, const Wire& w) {
        if (a.target().ends_with("/count")) return w.reply(200, "\"many\"");
        if (a.target().ends_with("heartbeat")) return w.reply(401, "{}");
        w.reply(200, R"({"id":"../x","name":"n"})");
    });
    const Client client(at(server.origin()));
    const auto refused = client.check();
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message(), HasSubstr("chroma-token"));
    EXPECT_THAT(refused.error().message(), Not(HasSubstr("hidden")));
    EXPECT_EQ(server.asked()[0].header("x-chroma-token"), "hidden");
    EXPECT_EQ(client.count({"id", "n", {}, {}}).error().code, ErrorCode::unavailable);
    EXPECT_EQ(client.find("n").error().code, ErrorCode::unavailable) << "an id that leads elsewhere";
    EXPECT_EQ(Client(at("http://127.0.0.1:9")).check().error().code, ErrorCode::unavailable);
}

}  // namespace
}  // namespace headway::chroma
