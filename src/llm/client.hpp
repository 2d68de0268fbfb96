// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "llm/chat.hpp"
#include "llm/dialect.hpp"
#include "llm/endpoint.hpp"
#include "net/client.hpp"

namespace headway::llm {

struct Settings {
    std::string user_agent = "Headway";
    bool people_may_ask_here = false;  ///< Endpoints of people may lie in private networks too: for tests.
    std::chrono::milliseconds connect{5'000};
    std::chrono::milliseconds first_byte{60'000};  ///< A model may be loaded first.
    std::chrono::milliseconds idle{30'000};
    std::chrono::milliseconds total{300'000};  ///< Of one attempt.
    int retries =
        2;  ///< After 429, 500, 502, 503, 504 and a connection that failed, as long as no text came.
    std::chrono::milliseconds first_backoff{500};  ///< Doubled each time, where no Retry-After says more.
    std::chrono::milliseconds longest_wait{
        10'000};  ///< For a Retry-After; who wants more gets no second try.
    std::size_t answer_bytes = std::size_t{256} << 10U;
    net::Resolve resolve = net::system_resolve;
};

/// Asks models. Thread-safe; each request has its own connection. Errors of every call: invalid (an address
/// that is none, or a request that the server does not take), forbidden (an address that may not be asked),
/// unauthenticated (the key), not_found (the model), rate_limited, unavailable (not reached, too slow, cut
/// off, unreadable, stopped by go_on). None holds a key.
class Client {
  public:
    explicit Client(Settings settings);

    /// The whole answer.
    [[nodiscard]] Result<ChatAnswer> chat(const Endpoint& endpoint, const ChatRequest& request,
                                          const net::GoOn& go_on = {});
    /// The same, its text also handed out as it comes. After an error what was handed out stays a beginning.
    [[nodiscard]] Result<ChatAnswer> chat(const Endpoint& endpoint, const ChatRequest& request,
                                          const OnText& on_text, const net::GoOn& go_on);
    /// One vector a text, all of one length.
    [[nodiscard]] Result<std::vector<std::vector<float>>> embed(const Endpoint& endpoint,
                                                                const std::vector<std::string>& texts,
                                                                const net::GoOn& go_on = {});
    /// Whether the server answers, takes the key and has the model, as far as its list of models tells. Costs
    /// no tokens.
    [[nodiscard]] Result<void> check(const Endpoint& endpoint, const net::GoOn& go_on = {});

  private:
    [[nodiscard]] const net::Client& way_to(const Endpoint& endpoint) const;
    using Make = std::function<net::Request()>;
    using MayRetry = std::function<bool()>;
    /// With its retries; `make` is called for each attempt.
    [[nodiscard]] Result<net::Response> send(const Endpoint& endpoint, const Make& make,
                                             const net::GoOn& go_on, const MayRetry& may_retry) const;
    [[nodiscard]] Result<net::Response> send(const Endpoint& endpoint, const net::Request& request,
                                             const net::GoOn& go_on) const;

    Settings settings_;
    net::Client anywhere_;   ///< For what an administrator named.
    net::Client open_only_;  ///< For what people named.
    Dialects dialects_;
};

}  // namespace headway::llm
