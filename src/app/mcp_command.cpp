// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mcp_command.hpp"

#include <cstdlib>

#include "app/failure.hpp"
#include "json/tree.hpp"
#include "mcp/server.hpp"
#include "net/client.hpp"

namespace headway::app {
namespace {

constexpr std::size_t longest_line = 512 * 1024;

enum class Line { read, too_long, end };

/// The next line, bounded whatever comes in.
Line read_line(std::istream& in, std::string& out) {
    out.clear();
    bool any = false;
    for (int c = in.get(); c != std::istream::traits_type::eof(); c = in.get()) {
        any = true;
        if (c == '\n') break;
        if (out.size() <= longest_line) out += static_cast<char>(c);
    }
    if (!any) return Line::end;
    return out.size() > longest_line ? Line::too_long : Line::read;
}

/// What the server says of a refusal.
std::string reason_of(const net::Response& response) {
    const auto problem = json::Tree::parse(response.body);
    const auto detail = problem ? problem->root()["detail"].text() : std::nullopt;
    return detail ? *detail : "the server answers with status " + std::to_string(response.status);
}

class Bridge {
  public:
    Bridge(const McpOptions& options, std::string token)
        : url_(options.server + "/mcp"), token_(std::move(token)), client_(settings()) {}

    /// The line to write; empty for nothing. `trouble` says what only a person can mend.
    [[nodiscard]] std::string answer(const std::string& line, std::string& trouble) const {
        const auto message = mcp::parse_message(line);
        if (!message) return message.error();
        const auto response =
            client_.send({.url = url_,
                          .body = line,
                          .headers = {{"Authorization", "Bearer " + token_},
                                      {"Accept", "application/json, text/event-stream"},
                                      {"MCP-Protocol-Version", std::string(mcp::protocol_version)}}});
        if (response && response->status == 200) return response->body;
        if (response && response->status == 202) return {};
        trouble = response ? reason_of(*response) : response.error().what + " (" + url_ + ")";
        if (message->kind != mcp::MessageKind::request) return {};
        return mcp::error_reply(message->id, mcp::Code::server_error, trouble);
    }

  private:
    /// The person named the server: it may be this machine.
    static net::Settings settings() {
        net::Settings out;
        out.allow_private_addresses = true;
        out.user_agent = "headway mcp";
        out.redirects = 0;
        out.total = std::chrono::milliseconds(60'000);
        return out;
    }

    std::string url_;
    std::string token_;
    net::Client client_;
};

}  // namespace

int run_mcp(const McpOptions& options, Streams& streams) {
    const char* token = std::getenv("HEADWAY_TOKEN");
    if (token == nullptr || *token == '\0') {
        streams.err
            << "headway: HEADWAY_TOKEN holds no access token. Make one for agents in the settings of the "
               "web app.\n";
        return wrong_usage;
    }
    McpOptions server = options;
    while (server.server.ends_with('/')) server.server.pop_back();
    const auto url = net::parse_url(server.server);
    if (!url) return report_failure(streams, url.error());
    const Bridge bridge(server, token);
    std::string line;
    for (Line got = read_line(streams.in, line); got != Line::end; got = read_line(streams.in, line)) {
        std::string reply;
        std::string trouble;
        if (got == Line::too_long) {
            reply = mcp::error_reply("null", mcp::Code::invalid_request, "the message is too long");
        } else if (line.find_first_not_of(" \t\r") != std::string::npos) {
            reply = bridge.answer(line, trouble);
        }
        if (!trouble.empty()) streams.err << "headway: " << trouble << ".\n";
        if (!reply.empty()) streams.out << reply << "\n" << std::flush;
    }
    return done;
}

}  // namespace headway::app
