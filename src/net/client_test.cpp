// SPDX-License-Identifier: GPL-3.0-or-later
// The client against a real server on loopback that answers as badly as it can.
#include "net/client.hpp"

#include <gtest/gtest.h>

#include "net/polite_client.hpp"
#include "support/loopback_server.hpp"

namespace headway::net {
namespace {

using test::Asked;
using test::LoopbackServer;
using test::Wire;

Settings here() {
    Settings s;
    s.allow_private_addresses = true;
    s.user_agent = "Headway/0.1 (+https://headway.example.org)";
    s.body_bytes = 100'000;
    return s;
}

Settings hasty() {
    Settings s = here();
    s.total = std::chrono::milliseconds(300);
    return s;
}

Result<Response> ask(const std::string& url, Settings settings = here()) {
    return Client(std::move(settings)).send({url, {}, {}});
}

ErrorCode code_of(const Result<Response>& response) {
    EXPECT_FALSE(response) << response->status << " " << response->body.substr(0, 100);
    return response ? ErrorCode::internal : response.error().code;
}

/// A server that answers the same to everybody.
struct Always : LoopbackServer {
    explicit Always(std::string bytes)
        : LoopbackServer([bytes = std::move(bytes)](const Asked&, const Wire& wire) { wire.send(bytes); }) {}
};

TEST(Client, AsksAndSaysWhoItIs) {
    const LoopbackServer server([](const Asked&, const Wire& w) { w.reply(200, "hello", "X-A: b\r\n"); });
    const auto response = ask(server.origin() + "/path?q=1#part");
    ASSERT_TRUE(response) << response.error().message();
    EXPECT_EQ(response->status, 200);
    EXPECT_EQ(response->body, "hello");
    EXPECT_EQ(response->header("x-a"), "b");
    const auto asked = server.asked();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].target(), "/path?q=1");
    EXPECT_EQ(asked[0].header("User-Agent"), "Headway/0.1 (+https://headway.example.org)");
    EXPECT_EQ(asked[0].header("Cookie"), "");
}

TEST(Client, AsksAddressesOfVersion6) {
    const LoopbackServer server([](const Asked&, const Wire& w) { w.reply(200, "six"); },
                                LoopbackServer::Family::v6);
    const auto response = ask(server.origin() + "/");
    ASSERT_TRUE(response) << response.error().message();
    EXPECT_EQ(response->body, "six");
    EXPECT_EQ(server.asked()[0].header("Host"), "[::1]:" + std::to_string(server.port()));
}

TEST(Client, PostsABody) {
    const LoopbackServer server([](const Asked& a, const Wire& w) { w.reply(200, a.body); });
    const auto response = Client(here()).send({server.origin() + "/", R"({"a":1})", {{"X-Key", "secret"}}});
    ASSERT_TRUE(response) << response.error().message();
    EXPECT_EQ(response->body, R"({"a":1})");
    EXPECT_TRUE(server.asked()[0].head.starts_with("POST / "));
    EXPECT_EQ(server.asked()[0].header("Content-Type"), "application/json");
    EXPECT_EQ(server.asked()[0].header("X-Key"), "secret");
}

TEST(Client, HandsABodyOutAsItComesAndStopsWhenNoMoreIsWanted) {
    const LoopbackServer server([](const Asked& a, const Wire& w) {
        if (a.target() == "/no") return w.reply(404, "not here");
        w.send("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\nfirst");
        w.wait_for_end();  // never says the rest
    });
    std::string came;
    const Sink until_first = [&](std::string_view bytes) {
        came += bytes;
        return came.size() < 5;
    };
    const auto stopped = Client(here()).send({server.origin() + "/", {}, {}, until_first});
    ASSERT_FALSE(stopped);
    EXPECT_EQ(came, "first");
    const auto refused = Client(here()).send({server.origin() + "/no", {}, {}, until_first});
    ASSERT_TRUE(refused) << refused.error().message();
    EXPECT_EQ(refused->body, "not here") << "what is no answer is kept";
    EXPECT_EQ(came, "first");
}

