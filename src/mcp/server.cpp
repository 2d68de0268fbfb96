// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/server.hpp"

#include <algorithm>

#include "mcp/json_text.hpp"

namespace headway::mcp {
namespace {

std::string content_of(std::string_view text) {
    return list({object({{"type", quoted("text")}, {"text", quoted(text)}})});
}

std::string failed(std::string_view trouble) {
    return object({{"content", content_of(trouble)}, {"isError", truth(true)}});
}

std::string sentence_of(const Error& e) {
    return e.where + ": " + e.what;
}

}  // namespace

Server::Server(std::string version, std::string instructions, std::string notice, std::vector<Tool> tools)
    : version_(std::move(version)),
      instructions_(std::move(instructions)),
      notice_(std::move(notice)),
      tools_(std::move(tools)) {}

std::optional<std::string> Server::answer(const Message& message, const CallTool& call) const {
    if (message.kind != MessageKind::request) return std::nullopt;
    if (message.method == "initialize") return result_reply(message.id, introduce());
    if (message.method == "ping") return result_reply(message.id, "{}");
    if (message.method == "tools/list") {
        if (!message.params["cursor"].is_nothing())
            return error_reply(message.id, Code::invalid_params, "the list of tools has one page only");
        return result_reply(message.id, list_tools());
    }
    if (message.method == "tools/call") return call_tool(message, call);
    return error_reply(message.id, Code::method_not_found, "there is no such method");
}

std::string Server::introduce() const {
    return object(
        {{"protocolVersion", quoted(protocol_version)},
         {"capabilities", object({{"tools", object({{"listChanged", truth(false)}})}})},
         {"serverInfo",
          object({{"name", quoted("headway")}, {"title", quoted("Headway")}, {"version", quoted(version_)}})},
         {"instructions", quoted(instructions_)}});
}

std::string Server::list_tools() const {
    std::vector<std::string> entries;
    for (const Tool& tool : tools_) entries.push_back(entry_of(tool));
    return object({{"tools", list(entries)}});
}

std::string Server::call_tool(const Message& message, const CallTool& call) const {
    const auto tool = std::ranges::find(tools_, message.params["name"].text().value_or(""), &Tool::name);
    if (tool == tools_.end()) return error_reply(message.id, Code::invalid_params, "there is no such tool");
    const auto arguments = take_arguments(*tool, message.params["arguments"]);
    if (!arguments) return result_reply(message.id, failed(sentence_of(arguments.error())));
    const auto given = call(static_cast<std::size_t>(tool - tools_.begin()), *arguments);
    if (!given) return result_reply(message.id, failed(given.error()));
    return result_reply(
        message.id, object({{"content", content_of(notice_ + "\n" + *given)},
                            {"structuredContent", object({{"notice", quoted(notice_)}, {"data", *given}})},
                            {"isError", truth(false)}}));
}

}  // namespace headway::mcp
