// SPDX-License-Identifier: GPL-3.0-or-later
// One connection: requests, bodies and replies over a real socket.
#include "http/server.hpp"

#include <gmock/gmock.h>

#include "support/http_server.hpp"

namespace headway::http {
namespace {

using test::get;
using test::post;
using test::RawClient;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

using Serving = test::HttpServerTest;

TEST_F(Serving, KeepsTheConnectionForTheNextRequest) {
    start(ample());
    RawClient client = connect();
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(client.ask(get("/hello")).body, "hello");
        EXPECT_EQ(client.ask(get("/pooled")).body, "pooled");
        EXPECT_EQ(client.ask(post("/echo", "abc")).body, "abc");
        EXPECT_EQ(client.ask(get("/nothing")).status, 404);
    }
}

TEST_F(Serving, ClosesWhereTheClientOrTheProtocolSaysSo) {
    start(ample());
    for (const std::string& request :
         {get("/hello", "Connection: close\r\n"), std::string("GET /hello HTTP/1.0\r\n\r\n"),
          std::string("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")}) {
        RawClient client = connect();
        const auto reply = client.ask(request);
        EXPECT_EQ(reply.body, "hello") << request;
        EXPECT_EQ(reply.header("Connection"), "close") << request;
        EXPECT_TRUE(client.ends()) << request;
    }
}

TEST_F(Serving, AnswersPipelinedRequestsInOrder) {
    start(ample());
    RawClient client = connect();
    client.send(get("/pooled") + post("/echo", "one") + get("/hello") + post("/echo", "two") +
                get("/nothing") + get("/hello", "Connection: close\r\n") + get("/pooled"));
    EXPECT_EQ(client.read().body, "pooled");
    EXPECT_EQ(client.read().body, "one");
    EXPECT_EQ(client.read().body, "hello");
    EXPECT_EQ(client.read().body, "two");
    EXPECT_EQ(client.read().status, 404);
    EXPECT_EQ(client.read().body, "hello");
    EXPECT_TRUE(client.ends()) << "behind Connection: close nothing is answered";
}

TEST_F(Serving, TakesRequestsInPiecesOfOneByte) {
    start(ample());
    RawClient client = connect();
    for (const char c : "\r\n" + post("/echo", "pieces") + get("/hello"))
        client.send(std::string_view(&c, 1));
    EXPECT_EQ(client.read().body, "pieces");
    EXPECT_EQ(client.read().body, "hello");
}

TEST_F(Serving, HeadHasTheHeadersOfGetAndNoBody) {
    start(ample());
    RawClient client = connect();
    client.send("HEAD /hello HTTP/1.1\r\nHost: h\r\n\r\n" + get("/hello"));
    const auto head = client.read(RawClient::Body::none);
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.header("Content-Length"), "5");
    EXPECT_EQ(client.read().body, "hello") << "no byte of a body came in between";
}

TEST_F(Serving, JoinsChunksAndDropsTrailers) {
    start(ample());
    RawClient client = connect();
    client.send("POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (const char* piece : {"3\r\nabc\r\n", "1;a=b\r\nd\r", "\n02\r\nef\r\n", "0\r\nX-Late: yes\r\n\r\n"})
        client.send(piece);
    const auto reply = client.read();
    EXPECT_EQ(reply.body, "abcdef");
    EXPECT_EQ(reply.header("X-Trailer"), "none") << "a trailer must not pass for a header";
    EXPECT_EQ(client.ask(get("/hello")).body, "hello");
}

TEST_F(Serving, ReadsAFoldedFieldAsOneLine) {
    start(ample());
    RawClient client = connect();
    const auto reply = client.ask(post("/echo", "abc", "X-Late: a\r\n  Content-Length: 1\r\n"));
    EXPECT_EQ(reply.body, "abc");
    EXPECT_EQ(reply.header("X-Trailer"), "a Content-Length: 1");
}

TEST_F(Serving, TakesChunksInPiecesOfOneByte) {
    start(ample());
    RawClient client = connect();
    const std::string head = "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (const std::string& rest :
         {std::string("0\r\n\r\n"), std::string("1\r\na\r\n2;x\r\nbc\r\n0\r\n\r\n")}) {
        for (const char c : head + rest) client.send(std::string_view(&c, 1));
        const auto reply = client.read();
        EXPECT_EQ(reply.status, 200);
        EXPECT_EQ(reply.body, rest.size() > 5 ? "abc" : "");
    }
}

