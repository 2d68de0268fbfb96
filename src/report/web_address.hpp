// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string_view>

namespace headway::report {

/// Whether a report may link to it: https, a host, and only characters that RFC 3986 allows in an address; no
/// brackets or quotes, which could end it in Markdown or HTML.
[[nodiscard]] inline bool is_safe_address(std::string_view s) {
    constexpr std::string_view scheme = "https://";
    if (!s.starts_with(scheme) || s.size() > 2000) return false;
    s.remove_prefix(scheme.size());
    constexpr std::string_view allowed = "-._~:/?#@!$&*+,;=%";
    const auto is_alphanumeric = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    return !s.empty() && is_alphanumeric(s.front()) && std::all_of(s.begin(), s.end(), [&](char c) {
        return is_alphanumeric(c) || allowed.find(c) != std::string_view::npos;
    });
}

}  // namespace headway::report
