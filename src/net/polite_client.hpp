// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>

#include "net/client.hpp"
#include "net/pace.hpp"

namespace headway::net {

/// How hosts are treated.
struct Manners {
    std::chrono::milliseconds gap{1'000};            ///< Between two requests to one host.
    std::chrono::milliseconds longest_wait{15'000};  ///< For a host's turn; beyond it the request fails.
    int retries = 2;                                 ///< After 429, 502, 503 and 504.
    std::chrono::milliseconds first_backoff{1'000};  ///< Doubled each time, where no Retry-After says more.
    std::size_t kept_bytes = std::size_t{48}
                             << 20U;  ///< Of answers that can be asked for again by their tag.
};

/// A client that keeps its distance: one request after the other to a host, with a gap; what a host says
/// about coming back later holds for everybody who shares the pace; an answer that has not changed is
/// not sent again (ETag, Last-Modified). Thread-safe.
class PoliteClient {
  public:
    /// With a pace of its own where none is given.
    PoliteClient(Settings settings, Manners manners, std::unique_ptr<Pace> pace = nullptr);
    /// As Client::send; a 304 is the kept answer with its 200. rate_limited for a host that wants to be left
    /// alone for longer than is waited.
    [[nodiscard]] Result<Response> send(const Request& request, const GoOn& go_on = {});

  private:
    struct Kept {
        std::string key;
        std::string tag;       ///< ETag
        std::string modified;  ///< Last-Modified
        Response response;
    };
    [[nodiscard]] Result<void> wait_turn(const std::string& host, const GoOn& go_on);
    void add_conditions(Request& request, const std::string& key);
    [[nodiscard]] std::optional<Response> kept(const std::string& key);
    void keep(const std::string& key, const Response& response);
    [[nodiscard]] std::chrono::milliseconds pause_after(const Response& response, int attempt) const;

    Client client_;
    Manners manners_;
    std::unique_ptr<Pace> pace_;
    std::mutex mutex_;
    std::list<Kept> kept_;  ///< Last used first.
    std::size_t kept_bytes_ = 0;
};

}  // namespace headway::net