TEST_F(Serving, RefusesBodiesAboveTheLimitOfTheRoute) {
    start(ample());
    const std::string over(echo_limit + 1, 'x');
    const std::string exact(echo_limit, 'x');
    EXPECT_EQ(connect().ask(post("/echo", exact)).body, exact);
    EXPECT_EQ(connect().ask(post("/echo", over)).status, 413);
    EXPECT_EQ(connect().ask("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 9999999999999\r\n\r\n").status,
              413);
    RawClient chunked = connect();
    chunked.send("POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 3; ++i) chunked.send("190\r\n" + std::string(400, 'x') + "\r\n");
    EXPECT_EQ(chunked.read().status, 413);
    EXPECT_TRUE(chunked.ends());
    EXPECT_EQ(connect()
                  .ask("POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                       "ffffffffffffffff\r\n")
                  .status,
              413);
    EXPECT_EQ(handled_, 1);
}

TEST_F(Serving, TheRefusalArrivesThoughTheClientGoesOnSending) {
    start(ample());
    RawClient client = connect();
    client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 1000000\r\n\r\n");
    client.send(std::string(900'000, 'x'));
    EXPECT_EQ(client.read().status, 413);
}

TEST_F(Serving, SaysContinueOnlyToBodiesThatAreWanted) {
    start(ample());
    const std::string expecting = "Expect: 100-continue\r\n";
    const auto head = [&](const char* path, const std::string& fields, int length) {
        return std::string("POST ") + path +
               " HTTP/1.1\r\nHost: h\r\nContent-Length: " + std::to_string(length) + "\r\n" + fields +
               expecting + "\r\n";
    };
    RawClient client = connect();
    EXPECT_EQ(client.ask(head("/mine", "Authorization: Bearer good\r\n", 3)).status, 100);
    EXPECT_EQ(client.ask("abc").body, "anna 3");
    EXPECT_EQ(client.ask(get("/hello")).body, "hello");

    EXPECT_EQ(connect().ask(head("/mine", "", 3)).status, 401);
    EXPECT_EQ(connect().ask(head("/mine", "Authorization: Bearer bad\r\n", 3)).status, 401);
    EXPECT_EQ(connect().ask(head("/echo", "", 5000)).status, 413);
    EXPECT_EQ(connect().ask(head("/nothing", "", 3)).status, 404);
    EXPECT_EQ(handled_, 1);
    // Whoever does not wait for the 100 gets none.
    RawClient hasty = connect();
    EXPECT_EQ(hasty.ask(head("/mine", "Authorization: Bearer good\r\n", 3) + "abc").status, 200);
    EXPECT_EQ(connect().ask("POST /echo HTTP/1.1\r\nHost: h\r\nExpect: tea\r\n\r\n").status, 417);
}

TEST_F(Serving, AsksWhoItIsBeforeALargeBodyIsRead) {
    start(ample());
    RawClient client = connect();
    client.send("POST /mine HTTP/1.1\r\nHost: h\r\nContent-Length: 4000000\r\n\r\n");
    EXPECT_EQ(client.read().status, 401) << "not a byte of the body was sent";
    const std::string body(large, 'b');
    EXPECT_EQ(connect().ask(post("/mine", body, "Authorization: Bearer good\r\n")).body,
              "anna " + std::to_string(large));
}

TEST_F(Serving, AHalfClosedClientGetsItsReply) {
    start(ample());
    RawClient client = connect();
    client.send(post("/size", "abc") + get("/pooled"));
    client.finish_sending();
    EXPECT_EQ(client.read().body, "3");
    EXPECT_EQ(client.read().body, "pooled");
    EXPECT_TRUE(client.ends());
}

TEST_F(Serving, SurvivesClientsThatLeaveAtAnyPoint) {
    start(ample());
    const std::string whole = post("/echo", "a body") + get("/pooled");
    for (std::size_t cut = 0; cut <= whole.size(); cut += 3) {
        for (const auto how : {RawClient::Leave::politely, RawClient::Leave::rudely}) {
            RawClient client = connect();
            client.send(std::string_view(whole).substr(0, cut));
            client.leave(how);
        }
    }
    RawClient impatient = connect();
    impatient.send(get("/long"));
    impatient.leave(RawClient::Leave::rudely);
    EXPECT_EQ(connect().ask(get("/hello")).body, "hello");
}

TEST_F(Serving, SendsLargeRepliesAndFilesWhole) {
    const std::string content = std::string(3'000'000, 'f') + "end";
    folder_.write("file", content);
    start(ample());
    RawClient client = connect();
    const auto file = client.ask(get("/file"));
    EXPECT_TRUE(file.complete);
    EXPECT_TRUE(file.body == content) << file.body.size();
    const auto text = client.ask(get("/long"));
    EXPECT_EQ(text.body.size(), large * 4);
    client.send("HEAD /file HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_EQ(client.read(RawClient::Body::none).header("Content-Length"), std::to_string(content.size()));
    EXPECT_EQ(client.ask(get("/hello")).body, "hello");
}

TEST_F(Serving, NothingFromInsideLeaves) {
    start(ample());
    RawClient client = connect();
    const auto reply = client.ask(get("/throws"));
    EXPECT_EQ(reply.status, 500);
    EXPECT_THAT(reply.body, Not(HasSubstr("secret")));
    EXPECT_THAT(reply.body, HasSubstr(*reply.header("X-Request-Id")));
    EXPECT_EQ(client.ask(get("/hello")).body, "hello");
}

TEST_F(Serving, ValuesCannotStartHeadersOfTheirOwn) {
    start(ample());
    const auto reply = connect().ask(get("/odd-header"));
    EXPECT_EQ(reply.status, 200);
    EXPECT_FALSE(reply.header("Set-Cookie"));
    EXPECT_EQ(reply.header("X-Odd"), "a  Set-Cookie: b=c");
}

TEST_F(Serving, SaysWhichMethodsAnAddressTakes) {
    start(ample());
    RawClient client = connect();
    const auto wrong = client.ask("DELETE /hello HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_EQ(wrong.status, 405);
    EXPECT_THAT(wrong.header("Allow").value_or(""), HasSubstr("GET"));
    EXPECT_EQ(client.ask("OPTIONS /hello HTTP/1.1\r\nHost: h\r\n\r\n").status, 204);
    EXPECT_EQ(client.ask("OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n").status, 204);
    EXPECT_EQ(client.ask(get("/hello")).body, "hello");
}

struct BadRequest {
    const char* name;
    std::string bytes;
    int status;
};

class Refusing : public Serving, public testing::WithParamInterface<BadRequest> {};

TEST_P(Refusing, AndClosesTheConnection) {
    start(ample());
    RawClient client = connect();
    client.send(GetParam().bytes);
    const auto reply = client.read();
    EXPECT_EQ(reply.status, GetParam().status);
    EXPECT_EQ(reply.header("Connection"), "close");
    EXPECT_THAT(reply.header("Content-Type").value_or(""), StartsWith("application/problem+json"));
    EXPECT_TRUE(client.ends()) << "what follows a damaged request must not be taken for another";
    EXPECT_EQ(handled_, 0);
    EXPECT_EQ(connect().ask(get("/hello")).body, "hello");
}

std::string echo(const std::string& fields, const std::string& rest = {}) {
    return "POST /echo HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n" + rest;
}

const BadRequest bad_requests[] = {
    {"NoHttp", "hello there\r\n\r\n", 400},
    {"NoVersion", "GET /hello\r\n\r\n", 400},
    {"Http2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
    {"Http09", "GET /hello HTTP/0.9\r\n\r\n", 505},
    {"UnknownMethod", "BREW /hello HTTP/1.1\r\nHost: h\r\n\r\n", 501},
    {"Connect", "CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n", 501},
    {"LowerCaseMethod", "get /hello HTTP/1.1\r\nHost: h\r\n\r\n", 501},
    {"NoHost", "GET /hello HTTP/1.1\r\n\r\n", 400},
    {"TwoHosts", "GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
    {"HostWithPath", "GET /hello HTTP/1.1\r\nHost: a/b\r\n\r\n", 400},
    {"TargetWithoutSlash", "GET hello HTTP/1.1\r\nHost: h\r\n\r\n", 400},
    {"StarOfGet", "GET * HTTP/1.1\r\nHost: h\r\n\r\n", 400},
    {"SpaceInTarget", "GET /he llo HTTP/1.1\r\nHost: h\r\n\r\n", 505},
    {"NulInHeader", std::string("GET /hello HTTP/1.1\r\nHost: h\r\nX: a\0b\r\n\r\n", 40), 400},
    {"SpaceBeforeColon", echo("Content-Length : 3\r\n", "abc"), 400},
    {"FoldAtTheStart", "GET /hello HTTP/1.1\r\n X: a\r\nHost: h\r\n\r\n", 400},
    {"BareLineFeeds", "GET /hello HTTP/1.1\nHost: h\n\n", 505},
    {"LengthBesideChunks", echo("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400},
    {"ChunksBesideLength", echo("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", "0\r\n\r\n"), 400},
    {"TwoLengths", echo("Content-Length: 3\r\nContent-Length: 4\r\n", "abcd"), 400},
    {"NegativeLength", echo("Content-Length: -1\r\n"), 400},
    {"LengthWithSign", echo("Content-Length: +3\r\n", "abc"), 400},
    {"LengthInHex", echo("Content-Length: 0x3\r\n", "abc"), 400},
    {"HugeLength", echo("Content-Length: 99999999999999999999\r\n"), 400},
    {"OtherCoding", echo("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), 501},
    {"CodingTwice", echo("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", "0\r\n\r\n"), 400},
    {"ChunksOfHttp10", "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
    {"ChunkSizeOfLetters", echo("Transfer-Encoding: chunked\r\n", "xyz\r\nabc\r\n0\r\n\r\n"), 400},
    {"ChunkWithoutEnd", echo("Transfer-Encoding: chunked\r\n", "3\r\nabcX\r\n0\r\n\r\n"), 400},
    {"LongTarget", get("/" + std::string(9000, 'a')), 414},
    {"LongField", get("/hello", "X: " + std::string(17'000, 'a') + "\r\n"), 431},
    {"EndlessLine", "GET /" + std::string(40'000, 'a'), 431},
    {"ManyFields",
     get("/hello",
         [] {
             std::string out;
             for (int i = 0; i < 120; ++i) out += "X-" + std::to_string(i) + ": y\r\n";
             return out;
         }()),
     431},
};

INSTANTIATE_TEST_SUITE_P(On, Refusing, testing::ValuesIn(bad_requests),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace headway::http
