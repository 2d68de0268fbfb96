// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/client.hpp"

#include <algorithm>
#include <curl/curl.h>

#include "net/transfer.hpp"

namespace headway::net {
namespace {

bool is_redirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// The request that a redirect asks for, without what was meant for another origin.
Result<Request> redirected(const Request& request, const Url& from, const Url& to, int status) {
    if (from.scheme == "https" && to.scheme != "https")
        return fail(ErrorCode::forbidden, "the host leads from https to http", from.host);
    Request out = request;
    out.url = to.whole;
    const bool same = from.origin() == to.origin();
    if (status == 303 || ((status == 301 || status == 302) && !request.body.empty())) {
        out.body.clear();
        out.method.clear();
    }
    if (!out.body.empty() && !same)
        return fail(ErrorCode::forbidden, "the host leads a request that carries something elsewhere",
                    from.host);
    if (!same) out.headers.clear();
    return out;
}

}  // namespace

std::optional<std::string> Response::header(std::string_view name) const {
    const auto found =
        std::ranges::find(headers, name, [](const auto& h) { return std::string_view(h.first); });
    if (found == headers.end()) return std::nullopt;
    return found->second;
}

Client::Client(Settings settings) : settings_(std::move(settings)) {
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    (void)ready;  // without it every request fails with a message of its own
}

Result<std::vector<Address>> Client::checked_addresses(const Url& url, Deadline until,
                                                       const GoOn& go_on) const {
    std::vector<Address> addresses;
    if (const auto literal = parse_address(url.host)) {
        addresses.push_back(*literal);
    } else {
        auto found = settings_.resolve(url.host, until, go_on);
        if (!found) return found;
        addresses = std::move(*found);
    }
    for (const Address& a : addresses) {
        const Reach reach = reach_of(a);
        if (reach == Reach::open || (reach == Reach::local && settings_.allow_private_addresses)) continue;
        return fail(ErrorCode::forbidden,
                    reach == Reach::local ? "this address leads into a private network"
                                          : "this address leads nowhere that may be asked",
                    url.host, "Give an address of the public internet");
    }
    return addresses;
}

Result<Response> Client::send(const Request& first, const GoOn& go_on) const {
    const Deadline until = std::chrono::steady_clock::now() + settings_.total;
    auto url = parse_url(first.url);
    if (!url) return pass_on(url);
    Request request = first;
    for (int step = 0;; ++step) {
        const auto addresses = checked_addresses(*url, until, go_on);
        if (!addresses) return std::unexpected(addresses.error());
        auto response = transfer(settings_, *url, request, *addresses, until, go_on);
        if (!response) return response;
        const auto location = response->header("location");
        if (!is_redirect(response->status) || !location || settings_.redirects == 0) return response;
        if (step == settings_.redirects)
            return fail(ErrorCode::unavailable, "the host leads round and round", url->host);
        auto next = parse_url(*location, url->whole);
        if (!next) return pass_on(next);
        auto onward = redirected(request, *url, *next, response->status);
        if (!onward) return pass_on(onward);
        request = std::move(*onward);
        url = std::move(next);
    }
}

}  // namespace headway::net
