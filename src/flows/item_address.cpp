// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/item_address.hpp"

#include <algorithm>
#include <array>

#include "net/address.hpp"
#include "net/url.hpp"
#include "report/web_address.hpp"

namespace headway::flows {
namespace {

constexpr std::uint16_t https_port = 443;
/// Last parts of names that lead nowhere outside.
constexpr std::array<std::string_view, 8> inner_names = {"localhost", "local", "internal", "intranet",
                                                         "lan",       "home",  "corp",     "arpa"};

bool may_be_public(std::string_view host) {
    if (net::parse_address(host)) return false;
    const std::size_t dot = host.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || host.front() == '.') return false;
    const std::string_view last = host.substr(dot + 1);
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    const bool named = last.starts_with("xn--") || (last.size() > 1 && std::ranges::all_of(last, is_letter));
    return named && std::ranges::find(inner_names, last) == inner_names.end();
}

char lower(char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

}  // namespace

std::optional<std::string> proposable_address(const std::string& url) {
    if (!report::is_safe_address(url)) return std::nullopt;
    const auto read = net::parse_url(url);
    if (!read || read->scheme != "https" || read->port != https_port) return std::nullopt;
    if (!may_be_public(read->host) || !report::is_safe_address(read->whole)) return std::nullopt;
    return read->whole;
}

std::string normal_address(std::string_view url) {
    if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos)
        url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find('#'));
    std::string out(url);
    const std::size_t host = std::min(out.find_first_of("/?"), out.size());
    std::transform(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(host), out.begin(), lower);
    if (out.starts_with("www.")) out.erase(0, 4);
    while (out.ends_with('/')) out.pop_back();
    return out;
}

}  // namespace headway::flows