TEST(Client, TheHeadIsEnoughWhereTheBodyIsNotWanted) {
    const LoopbackServer server([](const Asked& a, const Wire& w) {
        if (a.target() == "/moved") return w.reply(302, "elsewhere", "Location: /there\r\n");
        w.send(a.target() == "/no" ? "HTTP/1.1 404 Not Found\r\n" : "HTTP/1.1 200 OK\r\n");
        w.send("ETag: \"1\"\r\nContent-Length: 999999999\r\n\r\nfirst");
        w.wait_for_end();  // never says the rest
    });
    Request request;
    request.without_body = true;
    for (const auto& [path, status] : {std::pair("/there", 200), std::pair("/no", 404)}) {
        request.url = server.origin() + path;
        const auto response = Client(here()).send(request);
        ASSERT_TRUE(response) << response.error().message();
        EXPECT_EQ(response->status, status);
        EXPECT_EQ(response->body, "");
    }
    request.url = server.origin() + "/moved";
    PoliteClient polite(here(), {.gap = std::chrono::milliseconds(0)});
    for (int time = 0; time < 2; ++time) {
        const auto response = polite.send(request);
        ASSERT_TRUE(response) << response.error().message();
        EXPECT_EQ(response->url, server.origin() + "/there");
    }
    EXPECT_EQ(server.asked().back().header("If-None-Match"), "") << "an answer without its body is not kept";
}

TEST(Client, LeavesAHostThatFallsSilent) {
    const LoopbackServer server([](const Asked& a, const Wire& w) {
        if (a.target() == "/begun") w.send("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\nfirst");
        w.wait_for_end();
    });
    Settings patient = here();
    patient.first_byte = std::chrono::milliseconds(150);
    const auto never = ask(server.origin() + "/", patient);
    ASSERT_FALSE(never);
    EXPECT_EQ(never.error().what, "the host answers too slowly");
    patient.first_byte = std::chrono::milliseconds(0);
    patient.idle = std::chrono::milliseconds(150);
    const auto begun = ask(server.origin() + "/begun", patient);
    ASSERT_FALSE(begun);
    EXPECT_EQ(begun.error().what, "the host answers too slowly");
}

TEST(Client, NeverConnectsToPrivateAddresses) {
    const LoopbackServer server([](const Asked&, const Wire& w) { w.reply(200, "inside"); });
    const std::string port = std::to_string(server.port());
    Settings strict = here();
    strict.allow_private_addresses = false;
    for (const char* host : {"127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "0177.0.0.1", "127.1",
                             "[::ffff:127.0.0.1]", "0.0.0.0", "127.0.0.1.", "10.0.0.1", "169.254.169.254",
                             "[64:ff9b::7f00:1]"}) {
        const auto response = ask("http://" + std::string(host) + ":" + port + "/", strict);
        ASSERT_FALSE(response) << host;
        EXPECT_TRUE(response.error().code == ErrorCode::forbidden ||
                    response.error().code == ErrorCode::invalid ||
                    response.error().code == ErrorCode::unavailable)
            << host << ": " << response.error().message();
    }
    EXPECT_EQ(code_of(ask("http://localhost:" + port + "/", strict)), ErrorCode::forbidden)
        << "a name that resolves to this machine";
    EXPECT_EQ(server.asked().size(), 0U);
}

TEST(Client, LinkLocalAddressesStayOutOfReachWithTheSwitch) {
    for (const char* url :
         {"http://169.254.169.254/latest/meta-data/", "http://[fe80::1]/", "http://[fd00:ec2::254]/",
          "http://0.0.0.0/", "http://[::ffff:10.0.0.1]/", "http://224.0.0.1/"})
        EXPECT_EQ(code_of(ask(url)), ErrorCode::forbidden) << url;
}

TEST(Client, OneBadAddressOfANameIsEnough) {
    const LoopbackServer server([](const Asked&, const Wire& w) { w.reply(200, ""); });
    Settings s = here();
    s.resolve = [](const std::string&, Deadline, const GoOn&) -> Result<std::vector<Address>> {
        return std::vector<Address>{*parse_address("127.0.0.1"), *parse_address("169.254.169.254")};
    };
    EXPECT_EQ(code_of(ask("http://board.test:" + std::to_string(server.port()) + "/", s)),
              ErrorCode::forbidden);
    EXPECT_EQ(server.asked().size(), 0U);
}

TEST(Client, ConnectsToTheAddressThatWasChecked) {
    const LoopbackServer server([](const Asked&, const Wire& w) { w.reply(200, "pinned"); });
    int resolved = 0;
    Settings s = here();
    // The second answer would lead elsewhere: nobody asks for it.
    s.resolve = [&](const std::string&, Deadline, const GoOn&) -> Result<std::vector<Address>> {
        return std::vector<Address>{*parse_address(++resolved == 1 ? "127.0.0.1" : "127.9.9.9")};
    };
    const auto response = ask("http://board.test:" + std::to_string(server.port()) + "/", s);
    ASSERT_TRUE(response) << response.error().message();
    EXPECT_EQ(response->body, "pinned");
    EXPECT_EQ(resolved, 1);
    EXPECT_EQ(server.asked()[0].header("Host"), "board.test:" + std::to_string(server.port()));
}

