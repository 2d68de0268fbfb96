// SPDX-License-Identifier: GPL-3.0-or-later
// Agents: the official client of the protocol against the running program, over HTTP and over standard input.
#include <array>
#include <cstdio>
#include <filesystem>
#include <gmock/gmock.h>

#include "support/api_client.hpp"
#include "support/program.hpp"
#include "support/server_process.hpp"
#include "support/temp_folder.hpp"

namespace headway::test {
namespace {

using testing::HasSubstr;

constexpr const char* client_package = HEADWAY_SOURCE_DIR "/web/node_modules/@modelcontextprotocol/sdk";

std::string output_of(const std::string& command) {
    std::string out;
    std::FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) return out;
    std::array<char, 4096> piece{};
    for (std::size_t n = 0; (n = std::fread(piece.data(), 1, piece.size(), pipe)) > 0;)
        out.append(piece.data(), n);
    ::pclose(pipe);
    return out;
}

class Mcp : public testing::Test {
  protected:
    Mcp()
        : server_({"serve", "--folder", folder_.file("data")}, folder_.file("log")), person_(server_.port()) {
        person_.sign_up("anna@example.org");
        token_ = person_.ask("POST", "/api/auth/access-tokens", R"({"name":"Visitor","scope":"agents"})")
                     .at("secret");
    }
    [[nodiscard]] std::string origin() const { return "http://127.0.0.1:" + std::to_string(server_.port()); }

    TempFolder folder_;
    ServerProcess server_;
    ApiClient person_;
    std::string token_;
};

TEST_F(Mcp, TheOfficialClientReadsAndProposesOverBothWays) {
    if (!std::filesystem::exists(client_package)) {
        if (const char* ci = std::getenv("CI"); ci != nullptr && std::string(ci) == "true")
            FAIL() << "web/node_modules has no @modelcontextprotocol/sdk";
        GTEST_SKIP() << "web/node_modules has no @modelcontextprotocol/sdk; scripts/build-web.sh brings it";
    }
    ASSERT_EQ(person_
                  .ask("POST", "/api/resumes",
                       R"({"name":"My résumé","text":"Experience\n- Python at Birch Ltd, 2019 - 2024\n"})")
                  .status,
              201);
    const std::string said = output_of("cd " HEADWAY_SOURCE_DIR
                                       " && bash -c 'source scripts/node.sh && exec node "
                                       "tests/support/mcp_client.mjs \"$@\"' agent " +
                                       origin() + " " + token_ + " " HEADWAY_BINARY_DIR "/headway");
    boost::system::error_code error;
    const auto seen = boost::json::parse(said, error);
    ASSERT_FALSE(error) << said;
    for (const char* way : {"http", "stdio"}) {
        const auto& of = seen.at(way);
        EXPECT_EQ(of.at("server"), "headway") << way;
        EXPECT_EQ(of.at("instructions"), true) << way;
        EXPECT_GE(of.at("reading").as_int64(), 15) << way;
        EXPECT_EQ(boost::json::serialize(of.at("writing")),
                  R"(["propose_task","propose_note","propose_job","propose_saving_job","propose_report"])")
            << way;
        EXPECT_EQ(of.at("resume"), "My résumé") << way;
        EXPECT_THAT(std::string(of.at("notice").as_string()), HasSubstr("data from Headway")) << way;
        EXPECT_EQ(of.at("proposed"), "open") << way;
        EXPECT_EQ(of.at("wrong"), true) << way;
        EXPECT_EQ(of.at("unknown"), -32602) << way;
    }
    const auto waiting = person_.ask("GET", "/api/proposals?state=open");
    EXPECT_EQ(waiting.at("items.0.title"), "Over standard input");
    EXPECT_EQ(waiting.at("items.1.title"), "Over HTTP");
    EXPECT_EQ(person_.ask("GET", "/api/tasks").at("items.0.title"), "") << "nothing was done";
}

TEST_F(Mcp, OverStandardInputAFailureIsAReply) {
    Start start{.arguments = {"mcp", "--server", origin()},
                .input = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n\nno json\n" +
                         std::string(600'000, 'x') +
                         "\n{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n",
                .environment = {{"HEADWAY_TOKEN", token_}}};
    const Ended well = run_program(start);
    EXPECT_EQ(well.code, 0) << well.err;
    EXPECT_THAT(well.out, HasSubstr(R"({"jsonrpc":"2.0","id":1,"result":{}})"));
    EXPECT_THAT(well.out, HasSubstr("-32700"));
    EXPECT_THAT(well.out, HasSubstr("the message is too long"));
    start.input = "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"ping\"}\n";
    start.environment = {{"HEADWAY_TOKEN", "hwt_of_nobody"}};
    const Ended refused = run_program(start);
    EXPECT_THAT(refused.out, HasSubstr(R"("id":"a","error":{"code":-32000)"));
    EXPECT_THAT(refused.out + refused.err, HasSubstr("unknown or has ended"));
    EXPECT_THAT(refused.out + refused.err, testing::Not(HasSubstr("hwt_of_nobody")));
    start.environment = {{"HEADWAY_TOKEN", ""}};
    const Ended without = run_program(start);
    EXPECT_EQ(without.code, 2);
    EXPECT_THAT(without.err, HasSubstr("HEADWAY_TOKEN"));
    server_.stop();
    start.environment = {{"HEADWAY_TOKEN", token_}};
    EXPECT_THAT(run_program(start).out, HasSubstr("-32000")) << "nobody is there";
}

}  // namespace
}  // namespace headway::test
