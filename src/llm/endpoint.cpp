// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/endpoint.hpp"

#include "net/url.hpp"

namespace headway::llm {
namespace {

constexpr std::size_t shown = 4;
constexpr std::size_t shortest_with_hint = 12;

}  // namespace

std::string key_hint(const std::string& key) {
    return key.size() < shortest_with_hint ? std::string() : key.substr(key.size() - shown);
}

std::string host_of(const Endpoint& endpoint) {
    const auto url = net::parse_url(endpoint.base_url);
    return url ? url->host : std::string();
}

}  // namespace headway::llm