TEST(Client, RedirectsAreFollowedAndChecked) {
    const LoopbackServer server([](const Asked& a, const Wire& w) {
        const std::string target = a.target();
        if (target == "/end") return w.reply(200, "there");
        if (target == "/relative") return w.reply(302, "", "Location: end\r\n");
        if (target == "/metadata") return w.reply(302, "", "Location: http://169.254.169.254/latest/\r\n");
        if (target == "/file") return w.reply(302, "", "Location: file:///etc/passwd\r\n");
        if (target == "/user") return w.reply(302, "", "Location: http://a:b@127.0.0.1/\r\n");
        if (target == "/mapped") return w.reply(301, "", "Location: http://[::ffff:127.0.0.1]/\r\n");
        w.reply(307, "", "Location: /loop" + target + "\r\n");
    });
    const auto response = ask(server.origin() + "/relative");
    ASSERT_TRUE(response) << response.error().message();
    EXPECT_EQ(response->body, "there");
    EXPECT_EQ(response->url, server.origin() + "/end");
    EXPECT_EQ(code_of(ask(server.origin() + "/metadata")), ErrorCode::forbidden);
    EXPECT_EQ(code_of(ask(server.origin() + "/mapped")), ErrorCode::forbidden);
    EXPECT_EQ(code_of(ask(server.origin() + "/file")), ErrorCode::invalid);
    EXPECT_EQ(code_of(ask(server.origin() + "/user")), ErrorCode::invalid);
    const std::size_t before = server.asked().size();
    EXPECT_EQ(code_of(ask(server.origin() + "/loop")), ErrorCode::unavailable);
    EXPECT_EQ(server.asked().size(), before + 6) << "the first and five redirects";
}

TEST(Client, WhatARequestCarriesGoesToNoOtherOrigin) {
    const LoopbackServer other([](const Asked&, const Wire& w) { w.reply(200, "other"); });
    const LoopbackServer first([&](const Asked& a, const Wire& w) {
        w.reply(a.target() == "/307" ? 307 : 302, "", "Location: " + other.origin() + "/\r\n");
    });
    const auto response = Client(here()).send({first.origin() + "/", {}, {{"Authorization-Key", "secret"}}});
    ASSERT_TRUE(response) << response.error().message();
    EXPECT_EQ(other.asked()[0].head.find("secret"), std::string::npos);
    EXPECT_EQ(code_of(Client(here()).send({first.origin() + "/307", "{}", {}})), ErrorCode::forbidden);
    EXPECT_EQ(other.asked().size(), 1U);
}

