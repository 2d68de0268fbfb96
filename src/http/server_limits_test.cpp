// SPDX-License-Identifier: GPL-3.0-or-later
// Time-outs and limits of connections over real sockets. The times are made small; nothing is measured.
#include <gmock/gmock.h>
#include <vector>

#include "support/http_server.hpp"

namespace headway::http {
namespace {

using std::chrono::milliseconds;
using test::get;
using test::post;
using test::RawClient;
using testing::HasSubstr;

constexpr milliseconds moment{40};

class Limits : public test::HttpServerTest {
  protected:
    /// Whether somebody new comes in, as soon as another has left.
    bool come_in() {
        const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
        while (std::chrono::steady_clock::now() < until) {
            if (connect().ask(get("/hello")).status == 200) return true;
        }
        return false;
    }
};

TEST_F(Limits, AHeadThatDribblesInIsAnsweredWith408) {
    Settings settings = ample();
    settings.header_timeout = moment;
    start(settings);
    RawClient client = connect();
    client.send("GET /hello HTTP/1.1\r\nHost: h\r\nX-Slow: ");
    EXPECT_EQ(client.read().status, 408);
    EXPECT_TRUE(client.ends());
}

TEST_F(Limits, DribblingOnDoesNotProlongTheTime) {
    Settings settings = ample();
    settings.header_timeout = moment;
    start(settings);
    RawClient client = connect();
    client.send("GET /hello HTTP/1.1\r\nHost: h\r\nX-Slow: ");
    while (!client.has_news(milliseconds(2)) && client.send("a")) {
    }
    EXPECT_EQ(client.read().status, 408);
}

TEST_F(Limits, WhoeverSaysNothingIsLetGo) {
    Settings settings = ample();
    settings.header_timeout = moment;
    start(settings);
    EXPECT_TRUE(connect().ends());
}

TEST_F(Limits, IdleConnectionsAreClosedWithoutAWord) {
    Settings settings = ample();
    settings.idle_timeout = moment;
    start(settings);
    RawClient client = connect();
    EXPECT_EQ(client.ask(get("/hello")).body, "hello");
    EXPECT_TRUE(client.ends());
}

TEST_F(Limits, ABodyThatDoesNotComeIsAnsweredWith408) {
    Settings settings = ample();
    settings.body_timeout = moment;
    start(settings);
    for (const char* start_of_body :
         {"Content-Length: 10\r\n\r\nabc", "Transfer-Encoding: chunked\r\n\r\n3\r\nab"}) {
        RawClient client = connect();
        client.send("POST /echo HTTP/1.1\r\nHost: h\r\n" + std::string(start_of_body));
        EXPECT_EQ(client.read().status, 408);
        EXPECT_TRUE(client.ends());
    }
    // Nobody asked for this one, and it does not come either.
    RawClient unwanted = connect();
    unwanted.send("POST /nothing HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nabc");
    EXPECT_EQ(unwanted.read().status, 404);
    EXPECT_TRUE(unwanted.ends());
    EXPECT_EQ(handled_, 0);
}

TEST_F(Limits, ALateAnswerIs504AndTheLateHandlerHarmsNobody) {
    Settings settings = ample();
    settings.handler_timeout = moment;
    start(settings);
    RawClient client = connect();
    EXPECT_EQ(client.ask(get("/slow")).status, 504);
    EXPECT_TRUE(client.ends());
    gate_.open();
    EXPECT_EQ(connect().ask(get("/hello")).body, "hello");
}

TEST_F(Limits, AFullQueueRefusesAtOnce) {
    Settings settings = ample();
    settings.pool_threads = 1;
    settings.pool_queue = 1;
    start(settings);
    RawClient working = connect();
    working.send(get("/slow"));
    ASSERT_TRUE(gate_.wait_for(1));
    RawClient a = connect();
    RawClient b = connect();
    a.send(get("/pooled"));
    b.send(get("/pooled"));
    // One of the two waits in the queue; the other, and everybody who comes now, is refused.
    const auto refused = connect().ask(get("/pooled"));
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(connect().ask(get("/hello")).body, "hello") << "what needs no thread is answered";
    gate_.open();
    EXPECT_EQ(working.read().body, "slow");
    EXPECT_EQ(a.read().status + b.read().status, 200 + 503);
}

TEST_F(Limits, AClientThatDoesNotReadIsLetGo) {
    Settings settings = ample();
    settings.write_timeout = moment;
    settings.connections = 1;
    start(settings);
    RawClient client = connect();
    while (
        client.send(get("/hello"))) {  // until all buffers on the way are full, and then until it is cut off
    }
    EXPECT_TRUE(come_in()) << "its place is given back though it still holds its end";
}

TEST_F(Limits, AboveTheLimitOfConnectionsNewOnesHear503) {
    Settings settings = ample();
    settings.connections = 40;
    start(settings);
    std::vector<RawClient> clients;
    for (int i = 0; i < 150; ++i) clients.push_back(connect());
    int served = 0;
    int turned_away = 0;
    for (RawClient& client : clients) {
        client.send(get("/hello"));
        const auto reply = client.read();
        served += reply.status == 200 ? 1 : 0;
        turned_away += reply.status == 503 ? 1 : 0;
        if (reply.status == 503) {
            EXPECT_TRUE(reply.header("Retry-After"));
        }
    }
    EXPECT_EQ(served, 40);
    EXPECT_EQ(turned_away, 110);
    EXPECT_THAT(metrics_->text(), HasSubstr("headway_http_turned_away_total 110"));
    clients.clear();
    EXPECT_TRUE(come_in()) << "places are given back";
}

TEST_F(Limits, OneAddressCannotTakeAllPlaces) {
    Settings settings = ample();
    settings.connections_per_address = 3;
    start(settings);
    std::vector<RawClient> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(connect());
        EXPECT_EQ(clients.back().ask(get("/hello")).status, 200);
    }
    EXPECT_EQ(connect().ask(get("/hello")).status, 503);
    clients.pop_back();
    EXPECT_TRUE(come_in());
}

TEST_F(Limits, ATrustedProxyMayHaveManyConnections) {
    Settings settings = ample();
    settings.connections_per_address = 1;
    settings.trusted_proxies = {"127.0.0.1"};
    start(settings);
    RawClient first = connect();
    RawClient second = connect();
    EXPECT_EQ(first.ask(get("/hello")).status, 200);
    EXPECT_EQ(second.ask(get("/hello")).status, 200);
}

TEST_F(Limits, ATakenPortIsSaid) {
    start(ample());
    Settings settings = ample();
    settings.port = server_->port();
    const auto second = Server::start(settings, make_routes(), {}, {});
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::unavailable);
}

}  // namespace
}  // namespace headway::http
