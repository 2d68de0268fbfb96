// SPDX-License-Identifier: GPL-3.0-or-later
// Streams of events, and the server's end, over real sockets.
#include <gmock/gmock.h>
#include <thread>

#include "support/http_server.hpp"

namespace headway::http {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using test::get;
using test::post;
using test::RawClient;
using testing::HasSubstr;

class Streaming : public test::HttpServerTest {
  protected:
    RawClient open_stream() {
        RawClient client = connect();
        client.send(get("/events"));
        EXPECT_THAT(client.read_to("\r\n\r\n"), HasSubstr("Content-Type: text/event-stream"));
        return client;
    }
    bool closed_for_the_producer() {
        return events_closed_.get_future().wait_for(seconds(30)) == std::future_status::ready;
    }
};

TEST_F(Streaming, EventsArriveAsTheyHappen) {
    start(ample());
    RawClient client = open_stream();
    for (int i = 0; i < 3; ++i) {
        EXPECT_TRUE(events_->push({std::to_string(i), "run", "a\nb"}));
        EXPECT_EQ(client.read_to("\n\n"), "id: " + std::to_string(i) + "\nevent: run\ndata: a\ndata: b\n\n");
    }
    events_->push({"3", "", "last"});
    events_->close();
    EXPECT_EQ(client.read_all(), "id: 3\ndata: last\n\n") << "what was pushed is still sent";
}

TEST_F(Streaming, AClientThatLeavesIsNoticed) {
    start(ample());
    RawClient client = open_stream();
    client.leave(RawClient::Leave::politely);
    EXPECT_TRUE(closed_for_the_producer());
    EXPECT_FALSE(events_->push({"1", "", "x"}));
}

TEST_F(Streaming, AClientThatIsCutOffIsNoticed) {
    start(ample());
    RawClient client = open_stream();
    client.leave(RawClient::Leave::rudely);
    EXPECT_TRUE(closed_for_the_producer());
}

TEST_F(Streaming, SilentStreamsBeat) {
    Settings settings = ample();
    settings.heartbeat = milliseconds(20);
    settings.idle_timeout = milliseconds(20);  // a stream is never idle
    start(settings);
    RawClient client = open_stream();
    for (int i = 0; i < 3; ++i) EXPECT_EQ(client.read_to("\n\n"), ":\n\n");
    events_->push({"1", "", "x"});
    EXPECT_THAT(client.read_to("data: x\n\n"), HasSubstr("id: 1"));
}

TEST_F(Streaming, AClientThatDoesNotReadLosesItsStreamNotTheServersMemory) {
    start(ample());
    RawClient client = open_stream();
    const std::string large(100'000, 'x');
    while (events_->push({"", "", large})) {
    }
    EXPECT_TRUE(closed_for_the_producer());
    EXPECT_EQ(connect().ask(get("/hello")).body, "hello");
}

TEST_F(Streaming, HeadOfAStreamEndsIt) {
    start(ample());
    RawClient client = connect();
    client.send("HEAD /events HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_EQ(client.read(RawClient::Body::none).status, 200);
    EXPECT_TRUE(closed_for_the_producer());
    EXPECT_TRUE(client.ends());
}

using Ending = Streaming;

TEST_F(Ending, ARequestUnderWayIsFinished) {
    start(ample());
    RawClient client = connect();
    client.send(get("/slow") + get("/hello"));
    ASSERT_TRUE(gate_.wait_for(1));
    const std::uint16_t port = server_->port();
    RawClient idle = connect();
    EXPECT_EQ(idle.ask(get("/hello")).body, "hello");
    std::thread stopping([&] { server_->stop(seconds(30)); });
    EXPECT_TRUE(idle.ends()) << "nothing is being done on it";
    EXPECT_FALSE(test::can_connect(port));
    gate_.open();
    const auto reply = client.read();
    EXPECT_EQ(reply.body, "slow");
    EXPECT_EQ(reply.header("Connection"), "close");
    EXPECT_TRUE(client.ends());
    stopping.join();
}

TEST_F(Ending, ABodyUnderWayIsReadAndAnswered) {
    start(ample());
    RawClient client = connect();
    const std::string request = post("/echo", "late body");
    client.send(std::string_view(request).substr(0, request.size() - 4));
    RawClient idle = connect();
    EXPECT_EQ(idle.ask(get("/hello")).body, "hello");
    // Its head has been taken when a request sent behind it on another connection was answered twice over.
    for (int i = 0; i < 3; ++i) EXPECT_EQ(idle.ask(get("/pooled")).body, "pooled");
    std::thread stopping([&] { server_->stop(seconds(30)); });
    EXPECT_TRUE(idle.ends());
    client.send(std::string_view(request).substr(request.size() - 4));
    EXPECT_EQ(client.read().body, "late body");
    stopping.join();
}

TEST_F(Ending, StreamsEnd) {
    start(ample());
    RawClient client = open_stream();
    events_->push({"1", "", "x"});
    server_->stop(seconds(30));
    EXPECT_THAT(client.read_all(), HasSubstr("data: x\n\n"));
    EXPECT_TRUE(closed_for_the_producer());
}

TEST_F(Ending, WithoutGraceRequestsAreCutButHandlersAreWaitedFor) {
    start(ample());
    RawClient client = connect();
    client.send(post("/stuck", ""));
    ASSERT_TRUE(gate_.wait_for(1));
    std::atomic<bool> stopped{false};
    std::thread stopping([&] {
        server_->stop(milliseconds(0));
        stopped = true;
    });
    EXPECT_TRUE(client.ends()) << "no grace: no reply";
    EXPECT_FALSE(stopped) << "its handler still runs";
    gate_.open();
    stopping.join();
}

TEST_F(Ending, WhatWaitsForAThreadIsDropped) {
    Settings settings = ample();
    settings.pool_threads = 1;
    settings.io_threads = 1;
    start(settings);
    RawClient working = connect();
    working.send(post("/stuck", ""));
    ASSERT_TRUE(gate_.wait_for(1));
    RawClient waiting = connect();
    waiting.send(post("/size", "abc"));
    // It has been taken when requests sent behind it on another connection were answered.
    RawClient idle = connect();
    for (int i = 0; i < 3; ++i) EXPECT_EQ(idle.ask(get("/hello")).body, "hello");
    std::thread stopping([&] { server_->stop(milliseconds(0)); });
    EXPECT_EQ(waiting.read_all(), "");
    gate_.open();
    stopping.join();
    EXPECT_EQ(handled_, 1);
}

TEST_F(Ending, MayBeCalledTwiceAndWithoutAnyClient) {
    start(ample());
    server_->stop(seconds(1));
    server_->stop(seconds(1));
    server_.reset();
}

class Site : public test::HttpServerTest {
  protected:
    void SetUp() override {
        folder_.write("site/index.html", "<p>start</p>");
        folder_.write("site/404.html", "<p>nothing</p>");
        folder_.write("site/about.html", "<p>about</p>");
        folder_.write("site/.secret", "hidden");
        folder_.write("site/app.0123456789abcdef.js", "let x = 1;");
        folder_.write("site/app.0123456789abcdef.js.br", "BR");
        folder_.write("site/app.0123456789abcdef.js.gz", "GZ");
        folder_.write("outside.txt", "outside");
        auto loaded = StaticSite::load(folder_.file("site"));
        ASSERT_TRUE(loaded) << loaded.error().message();
        site_ = std::make_unique<StaticSite>(std::move(*loaded));
        start(ample());
    }
};

TEST_F(Site, AnswersWhatTheClientHasWith304) {
    RawClient client = connect();
    const auto first = client.ask(get("/about"));
    EXPECT_EQ(first.body, "<p>about</p>");
    const std::string tag = first.header("ETag").value_or("");
    ASSERT_FALSE(tag.empty());
    for (const std::string& wanted : {tag, "\"other\", " + tag, "W/" + tag, std::string("*")}) {
        const auto again = client.ask(get("/about", "If-None-Match: " + wanted + "\r\n"));
        EXPECT_EQ(again.status, 304) << wanted;
        EXPECT_EQ(again.header("ETag"), tag);
    }
    EXPECT_EQ(client.ask(get("/about", "If-None-Match: \"other\"\r\n")).status, 200);
}

TEST_F(Site, SendsTheSmallestFormThatTheClientTakes) {
    RawClient client = connect();
    const auto ask = [&](const char* accepted) {
        return client.ask(
            get("/app.0123456789abcdef.js", "Accept-Encoding: " + std::string(accepted) + "\r\n"));
    };
    EXPECT_EQ(ask("gzip, br").body, "BR");
    EXPECT_EQ(ask("gzip;q=1, br;q=0").body, "GZ");
    EXPECT_EQ(ask("identity").body, "let x = 1;");
    EXPECT_EQ(ask("br").header("Vary"), "Accept-Encoding");
    EXPECT_THAT(ask("br").header("Cache-Control").value_or(""), HasSubstr("immutable"));
}

TEST_F(Site, HasNothingButItsFiles) {
    for (const char* path : {"/.secret", "/nothing.js", "/about.html/more"}) {
        const auto reply = connect().ask(get(path, "Accept: text/html\r\n"));
        EXPECT_EQ(reply.status, 404) << path;
        EXPECT_EQ(reply.body, "<p>nothing</p>") << path;
    }
    for (const char* path :
         {"/../outside.txt", "/%2e%2e/outside.txt", "/a/%2E%2E/outside.txt", "/%00", "/%zz"})
        EXPECT_EQ(connect().ask(get(path)).status, 400) << path;
    EXPECT_THAT(connect().ask(get("/")).header("Content-Security-Policy").value_or(""),
                HasSubstr("default-src"));
}

TEST_F(Site, IgnoresRangesWhichAServerMay) {
    const auto reply = connect().ask(get("/about", "Range: bytes=0-3\r\n"));
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.body, "<p>about</p>");
}

}  // namespace
}  // namespace headway::http
