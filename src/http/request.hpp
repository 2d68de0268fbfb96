// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace headway::http {

enum class Method : std::uint8_t { get, head, post, put, patch, delete_, options };

/// As on the wire: "GET".
[[nodiscard]] std::string_view to_string(Method method);
/// Case matters, as RFC 9110 has it.
[[nodiscard]] std::optional<Method> method_of(std::string_view text);
/// Whether the method may change something: every one but GET, HEAD and OPTIONS.
[[nodiscard]] bool changes_things(Method method);

/// Name and value, in the order of the message.
using Headers = std::vector<std::pair<std::string, std::string>>;

/// ASCII only, as names of header fields are.
[[nodiscard]] bool same_name(std::string_view a, std::string_view b);
/// The first field of that name.
[[nodiscard]] std::optional<std::string_view> find_header(const Headers& headers, std::string_view name);
/// Without spaces and tabs at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// A request as it was read: plain text, nothing decoded.
struct Request {
    Method method = Method::get;
    std::string path;   ///< Percent-encoded as sent; begins with '/', or is "*" of an OPTIONS.
    std::string query;  ///< Behind '?', percent-encoded; may be empty.
    Headers headers;
    std::string body;
    std::string peer;  ///< Address of the client, without a port.

    [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> cookie(std::string_view name) const;
};

}  // namespace headway::http
