// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "net/resolver.hpp"
#include "net/url.hpp"

namespace headway::net {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// Takes a piece of a body as it arrives, in whatever sizes it arrives; false ends the transfer.
using Sink = std::function<bool(std::string_view)>;

struct Request {
    std::string url;
    std::string body;  ///< To POST, as JSON unless a Content-Type stands in the headers; empty: GET
    Headers headers;   ///< A User-Agent here replaces the settings'.
    Sink sink = {};    ///< Takes the body of a 200 instead of Response::body; other bodies are kept there.
    /// PUT, DELETE, HEAD, or POST also of an empty body; empty: POST or GET, as the body says.
    std::string method = {};
    bool without_body = false;  ///< The answer is there when its body would begin, of which nothing is read.
};

struct Response {
    int status = 0;
    Headers headers;  ///< Names in lower case.
    std::string body;
    std::string url;  ///< Where it came from in the end.
    [[nodiscard]] std::optional<std::string> header(std::string_view name) const;
};

struct Settings {
    /// Lets requests reach this machine and private networks: for tests, and for boards of an intranet.
    /// Link-local addresses and cloud metadata stay out of reach.
    bool allow_private_addresses = false;
    std::string user_agent = "Headway";
    std::size_t body_bytes = std::size_t{12} << 20U;  ///< Unpacked.
    std::chrono::milliseconds connect{5'000};
    std::chrono::milliseconds first_byte{0};  ///< Of the body, from the begin of the request; 0: until total.
    std::chrono::milliseconds idle{0};        ///< Between two pieces of the body; 0: until total.
    std::chrono::milliseconds total{25'000};  ///< Of a request with all its redirects.
    int redirects = 5;                        ///< 0: a redirect is an answer like others.
    Resolve resolve = system_resolve;
};

/// Asks hosts that others named. It finds the host's addresses itself, refuses the request when any of them
/// is not allowed, and connects to the checked addresses and to no other, so that a name that changes its
/// answer gains nothing. Redirects are followed here, each checked like a first request; none leads from
/// https to http, and what a request carries of its own (headers, body) goes to no other origin. No cookies,
/// no proxy, no credentials from the environment. Thread-safe; each request has its own connection.
class Client {
  public:
    explicit Client(Settings settings);
    /// Any status that is no redirect is an answer. Errors: invalid (no such address), forbidden (an address
    /// that may not be asked), too_large, unavailable (not reached, too slow, cut off, stopped by go_on or by
    /// the sink).
    [[nodiscard]] Result<Response> send(const Request& request, const GoOn& go_on = {}) const;

  private:
    [[nodiscard]] Result<std::vector<Address>> checked_addresses(const Url& url, Deadline until,
                                                                 const GoOn& go_on) const;
    Settings settings_;
};

}  // namespace headway::net
