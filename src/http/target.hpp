// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/call.hpp"

namespace headway::http {

[[nodiscard]] bool is_utf8(std::string_view text);

enum class Plus : std::uint8_t { is_plus, is_space };
/// None when an escape is damaged, or the result holds NUL or is not UTF-8.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text, Plus plus);
/// Everything but letters, digits and -._~ escaped.
[[nodiscard]] std::string percent_encoded(std::string_view text);

/// name=value pairs, at most 100. `invalid` when they cannot be decoded.
[[nodiscard]] Result<Values> parse_query(std::string_view query);
/// "/a/b%20c" → {"a", "b c"}; "/" → {""}. `invalid` as Router::find says.
[[nodiscard]] Result<std::vector<std::string>> parse_path(std::string_view path);

/// Name and optional port of a Host header: a DNS name, an IPv4 address, an IPv6 address in brackets.
[[nodiscard]] bool is_host(std::string_view text);
/// Without its port; brackets kept.
[[nodiscard]] std::string_view host_name(std::string_view host);

/// A request target as sent; the path with its '/', or "*".
struct Target {
    std::string_view path;
    std::string_view query;
    std::string_view authority;  ///< Of the absolute form; takes the place of Host.
};
[[nodiscard]] std::optional<Target> parse_target(std::string_view target);

}  // namespace headway::http
