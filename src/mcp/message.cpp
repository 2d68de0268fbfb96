// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/message.hpp"

#include "mcp/json_text.hpp"

namespace headway::mcp {
namespace {

constexpr std::size_t longest_id = 200;

std::unexpected<std::string> invalid(std::string_view id, std::string_view what) {
    return std::unexpected(error_reply(id, Code::invalid_request, what));
}

}  // namespace

std::expected<Message, std::string> parse_message(std::string_view text) {
    auto tree = json::Tree::parse(text);
    if (!tree) return std::unexpected(error_reply("null", Code::parse_error, "this is no JSON"));
    Message out;
    out.tree = std::move(*tree);
    const json::Node root = out.tree.root();
    if (root.is_list()) return invalid("null", "one message at a time: batches are not taken");
    if (!root.is_object() || root["jsonrpc"].text() != "2.0")
        return invalid("null", "expected a message of JSON-RPC 2.0");
    const json::Node id = root["id"];
    const auto word = id.text();
    if (word || id.whole()) out.id = id.json();
    if (out.id.empty() && !id.is_nothing())
        return invalid("null", "expected an id of text or a whole number");
    if (out.id.size() > longest_id) return invalid("null", "the id is too long");
    const std::string answered = out.id.empty() ? "null" : out.id;
    if (const auto method = root["method"].text()) {
        out.method = *method;
        out.kind = out.id.empty() ? MessageKind::notification : MessageKind::request;
    } else if (!out.id.empty() && (!root["result"].is_nothing() || !root["error"].is_nothing())) {
        out.kind = MessageKind::response;
    } else {
        return invalid(answered, "expected a method");
    }
    out.params = root["params"];
    if (!out.params.is_nothing() && !out.params.is_object())
        return std::unexpected(error_reply(answered, Code::invalid_params, "expected params by name"));
    return out;
}

std::string result_reply(std::string_view id, std::string_view result) {
    return object({{"jsonrpc", quoted("2.0")}, {"id", std::string(id)}, {"result", std::string(result)}});
}

std::string error_reply(std::string_view id, Code code, std::string_view message) {
    return object({{"jsonrpc", quoted("2.0")},
                   {"id", std::string(id)},
                   {"error", object({{"code", std::to_string(static_cast<std::int32_t>(code))},
                                     {"message", quoted(message)}})}});
}

}  // namespace headway::mcp