TEST(Client, LargeAnswersAreCutOff) {
    EXPECT_EQ(code_of(ask(Always("HTTP/1.1 200 OK\r\n\r\n" + std::string(200'000, 'x')).origin())),
              ErrorCode::too_large);
    EXPECT_EQ(code_of(ask(Always("HTTP/1.1 200 OK\r\nX: " + std::string(90'000, 'x') + "\r\n\r\n").origin())),
              ErrorCode::too_large);
    std::string many = "HTTP/1.1 200 OK\r\n";
    for (int i = 0; i < 5000; ++i) many += "X-Header: something long enough\r\n";
    EXPECT_EQ(code_of(ask(Always(many + "\r\n").origin())), ErrorCode::too_large);
}

TEST(Client, ABombIsCutOffWhileItUnpacks) {
    // Three members of gzip, each 1 MiB of zeros packed to about a kilobyte.
    std::string packed;
    for (const unsigned char c : {0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03})
        packed += static_cast<char>(c);
    // One fixed-Huffman block: a zero byte, then copies of 258 bytes from one byte back, each one byte and a
    // bit.
    std::string bits = "110";                                // last block, fixed codes
    bits += "00110000";                                      // literal 0
    for (int i = 0; i < 4000; ++i) bits += "1100010100000";  // length 258, distance 1
    bits += "0000000";                                       // end of block
    for (std::size_t at = 0; at < bits.size(); at += 8) {
        unsigned char byte = 0;
        for (std::size_t b = 0; b < 8 && at + b < bits.size(); ++b)
            byte = static_cast<unsigned char>(byte | (bits[at + b] - '0') << b);
        packed += static_cast<char>(byte);
    }
    const Always server("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " +
                        std::to_string(packed.size()) + "\r\n\r\n" + packed);
    ASSERT_LT(packed.size(), 10'000U);
    EXPECT_EQ(code_of(ask(server.origin())), ErrorCode::too_large)
        << "a megabyte of zeros in seven kilobytes";
}

TEST(Client, CutOffAndWrongLengthsAreErrors) {
    for (const char* answer : {"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
                               "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
                               "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
                               "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n", "no HTTP at all", "",
                               "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc"})
        EXPECT_EQ(code_of(ask(Always(answer).origin())), ErrorCode::unavailable) << answer;
}

TEST(Client, SlowHostsAreLeft) {
    const LoopbackServer silent([](const Asked&, const Wire& w) { w.wait_for_end(); });
    EXPECT_EQ(code_of(ask(silent.origin(), hasty())), ErrorCode::unavailable);
    const LoopbackServer half([](const Asked&, const Wire& w) {
        w.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        w.wait_for_end();
    });
    EXPECT_EQ(code_of(ask(half.origin(), hasty())), ErrorCode::unavailable);
    Settings s = hasty();
    s.resolve = [](const std::string&, Deadline until, const GoOn&) -> Result<std::vector<Address>> {
        EXPECT_LE(until - std::chrono::steady_clock::now(), std::chrono::milliseconds(300));
        return fail(ErrorCode::unavailable, "finding the host took too long");
    };
    EXPECT_EQ(code_of(ask("http://slow.test/", s)), ErrorCode::unavailable);
}

TEST(Client, StopsWhenItIsTold) {
    std::atomic<bool> told{false};
    const LoopbackServer server([&](const Asked&, const Wire& w) {
        told = true;
        w.wait_for_end();
    });
    const auto response = Client(here()).send({server.origin(), {}, {}}, [&] { return !told; });
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().what, "it was stopped");
}

TEST(Client, EnvironmentProxiesAreNotAsked) {
    const LoopbackServer proxy([](const Asked&, const Wire& w) { w.reply(200, "proxy"); });
    const LoopbackServer server([](const Asked&, const Wire& w) { w.reply(200, "direct"); });
    for (const char* name : {"http_proxy", "all_proxy", "ALL_PROXY"})
        ::setenv(name, proxy.origin().c_str(), 1);
    const auto response = ask(server.origin());
    for (const char* name : {"http_proxy", "all_proxy", "ALL_PROXY"}) ::unsetenv(name);
    ASSERT_TRUE(response);
    EXPECT_EQ(response->body, "direct");
    EXPECT_EQ(proxy.asked().size(), 0U);
}

Manners quick() {
    Manners m;
    m.gap = std::chrono::milliseconds(0);
    m.first_backoff = std::chrono::milliseconds(1);
    return m;
}

TEST(PoliteClient, AsksForWhatItHasByItsTag) {
    const LoopbackServer server([](const Asked& a, const Wire& w) {
        if (a.header("If-None-Match") == "\"v1\"") return w.reply(304, "");
        w.reply(200, "body", "ETag: \"v1\"\r\n");
    });
    PoliteClient client(here(), quick());
    for (int i = 0; i < 3; ++i) {
        const auto response = client.send({server.origin() + "/list", {}, {}});
        ASSERT_TRUE(response);
        EXPECT_EQ(response->status, 200);
        EXPECT_EQ(response->body, "body");
    }
    EXPECT_EQ(server.asked()[0].header("If-None-Match"), "");
    EXPECT_EQ(server.asked()[2].header("If-None-Match"), "\"v1\"");
    ASSERT_TRUE(client.send({server.origin() + "/list", {}, {{"X-Key", "other"}}}));
    EXPECT_EQ(server.asked()[3].header("If-None-Match"), "") << "another request";
}

TEST(PoliteClient, TriesAgainAndThenLeavesAHostAlone) {
    std::atomic<int> left{2};
    const LoopbackServer server([&](const Asked&, const Wire& w) {
        if (left-- > 0) return w.reply(503, "");
        w.reply(200, "at last");
    });
    PoliteClient client(here(), quick());
    EXPECT_EQ(client.send({server.origin(), {}, {}})->body, "at last");
    EXPECT_EQ(server.asked().size(), 3U);
    const LoopbackServer busy([](const Asked&, const Wire& w) { w.reply(429, "", "Retry-After: 3600\r\n"); });
    const auto response = client.send({busy.origin(), {}, {}});
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().code, ErrorCode::rate_limited);
    EXPECT_FALSE(client.send({busy.origin() + "/other", {}, {}})) << "nor anything else of it";
    EXPECT_EQ(busy.asked().size(), 1U);
}

TEST(PoliteClient, ANotModifiedOutOfNothingEnds) {
    const LoopbackServer server([](const Asked&, const Wire& w) { w.reply(304, ""); });
    PoliteClient client(here(), quick());
    const auto response = client.send({server.origin(), {}, {}});
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 304);
    EXPECT_EQ(server.asked().size(), 1U);
}

}  // namespace
}  // namespace headway::net
