// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/url.hpp"

#include <algorithm>
#include <cstdlib>
#include <curl/curl.h>
#include <memory>

namespace headway::net {
namespace {

constexpr std::size_t longest = 4000;

std::string part(CURLU* url, CURLUPart which, unsigned flags = 0) {
    char* text = nullptr;
    if (curl_url_get(url, which, &text, flags) != CURLUE_OK) return {};
    std::string out = text;
    curl_free(text);
    return out;
}

std::unexpected<Error> refuse(const char* what) {
    return fail(ErrorCode::invalid, what, {}, "Give an address such as https://jobs.example.org/42");
}

}  // namespace

std::string Url::origin() const {
    return scheme + "://" + host + ":" + std::to_string(port);
}

Result<Url> parse_url(const std::string& text, const std::string& base) {
    if (text.size() > longest) return refuse("the address is too long");
    for (const char c : text) {
        if (static_cast<unsigned char>(c) <= ' ' || c == 0x7f) return refuse("the address holds a blank");
    }
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url(curl_url(), &curl_url_cleanup);
    if (!url)
        return fail(ErrorCode::unavailable, "libcurl, which reads addresses, is not installed", {},
                    "Install it (Debian: libcurl4)");
    if (!base.empty() &&
        curl_url_set(url.get(), CURLUPART_URL, base.c_str(), CURLU_DISALLOW_USER) != CURLUE_OK)
        return refuse("the address cannot be read");
    if (curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_DISALLOW_USER) != CURLUE_OK)
        return refuse("the address cannot be read");
    curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
    Url out;
    out.scheme = part(url.get(), CURLUPART_SCHEME);
    if (out.scheme != "http" && out.scheme != "https") return refuse("only http and https are asked");
    out.host = part(url.get(), CURLUPART_HOST);
    std::ranges::transform(out.host, out.host.begin(),
                           [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    if (out.host.starts_with('[') && out.host.ends_with(']'))
        out.host = out.host.substr(1, out.host.size() - 2);
    const bool plain = std::ranges::all_of(out.host, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
               c == ':';
    });
    if (out.host.empty() || !plain || !part(url.get(), CURLUPART_ZONEID).empty())
        return refuse("the host of the address cannot be read");
    out.port = static_cast<std::uint16_t>(
        std::strtoul(part(url.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT).c_str(), nullptr, 10));
    out.whole = part(url.get(), CURLUPART_URL);
    if (out.port == 0 || out.whole.empty()) return refuse("the address cannot be read");
    return out;
}

}  // namespace headway::net
