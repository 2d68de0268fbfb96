// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "json/tree.hpp"

namespace headway::mcp {

/// Codes of JSON-RPC 2.0.
enum class Code : std::int32_t {
    parse_error = -32700,
    invalid_request = -32600,
    method_not_found = -32601,
    invalid_params = -32602,
    server_error = -32000,
};

enum class MessageKind : std::uint8_t { request, notification, response };

/// One message of JSON-RPC 2.0.
struct Message {
    MessageKind kind = MessageKind::request;
    std::string id;  ///< JSON text: a string or a whole number; empty for a notification.
    std::string method;
    json::Node params;  ///< Valid while `tree` is.
    json::Tree tree;
};

/// The message, or the reply that says what is wrong with it. Batches are not part of the protocol any more.
[[nodiscard]] std::expected<Message, std::string> parse_message(std::string_view text);

/// Replies as JSON text. `id`: JSON text, "null" when it is not known. `result`: JSON text.
[[nodiscard]] std::string result_reply(std::string_view id, std::string_view result);
[[nodiscard]] std::string error_reply(std::string_view id, Code code, std::string_view message);

}  // namespace headway::mcp
