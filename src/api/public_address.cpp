// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/public_address.hpp"

#include <algorithm>

namespace headway::api {

std::string origin_of(const Parts& parts, const http::Request& request) {
    if (!parts.policy.public_origin.empty()) return parts.policy.public_origin;
    const std::string host(request.header("Host").value_or("localhost"));
    const bool plain = !host.empty() && std::ranges::all_of(host, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '-' || c == ':' || c == '[' || c == ']';
    });
    return "http://" + (plain ? host : "localhost");
}

}  // namespace headway::api
